import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { record } from '#lib/account/store/ledger.ts';
import { Live } from '#lib/store/live.ts';
import { dropKey, takeKey } from '#lib/lock/store/keyExchange.ts';
import { lock } from '#lib/lock/store/session.ts';
import { unsealDatabase } from '#lib/lock/store/turnLock.ts';
import { allTallies } from '#lib/account/store/queries.ts';
import { db } from '../database.ts';
import { entry, startAnew } from '../ground.ts';
import { watch } from '../watch.svelte.ts';
import { DATA_KEY, seal } from './key.ts';
import { rawRows } from './raw.ts';
import OtherTab from './otherTab.ts?worker';

const tabs: Worker[] = [];

/** Another tab: it is told something, and says what its lock is like after that. */
function openTab(): (order: 'look' | 'lock' | number) => Promise<string> {
  const tab = new OtherTab();
  tabs.push(tab);
  return (order) =>
    new Promise((resolve) => {
      tab.onmessage = ({ data }: MessageEvent<string>) => resolve(data);
      tab.postMessage(order);
    });
}

beforeEach(startAnew);
afterAll(() => tabs.forEach((tab) => tab.terminate()));

const counted = (count: number) => [{ day: '2026-03-01', counts: { 'bid:partner:toward': count } }];

test('another tab is handed the key, also amid a write; once locked, all are', async () => {
  const tell = openTab();
  expect(await tell('look')).toBe('off');
  await seal();
  // It does not know yet that the lock is on.
  expect(await tell(1)).toBe('open');
  expect(await openTab()('look')).toBe('open');
  expect(await allTallies()).toEqual(counted(1));
  dropKey();
  expect(await tell(2)).toBe('StorageError: storage: locked');
  await takeKey(DATA_KEY);
  await vi.waitFor(async () => expect(await tell('look')).toBe('open'));
  await tell('lock');
  await vi.waitFor(() => expect(lock.current).toBe('locked'));
});

test('a tab that is out of date writes nothing in the open, and nothing sealed where the lock is off', async () => {
  const tell = openTab();
  await tell(1);
  await seal();
  dropKey();
  expect(await tell(2)).toBe('StorageError: storage: locked');
  await takeKey(DATA_KEY);
  await vi.waitFor(async () => expect(await tell(3)).toBe('open'));
  await unsealDatabase(() => undefined);
  expect(await tell(4)).toBe('off');
  expect((await rawRows()).entries).toEqual([entry(1), entry(3), entry(4)]);
});

test('a live answer is gone while locked, is not kept anywhere, and comes back', async () => {
  await record(entry(1));
  await seal();
  const live = new Live(async () => allTallies);
  const { seen, stop } = watch(() => live.current);
  await expect.poll(() => seen.at(-1)).toEqual(counted(1));
  dropKey();
  await expect.poll(() => seen.at(-1)).toBe(undefined);
  const other = new Live(async () => () => db.tallies.toArray());
  const later = watch(() => other.current);
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(new Set([seen.at(-1), ...later.seen])).toEqual(new Set([undefined]));
  await takeKey(DATA_KEY);
  await record(entry(2));
  await expect.poll(() => [seen.at(-1), later.seen.at(-1)]).toEqual([counted(2), counted(2)]);
  stop();
  later.stop();
});
