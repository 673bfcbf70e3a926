import { beforeEach, expect, test } from 'vitest';
import { findMissing, mendTallies } from '#lib/account/store/tallyCheck.ts';
import { retract } from '#lib/account/store/ledger.ts';
import { allOf, keepRecords, removeRecord, takeBack } from '#lib/practices/store/records.ts';
import { momentAt } from '#lib/time/day.ts';
import { amendEntry } from '#lib/account/model/entry.ts';
import {
  changePromise,
  renegotiatePromise,
  tellPromise,
  type Told
} from '#lib/practices/promise/model/promise.ts';
import {
  promiseRecord,
  type PromiseMade,
  type PromiseOutcome
} from '#lib/practices/promise/record.ts';
import { amend, keepRecord, startAnew, stored } from '../ground.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
let made = 0;

/** Every call is a minute later than the one before. */
function stamp() {
  made += 1;
  const id = `01900000-0000-7000-8000-${String(made).padStart(12, '0')}`;
  return { id, now: NOON + made * 60_000, zone: 'UTC' };
}

const keep = ({ promise, entry }: Told) => keepRecord('promises', promise, entry);

/** What the log says of promises, and what is counted of it. */
async function logged() {
  const { entries, tallies } = await stored();
  const outcomes = entries.map((entry) => (entry.kind === 'promise' ? entry.outcome : entry.kind));
  return { outcomes, counts: tallies.map(({ counts }) => counts) };
}

const NOTHING = { outcomes: [], counts: [] };
const KEPT = { outcomes: ['kept'], counts: [{ 'promise:kept': 1 }] };
const BROKEN = { outcomes: ['broken'], counts: [{ 'promise:broken': 1 }] };

async function expectAgreement() {
  expect((await mendTallies(() => Promise.resolve())).mended).toBe(0);
  expect((await findMissing()).missing).toBe(0);
}

let promise: PromiseMade;
beforeEach(async () => {
  made = 0;
  await startAnew();
  promise = promiseRecord.create({ text: 'I call', by: 'me', due: '2026-11-22' }, stamp());
  await keepRecord('promises', promise);
});

test.each([
  ['kept', KEPT],
  ['broken', BROKEN]
] as const)('%s is on the log once, also after undo and once more', async (outcome, expected) => {
  const told = tellPromise(promise, outcome, stamp());
  await keep(told);
  await keep(told);
  expect(await logged()).toEqual(expected);
  await keepRecord('promises', promise);
  expect(await logged()).toEqual(NOTHING);
  await keep(told);
  expect(await logged()).toEqual(expected);
  await expectAgreement();
});

test('tapped twice before the card is gone, or in two tabs, it is on the log once', async () => {
  const taps = [1, 2, 3].map(() => tellPromise(promise, 'kept', stamp()));
  // The later ones find that the promise has been answered.
  await Promise.allSettled(taps.map(keep));
  expect(await logged()).toEqual(KEPT);
  const [row] = await allOf('promises');
  expect((await stored()).entries.map(({ id }) => id)).toEqual([row?.id]);
  await expectAgreement();
});

test('kept in one tab and not in the other: the last one counts, alone', async () => {
  await keep(tellPromise(promise, 'kept', stamp()));
  const undo = await keep(tellPromise(promise, 'broken', stamp()));
  expect(await logged()).toEqual(BROKEN);
  // Undone, what the other tab has told stands.
  await undo();
  expect(await logged()).toEqual(KEPT);
  await expectAgreement();
});

test('another outcome later takes its entry along, on the day of the first, and back', async () => {
  const kept = tellPromise(promise, 'kept', stamp());
  await keep(kept);
  const later = { ...stamp(), now: NOON + 9 * 86_400_000 };
  const broken = changePromise(kept.promise, { ...kept.promise, outcome: 'broken' }, later);
  const undo = await keep(broken);
  expect(await logged()).toEqual(BROKEN);
  expect((await stored()).entries[0]?.day).toBe('2026-11-22');
  await undo();
  expect(await logged()).toEqual(KEPT);
  await expectAgreement();
});

test('whose it was and what it said changes on the log, too', async () => {
  const kept = tellPromise(promise, 'kept', stamp());
  await keep(kept);
  const draft = { ...kept.promise, by: 'partner', text: 'They call' } as const;
  await keep(changePromise(kept.promise, draft, stamp()));
  expect((await stored()).entries).toMatchObject([
    { kind: 'promise', by: 'partner', outcome: 'kept', note: 'They call' }
  ]);
  await expectAgreement();
});

test('deleted from the log, other words do not bring it back; another outcome is on it once', async () => {
  const kept = tellPromise(promise, 'kept', stamp());
  await keep(kept);
  await retract(kept.promise.id);
  const said = changePromise(kept.promise, { ...kept.promise, text: 'I write' }, stamp());
  await keep(said);
  expect(await logged()).toEqual(NOTHING);
  await keep(changePromise(said.promise, { ...said.promise, outcome: 'broken' }, stamp()));
  expect(await logged()).toEqual(BROKEN);
  await expectAgreement();
});

test('in other words the entry stays on its own day, and is as it was once that is undone', async () => {
  const kept = tellPromise(promise, 'kept', stamp());
  await keep(kept);
  const [entry] = (await stored()).entries;
  if (entry?.kind !== 'promise') throw new Error('no entry');
  const moment = momentAt(NOON - 3 * 86_400_000, 'UTC');
  const facts = { ...entry, note: 'late' } as const;
  await amend(amendEntry(entry, { facts, moment }, NOON + 9_000_000));
  const said = changePromise(kept.promise, { ...kept.promise, text: 'I write' }, stamp());
  const undo = await keep(said);
  expect((await stored()).entries).toMatchObject([{ ...moment, outcome: 'kept', note: 'I write' }]);
  await undo();
  expect((await stored()).entries).toMatchObject([{ ...moment, outcome: 'kept', note: 'late' }]);
  await expectAgreement();
});

test('renegotiated, there is another in its place and nothing on the log; undone, only the old', async () => {
  const { old, next } = renegotiatePromise(
    promise,
    { text: 'I write', due: '2026-11-25' },
    stamp()
  );
  const keptBoth = await keepRecords([
    { table: 'promises', row: old, before: promise },
    { table: 'promises', row: next }
  ]);
  expect(await allOf('promises')).toEqual([old, next]);
  expect(await logged()).toEqual(NOTHING);
  await takeBack(keptBoth);
  expect(await allOf('promises')).toEqual([promise]);
  await expectAgreement();
});

test('deleted, what happened stays on the log, and comes back to its promise', async () => {
  const kept = tellPromise(promise, 'kept', stamp());
  await keep(kept);
  await removeRecord('promises', promise.id);
  expect(await logged()).toEqual(KEPT);
  await keepRecord('promises', kept.promise);
  await keep(changePromise(kept.promise, { ...kept.promise, outcome: undefined }, stamp()));
  expect(await logged()).toEqual(NOTHING);
  await expectAgreement();
});

test('after any outcomes in any order the log says the last one, once', async () => {
  const outcomes: (PromiseOutcome | undefined)[] = [
    ...(['kept', 'kept', 'broken', 'renegotiated', 'broken', undefined, 'kept'] as const),
    ...(['renegotiated', undefined, 'broken', 'kept'] as const)
  ];
  for (const outcome of outcomes) {
    const [row] = await allOf('promises');
    if (row) await keep(changePromise(row, { ...row, outcome }, stamp()));
    const isOnLog = outcome === 'kept' || outcome === 'broken';
    expect((await logged()).outcomes).toEqual(isOnLog ? [outcome] : []);
    await expectAgreement();
  }
});
