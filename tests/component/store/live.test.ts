import { tick } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connection } from '#lib/store/connectionState.ts';
import { withConnection } from '#lib/store/connection.ts';
import { record } from '#lib/account/store/ledger.ts';
import { Live } from '#lib/store/live.ts';
import { allTallies } from '#lib/account/store/queries.ts';
import { db } from '../database.ts';
import { entry, startAnew } from '../ground.ts';
import { watch } from '../watch.svelte.ts';

const counted = (count: number) => [{ day: '2026-03-01', counts: { 'bid:partner:toward': count } }];
const lost = () => Promise.reject(new DOMException('gone', 'UnknownError'));

let stop = () => {};
beforeEach(startAnew);
afterEach(() => stop());

function see<T>(live: Live<T>): unknown[] {
  const watching = watch(() => live.current);
  stop = watching.stop;
  return watching.seen;
}

test('it is undefined at first, then follows each change', async () => {
  const seen = see(new Live(async () => allTallies));
  await expect.poll(() => seen).toEqual([undefined, []]);
  await record(entry(1));
  await expect.poll(() => seen.at(-1)).toEqual(counted(1));
  await record(entry(2));
  await expect.poll(() => seen.at(-1)).toEqual(counted(2));
});

test('all readers share one question, and the last one ends it', async () => {
  const ask = vi.fn(allTallies);
  const live = new Live(async () => ask);
  const one = watch(() => live.current);
  const other = watch(() => live.current);
  await expect.poll(() => other.seen.at(-1)).toEqual([]);
  expect(ask).toHaveBeenCalledTimes(1);
  one.stop();
  await record(entry(1));
  await expect.poll(() => other.seen.at(-1)).toEqual(counted(1));
  const asked = ask.mock.calls.length;
  other.stop();
  await Promise.resolve();
  await record(entry(2));
  await vi.waitFor(async () => expect(await allTallies()).toEqual(counted(2)));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(ask).toHaveBeenCalledTimes(asked);
  expect(see(live)[0]).toEqual(undefined);
});

test('an answer that took a second connection is followed as any other', async () => {
  let faults = 1;
  const seen = see(
    new Live(async () => () => withConnection(() => (faults-- > 0 ? lost() : db.tallies.toArray())))
  );
  await expect.poll(() => seen.at(-1)).toEqual([]);
  await record(entry(1));
  await expect.poll(() => seen.at(-1)).toEqual(counted(1));
});

test('a first answer that fails is thrown, and asked for again when the connection is back', async () => {
  let isLost = true;
  const seen = see(
    new Live(async () => () => withConnection(() => (isLost ? lost() : db.tallies.toArray())))
  );
  await expect.poll(() => seen.at(-1)).toMatchObject({ name: 'StorageError', fault: 'lost' });
  expect(connection.current).toBe('lost');
  isLost = false;
  await record(entry(1));
  await expect.poll(() => seen.at(-1)).toEqual(counted(1));
  expect(connection.current).toBe('open');
  await record(entry(2));
  await expect.poll(() => seen.at(-1)).toEqual(counted(2));
});

test('a later answer that fails leaves the last one, and is caught up with', async () => {
  let isLost = false;
  const seen = see(
    new Live(async () => () => withConnection(() => (isLost ? lost() : db.tallies.toArray())))
  );
  await record(entry(1));
  await expect.poll(() => seen.at(-1)).toEqual(counted(1));
  isLost = true;
  await record(entry(2));
  await expect.poll(() => connection.current).toBe('lost');
  expect(seen.at(-1)).toEqual(counted(1));
  isLost = false;
  await withConnection(() => db.entries.count());
  await expect.poll(() => seen.at(-1)).toEqual(counted(2));
});

test('after any other error it is asked again by itself, until it answers', async () => {
  let faults = 0;
  const ask = vi.fn(async () => {
    if (faults-- > 0) throw new TypeError('broken');
    return allTallies();
  });
  const seen = see(new Live(async () => () => ask()));
  await expect.poll(() => seen.at(-1)).toEqual([]);
  faults = 2;
  await record(entry(1));
  await expect.poll(() => faults).toBe(1);
  expect(seen.at(-1)).toEqual([]);
  await expect.poll(() => seen.at(-1)).toEqual(counted(1));
  await record(entry(2));
  await expect.poll(() => seen.at(-1)).toEqual(counted(2));
});

test('code that fails to come leaves those be who have asked anew', async () => {
  let fail: (fault: Error) => void = () => {};
  let come: (query: typeof allTallies) => void = () => {};
  const first = new Promise<typeof allTallies>((_, reject) => (fail = reject));
  const second = new Promise<typeof allTallies>((resolve) => (come = resolve));
  const loads = [first, second];
  const live = new Live(() => loads.shift() ?? second);
  const before = watch(() => live.current);
  await expect.poll(() => loads.length).toBe(1);
  before.stop();
  await tick();
  const seen = see(live);
  await expect.poll(() => loads.length).toBe(0);
  fail(new Error('late'));
  await expect(first).rejects.toThrow('late');
  come(allTallies);
  await expect.poll(() => seen.at(-1)).toEqual([]);
  expect(seen).toEqual([undefined, []]);
});
