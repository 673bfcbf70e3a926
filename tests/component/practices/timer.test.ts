import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { claimRing, currentTimer, keepTimer } from '#lib/practices/pause/store/timer.ts';
import { newTimer } from '#lib/practices/pause/model/timer.ts';
import { Timing } from '#lib/practices/pause/timer.svelte.ts';
import { db } from '../database.ts';
import { startAnew } from '../ground.ts';
import { make } from '../making.svelte.ts';

const START = Date.UTC(2026, 10, 22, 20);
const walk = newTimer('walk', 10, START);
const shared = newTimer('break', 20, START);

beforeEach(startAnew);

test('there is none at first, then one at most, and none again', async () => {
  expect(await currentTimer()).toBeNull();
  await keepTimer(walk);
  await keepTimer(shared);
  expect(await currentTimer()).toEqual(shared);
  expect(await db.settings.count()).toBe(1);
  await keepTimer(null);
  expect(await currentTimer()).toBeNull();
});

test('an end is told once, and not before its time', async () => {
  expect(await claimRing(START)).toBe(false);
  await keepTimer(shared);
  expect(await claimRing(shared.endsAt - 1)).toBe(false);
  expect(await currentTimer()).toEqual(shared);
  expect(await claimRing(shared.endsAt)).toBe(true);
  expect(await claimRing(shared.endsAt + 1)).toBe(false);
  expect(await currentTimer()).toEqual({ ...shared, rungAt: shared.endsAt });
});

test('of many callers at once, in a page and in a worker, one may tell it', async () => {
  await keepTimer(shared);
  const worker = new Worker(new URL('./ringer.ts', import.meta.url), { type: 'module' });
  await new Promise((resolve) => worker.addEventListener('message', resolve, { once: true }));
  const fromWorker = new Promise<boolean[]>((resolve) =>
    worker.addEventListener('message', ({ data }) => resolve(data))
  );
  worker.postMessage(shared.endsAt);
  const fromPage = Promise.all(Array.from({ length: 30 }, () => claimRing(shared.endsAt)));
  const all = [...(await fromPage), ...(await fromWorker)];
  worker.terminate();
  expect(all).toHaveLength(60);
  expect(all.filter(Boolean)).toEqual([true]);
});

test('a page shows what another tab has done since, also in the same moment', async () => {
  const [timing, end] = make(() => new Timing());
  onTestFinished(end);
  await expect.poll(() => timing.timer).toBeNull();
  timing.set(walk);
  expect(timing.timer).toBe(walk);
  await expect.poll(() => currentTimer()).toEqual(walk);
  timing.set(shared);
  const ended = keepTimer(null);
  expect(timing.timer).toBe(shared);
  await ended;
  expect(await currentTimer()).toBeNull();
  await expect.poll(() => timing.timer).toBeNull();
});
