import { beforeEach, expect, test } from 'vitest';
import { acceptLog, findMissing, mendTallies } from '#lib/account/store/tallyCheck.ts';
import { record, retract } from '#lib/account/store/ledger.ts';
import { readWitness, writeWitness } from '#lib/account/store/witness.ts';
import type { Tally } from '#lib/account/model/tally.ts';
import { db } from '../database.ts';
import { entry, startAnew } from '../ground.ts';

const LONG_AGO = '2019-05-06';
const RIGHT: Tally[] = [
  { day: '2026-03-01', counts: { 'bid:partner:toward': 2 } },
  { day: '2026-03-02', counts: { act: 1 } },
  { day: '2027-04-05', counts: { 'bid:partner:toward': 1 } }
];

const atOnce = () => Promise.resolve();

beforeEach(async () => {
  await startAnew();
  await record(entry(1));
  await record(entry(2));
  await record(entry(3, { kind: 'act', by: 'partner', act: 'helped' }, 1));
  await record(entry(4, undefined, 400));
});

/** One count wrong, one tally missing, one for a day without entries. */
async function damage(): Promise<void> {
  await db.transaction('rw', db.tallies, () =>
    db.tallies.put({ day: '2026-03-01', counts: { 'bid:partner:toward': 7, repair: 1 } })
  );
  await db.transaction('rw', db.tallies, () => db.tallies.delete('2027-04-05'));
  await db.transaction('rw', db.tallies, () =>
    db.tallies.put({ day: LONG_AGO, counts: { act: 3 } })
  );
}

test('tallies that are right are left alone', async () => {
  expect((await mendTallies(atOnce)).mended).toBe(0);
  expect(await db.tallies.toArray()).toEqual(RIGHT);
});

test('the check mends every tally that disagrees with the log, and says how many', async () => {
  await damage();
  let pauses = 0;
  expect((await mendTallies(async () => void (pauses += 1))).mended).toBe(3);
  expect(await db.tallies.toArray()).toEqual(RIGHT);
  expect(pauses).toBe(2);
});

test('a tap amid the check is kept and counted', async () => {
  await damage();
  let number = 10;
  await mendTallies(() => record(entry((number += 1))));
  const counts = { 'bid:partner:toward': 2 + number - 10 };
  expect(await db.tallies.get('2026-03-01')).toEqual({ day: '2026-03-01', counts });
});

test('a new device misses nothing', async () => {
  await startAnew();
  expect(await findMissing()).toEqual({ found: 0, missing: 0 });
  expect(readWitness()).toEqual({ count: 0, retracted: 0, lastId: null });
});

test('an emptied log and a short one are told from a new one', async () => {
  await db.transaction('rw', db.entries, () => db.entries.delete(entry(2).id));
  expect(await findMissing()).toEqual({ found: 3, missing: 1 });
  await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear())));
  expect(await findMissing()).toEqual({ found: 0, missing: 4 });
  await record(entry(9));
  expect(await findMissing()).toEqual({ found: 1, missing: 4 });
  await acceptLog();
  expect(await findMissing()).toEqual({ found: 1, missing: 0 });
});

test('a log whose last entry is another one is short, whatever it counts', async () => {
  await db.transaction('rw', db.entries, () => db.entries.delete(entry(4).id));
  await db.transaction('rw', db.entries, () => db.entries.add(entry(5)));
  expect(await findMissing()).toEqual({ found: 4, missing: 1 });
});

test('retracting is no loss, even where the witness on disk lags behind it', async () => {
  const late = readWitness();
  await retract(entry(4).id);
  await retract(entry(3).id);
  expect(await findMissing()).toEqual({ found: 2, missing: 0 });
  if (late) writeWitness(late);
  expect(await findMissing()).toEqual({ found: 2, missing: 0 });
});

test('losing entries is noticed beside retracting some', async () => {
  const late = readWitness();
  await retract(entry(4).id);
  await db.transaction('rw', db.entries, () => db.entries.delete(entry(1).id));
  expect(await findMissing()).toEqual({ found: 2, missing: 1 });
  if (late) writeWitness(late);
  expect(await findMissing()).toEqual({ found: 2, missing: 1 });
});

test('a witness that was lost starts again from the log', async () => {
  localStorage.clear();
  expect(await findMissing()).toEqual({ found: 4, missing: 0 });
  await db.transaction('rw', db.entries, () => db.entries.clear());
  expect(await findMissing()).toEqual({ found: 0, missing: 4 });
});

test('a tap is recorded where the browser keeps no witness', async () => {
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  try {
    await record(entry(6));
  } finally {
    Storage.prototype.setItem = setItem;
  }
  expect(await db.entries.count()).toBe(5);
});
