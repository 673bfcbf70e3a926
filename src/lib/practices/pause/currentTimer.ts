import { live } from '#lib/store/live.ts';
import { whileReadable } from '#lib/store/whileReadable.svelte.ts';
import { loadTimer } from '../store/index.ts';
import type { Timer } from './model/timer.ts';

const stored = whileReadable(() => live(loadTimer, 'currentTimer'));

/**
 * What runs by the clock in a pause, or has ended and was not yet seen: null where nothing is,
 * undefined until that is known. Readable in runes.
 */
export function currentTimer(): Timer | null | undefined {
  return stored.current?.current;
}
