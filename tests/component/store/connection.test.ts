import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import { connection, storageError } from '#lib/store/connectionState.ts';
import { transact, withConnection } from '#lib/store/connection.ts';
import { record } from '#lib/account/store/ledger.ts';
import { Live } from '#lib/store/live.ts';
import { allTallies } from '#lib/account/store/queries.ts';
import { db } from '../database.ts';
import { entry, failWrites, startAnew, stored } from '../ground.ts';
import { watch } from '../watch.svelte.ts';

const LOST = new DOMException('Connection to Indexed Database server lost', 'UnknownError');
const ONE = [{ day: '2026-03-01', counts: { 'bid:partner:toward': 1 } }];

function watchTallies() {
  const live = new Live(async () => allTallies);
  return watch(() => live.current);
}

let heal = () => {};
beforeEach(startAnew);
afterEach(() => heal());

test('a write whose connection is lost is done once more, and counts once', async () => {
  const before = db.backendDB();
  heal = failWrites('tallies', LOST);
  await record(entry(1));
  expect(await stored()).toEqual({ entries: [entry(1)], tallies: ONE });
  expect(db.backendDB()).not.toBe(before);
  expect(connection.current).toBe('open');
});

test('a write that was committed while its answer was lost counts once', async () => {
  let answers = 0;
  await withConnection(async () => {
    await record(entry(1));
    answers += 1;
    if (answers === 1) throw LOST;
  });
  expect(answers).toBe(2);
  expect(await stored()).toEqual({ entries: [entry(1)], tallies: ONE });
});

test('a connection that stays lost is told, until a write goes through', async () => {
  heal = failWrites('tallies', LOST, { times: 2 });
  await expect(record(entry(1))).rejects.toMatchObject({ fault: 'lost' });
  expect(connection.current).toBe('lost');
  expect(await stored()).toEqual({ entries: [], tallies: [] });
  await record(entry(1));
  expect(connection.current).toBe('open');
  expect(await stored()).toEqual({ entries: [entry(1)], tallies: ONE });
});

test('many writes whose connection is lost share the new one, and none is lost', async () => {
  const failed = new Set<string>();
  const failOnce = (id: string) => {
    if (failed.has(id)) return;
    failed.add(id);
    throw LOST;
  };
  db.entries.hook('creating', failOnce);
  heal = () => db.entries.hook('creating').unsubscribe(failOnce);
  const open = vi.spyOn(indexedDB, 'open');
  await Promise.all(Array.from({ length: 20 }, (_, number) => record(entry(number))));
  expect((await stored()).tallies).toEqual([
    { day: '2026-03-01', counts: { 'bid:partner:toward': 20 } }
  ]);
  expect(open).toHaveBeenCalledTimes(1);
  open.mockRestore();
});

test('inside a transaction nothing is opened again and nothing is repeated', async () => {
  let runs = 0;
  const before = db.backendDB();
  const work = db.transaction('rw', db.entries, async () => {
    await db.entries.add(entry(1));
    await withConnection(() => {
      runs += 1;
      return Promise.reject(LOST);
    });
  });
  await expect(work).rejects.toMatchObject({ name: 'UnknownError' });
  expect(runs).toBe(1);
  expect(db.backendDB()).toBe(before);
  expect(await db.entries.count()).toBe(0);
});

test('a database whose connection the browser closes is opened anew, and the page follows', async () => {
  await record(entry(1));
  const { seen, stop } = watchTallies();
  heal = stop;
  await expect.poll(() => seen.at(-1)).toEqual(ONE);
  await cdp().send('Storage.clearDataForOrigin', {
    origin: location.origin,
    storageTypes: 'indexeddb'
  });
  await expect.poll(() => seen.at(-1)).toEqual([]);
  await record(entry(2));
  await expect.poll(() => seen.at(-1)).toEqual(ONE);
});

test('where there is no room, nothing is written or repeated, and it goes on once there is', async () => {
  await record(entry(1));
  const full = new DOMException('no room', 'QuotaExceededError');
  const before = db.backendDB();
  heal = failWrites('tallies', full);
  await expect(record(entry(2))).rejects.toMatchObject({ name: 'StorageError', fault: 'full' });
  expect(await stored()).toEqual({ entries: [entry(1)], tallies: ONE });
  expect(connection.current).toBe('open');
  expect(db.backendDB()).toBe(before);
  await record(entry(2));
  expect(await db.entries.count()).toBe(2);
  // As Dexie tells it where the disk is full at the commit.
  expect(storageError(new Dexie.AbortError(full)).fault).toBe('full');
});

test('a database that cannot be opened at all is unavailable', () => {
  expect(storageError(new DOMException('no', 'SecurityError')).fault).toBe('unavailable');
});

test.each([
  new RangeError('Invalid time zone specified: Etc/Unknown'),
  new DOMException('could not be cloned', 'DataCloneError'),
  undefined
])('%s is no fault of the storage', (error) => {
  expect(storageError(error).fault).toBe('failed');
});

/** Writes two rows, of which Dexie loses the transaction of the second, as many times. */
function tornWrite(times: number) {
  let runs = 0;
  return withConnection(() =>
    db.transaction('rw', db.entries, async () => {
      runs += 1;
      await db.entries.add(entry(1));
      const add = () => db.entries.add(entry(2));
      await (runs <= times ? Dexie.ignoreTransaction(add) : add());
    })
  );
}

test('a write of which the transaction is lost midway writes nothing, and is done once more', async () => {
  await tornWrite(1);
  expect((await stored()).entries).toEqual([entry(1), entry(2)]);
});

test('a verb within a transaction is refused: it would be written though the rest fails', async () => {
  const work = transact(db.entries, async () => {
    await db.entries.add(entry(1));
    await transact(db.entries, () => db.entries.add(entry(2)));
  });
  await expect(work).rejects.toMatchObject({ fault: 'failed' });
  expect((await stored()).entries).toEqual([]);
});

test('one of which it is lost again fails, and has written nothing', async () => {
  await expect(tornWrite(2)).rejects.toMatchObject({ fault: 'failed' });
  expect((await stored()).entries).toEqual([]);
});
