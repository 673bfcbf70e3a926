import type { Timer } from './model/timer.ts';

const running = new Set<Timer>();

/** Notes that whoever goes by a timer need touch nothing until its end. Over when the function returned is called. */
export function restBy(timer: Timer): () => void {
  running.add(timer);
  return () => running.delete(timer);
}

/**
 * Whether somebody goes by a timer that runs on the page.
 *
 * @param now in milliseconds since the epoch
 */
export function isRestingAt(now: number): boolean {
  return [...running].some(({ endsAt }) => endsAt > now);
}
