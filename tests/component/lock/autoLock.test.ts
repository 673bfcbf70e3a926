import { beforeEach, expect, test, vi } from 'vitest';
import { lock } from '#lib/lock/store/keyExchange.ts';
import { startIdle } from '#lib/lock/screen/autoLock.svelte.ts';
import { locking } from '#lib/lock/screen/locking.svelte.ts';
import { startAnew } from '../ground.ts';
import { keepRow, seal } from './key.ts';

beforeEach(async () => {
  await startAnew();
  await seal();
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
});

/** That it locks out of sight, as it is kept. */
const keepHiding = () => keepRow({ rules: { idleMinutes: null, onHide: true } });

const isLocked = () => lock.current === 'locked';
const hide = () => document.dispatchEvent(new Event('visibilitychange'));

test('a page that went out of sight before the rule was known locks at once', async () => {
  await keepHiding();
  const stop = await startIdle(true);
  await expect.poll(isLocked).toBe(true);
  stop();
});

test('one that was never in sight locks only once it goes out of it', async () => {
  await keepHiding();
  locking.hidesSoon = true;
  const stop = await startIdle(false);
  // The rule is known.
  await expect.poll(() => locking.hidesSoon).toBe(false);
  expect(locking.isOpen).toBe(true);
  hide();
  await expect.poll(isLocked).toBe(true);
  stop();
});

test('where it was just chosen it holds before it is written', async () => {
  const stop = await startIdle(false);
  locking.hidesSoon = true;
  await expect.poll(() => hide() && isLocked()).toBe(true);
  locking.hidesSoon = false;
  stop();
});
