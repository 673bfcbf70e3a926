import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findMissing } from '#lib/account/store/tallyCheck.ts';
import { record, replace, restoreEntry, retract } from '#lib/account/store/ledger.ts';
import { entryDraftKey } from '#lib/store/draftKey.ts';
import { readWitness } from '#lib/account/store/witness.ts';
import type { Entry, Facts } from '#lib/account/model/entry.ts';
import { tallyLog } from '#lib/account/model/tally.ts';
import { db } from '../database.ts';
import { amend, entry, failWrites, startAnew, stored } from '../ground.ts';

const MET: Facts = { kind: 'bid', by: 'partner', response: 'toward' };
const MISSED: Facts = { kind: 'bid', by: 'me', response: 'away' };
const ACT: Facts = { kind: 'act', by: 'partner', act: 'helped' };

let heal = () => {};
beforeEach(startAnew);
afterEach(() => heal());

test('recording adds the entry and counts it on its day', async () => {
  await record(entry(1, MET));
  await record(entry(2, MET));
  await record(entry(3, MISSED));
  expect(await stored()).toEqual({
    entries: [entry(1, MET), entry(2, MET), entry(3, MISSED)],
    tallies: [{ day: '2026-03-01', counts: { 'bid:partner:toward': 2, 'bid:me:away': 1 } }]
  });
});

test('recording the same entry twice changes nothing the second time', async () => {
  await record(entry(1, MET));
  await record(entry(1, MISSED));
  await Promise.all([record(entry(2, ACT)), record(entry(2, ACT))]);
  expect(await stored()).toEqual({
    entries: [entry(1, MET), entry(2, ACT)],
    tallies: [{ day: '2026-03-01', counts: { 'bid:partner:toward': 1, act: 1 } }]
  });
  expect(readWitness()?.count).toBe(2);
});

test('amending moves the count to the other kind and the other day', async () => {
  await record(entry(1, MET));
  await record(entry(2, MET));
  await amend(entry(2, ACT, 3));
  expect(await stored()).toEqual({
    entries: [entry(1, MET), entry(2, ACT, 3)],
    tallies: [
      { day: '2026-03-01', counts: { 'bid:partner:toward': 1 } },
      { day: '2026-03-04', counts: { act: 1 } }
    ]
  });
});

test('an entry that was changed since it was read is not written over, and what stands there is told', async () => {
  await record(entry(1, MISSED));
  const told = { name: 'StorageError', fault: 'changed', found: entry(1, MISSED) };
  const edits = [entry(1, ACT), undefined].map((after) => ({ before: entry(1, MET), after }));
  for (const edit of edits) await expect(replace(edit)).rejects.toMatchObject(told);
  await expect(replace({ before: undefined, after: entry(1, ACT) })).rejects.toMatchObject(told);
  expect(await stored()).toEqual({
    entries: [entry(1, MISSED)],
    tallies: [{ day: '2026-03-01', counts: { 'bid:me:away': 1 } }]
  });
});

test('an entry that is gone is told to have changed', async () => {
  const edit = { before: entry(1, MET), after: entry(1, ACT) };
  await expect(replace(edit)).rejects.toMatchObject({ fault: 'changed', found: undefined });
  expect(await stored()).toEqual({ entries: [], tallies: [] });
});

test('what is written already is not written twice', async () => {
  const edit = { before: entry(1, MET), after: entry(1, ACT) };
  await record(entry(1, MET));
  await replace(edit);
  await replace(edit);
  await replace({ before: entry(1, ACT), after: undefined });
  await replace({ before: entry(1, ACT), after: undefined });
  expect(await stored()).toEqual({ entries: [], tallies: [] });
  expect(readWitness()?.count).toBe(0);
});

test('an older row, with a key that a newer version wrote, is compared as it reads', async () => {
  await record(entry(1, MET));
  await db.transaction('rw', db.entries, () =>
    db.entries.update(entry(1).id, { mood: 3 } as object)
  );
  await replace({ before: entry(1, MET), after: entry(1, ACT) });
  expect(await stored()).toMatchObject({ entries: [entry(1, ACT)] });
});

test('an entry retracted leaves no tally behind, and comes back as it was', async () => {
  await record(entry(1, MET));
  await retract(entry(1).id);
  await retract(entry(1).id);
  expect(await stored()).toEqual({ entries: [], tallies: [] });
  await replace({ before: undefined, after: entry(1, MET) });
  expect(await stored()).toEqual({
    entries: [entry(1, MET)],
    tallies: [{ day: '2026-03-01', counts: { 'bid:partner:toward': 1 } }]
  });
});

const WORKS: [string, 'tallies' | 'settings', number, () => Promise<unknown>][] = [
  ['record', 'tallies', 1, () => record(entry(3, ACT))],
  ['amend', 'tallies', 1, () => amend(entry(2, ACT, 3))],
  ['amend, half-way between two days', 'tallies', 2, () => amend(entry(2, ACT, 3))],
  ['retract', 'tallies', 1, () => retract(entry(2).id)],
  ['retract, at its very end', 'settings', 1, () => retract(entry(2).id)]
];

test.for(WORKS)('%s changes nothing where it fails midway', async ([, table, from, work]) => {
  await record(entry(1, MET));
  await record(entry(2, MET));
  const before = { ...(await stored()), witness: readWitness() };
  heal = failWrites(table, new RangeError('broken'), { from });
  await expect(work()).rejects.toMatchObject({ name: 'StorageError', fault: 'failed' });
  expect({ ...(await stored()), witness: readWitness() }).toEqual(before);
});

test('an entry that cannot be stored leaves no count', async () => {
  const broken = { ...entry(1), note: { toJSON: () => fail() } } as unknown as Entry;
  await expect(record(broken)).rejects.toMatchObject({ fault: 'failed' });
  await record(entry(2, MET));
  await expect(amend({ ...broken, id: entry(2).id })).rejects.toThrow('storage');
  expect(await stored()).toEqual({
    entries: [entry(2, MET)],
    tallies: [{ day: '2026-03-01', counts: { 'bid:partner:toward': 1 } }]
  });
});

function fail(): never {
  throw new Error('not a text');
}

const facts: fc.Arbitrary<Facts> = fc.constantFrom<Facts>(
  MET,
  MISSED,
  ACT,
  { kind: 'bid', by: 'partner', response: 'toward', warm: true },
  { kind: 'promise', by: 'me', outcome: 'broken' }
);
const step = fc.record({
  verb: fc.constantFrom('record' as const, 'amend' as const, 'retract' as const),
  number: fc.integer({ min: 1, max: 5 }),
  facts,
  days: fc.integer({ min: 0, max: 2 })
});

test('after any sequence of verbs the log is the one expected, and the tallies are those of the log', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      await startAnew();
      const log = new Map<string, Entry>();
      for (const { verb, number, facts, days } of steps) {
        const written = entry(number, facts, days);
        const isThere = log.has(written.id);
        if (verb === 'retract') {
          await retract(written.id);
          log.delete(written.id);
        } else if (verb === 'record') {
          await record(written);
          if (!isThere) log.set(written.id, written);
        } else {
          await amend(written);
          log.set(written.id, written);
        }
      }
      const { entries, tallies } = await stored();
      expect(new Map(entries.map((found) => [found.id, found]))).toEqual(log);
      expect(new Map(tallies.map((tally) => [tally.day, tally]))).toEqual(tallyLog(log.values()));
      expect(readWitness()?.count ?? 0).toBe(log.size);
      expect(await findMissing()).toEqual({ found: log.size, missing: 0 });
    }),
    { numRuns: 60 }
  );
});

test('a page and a worker that write at the same time lose nothing', async () => {
  const worker = new Worker(new URL('./tapper.ts', import.meta.url), { type: 'module' });
  await new Promise((resolve) => worker.addEventListener('message', resolve, { once: true }));
  const done = new Promise((resolve) => worker.addEventListener('message', resolve));
  worker.postMessage('go');
  await Promise.all(Array.from({ length: 200 }, (_, number) => record(entry(number, MET))));
  await done;
  worker.terminate();
  expect(await db.entries.count()).toBe(400);
  expect(await db.tallies.toArray()).toEqual([
    { day: '2026-03-01', counts: { 'bid:partner:toward': 400 } }
  ]);
});

test('an entry comes back with what was half written about it, where no other words are by now', async () => {
  const draft = { key: entryDraftKey(entry(1).id), value: { note: 'a cup of t' } };
  await record(entry(1));
  await db.transaction('rw', db.drafts, () => db.drafts.put(draft));
  const retracted = await retract(entry(1).id);
  expect(await db.drafts.count()).toBe(0);
  if (!retracted) throw new Error('nothing was taken off');
  await restoreEntry(retracted);
  expect((await stored()).entries).toEqual([entry(1)]);
  expect(await db.drafts.toArray()).toEqual([draft]);
  await db.transaction('rw', db.drafts, () =>
    db.drafts.put({ ...draft, value: { note: 'coffee' } })
  );
  await restoreEntry(retracted);
  expect(await db.drafts.toArray()).toEqual([{ ...draft, value: { note: 'coffee' } }]);
});
