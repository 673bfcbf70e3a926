import { beforeEach, expect, test } from 'vitest';
import { findMissing, mendTallies } from '#lib/account/store/tallyCheck.ts';
import { backupState, noteBackup } from '#lib/backup/store/backupState.ts';
import { keepDraft, readDraft } from '#lib/store/drafts.ts';
import { replace, retract } from '#lib/account/store/ledger.ts';
import { lastLoggedDay } from '#lib/practices/checkIn/store/checkInRules.ts';
import {
  allOf,
  keepRecords,
  putBack,
  removeRecord,
  takeBack
} from '#lib/practices/store/records.ts';
import type { PracticeRecord } from '#lib/practices/registry.ts';
import { newEntry, type Facts } from '#lib/account/model/entry.ts';
import type { Win } from '#lib/practices/ground/record.ts';
import type { PromiseMade } from '#lib/practices/promise/record.ts';
import { announceSaved } from '#lib/practices/form/announce.ts';
import { clash } from '#lib/store/clash.svelte.ts';
import { Announcer } from '#lib/ui/announcer.svelte.ts';
import { unshared } from '#lib/record/shared.ts';
import { db } from '../database.ts';
import { failWrites, keepRecord, startAnew, stored } from '../ground.ts';

const NOON = Date.UTC(2026, 2, 1, 12);
const idOf = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const written = (number: number) => ({
  id: idOf(number),
  at: NOON,
  day: '2026-03-01',
  zone: 'UTC',
  updatedAt: NOON
});
const open = (number: number): PromiseMade => ({
  ...written(number),
  text: 'call the plumber',
  by: 'me',
  due: '2026-03-02'
});
const kept = (number: number): PromiseMade => ({ ...open(number), outcome: 'kept' });
const onLog = (number: number) => ({ ...kept(number), isOnLog: true as const });
const win = (number: number): Win => ({ ...written(number), text: 'went for a run' });
const KEPT: Facts = { kind: 'promise', by: 'me', outcome: 'kept', note: 'call the plumber' };
const entry = (number: number) => newEntry(KEPT, { id: idOf(number), now: NOON, zone: 'UTC' });

const counted = (count: number) => [{ day: '2026-03-01', counts: { 'promise:kept': count } }];

/** The log, its tallies and its witness agree. */
async function expectAgreement() {
  expect((await mendTallies(() => Promise.resolve())).mended).toBe(0);
  expect((await findMissing()).missing).toBe(0);
}

beforeEach(startAnew);

test('a record and its entry are kept together, once', async () => {
  await keepRecord('promises', kept(1), entry(1));
  await keepRecord('promises', kept(1), entry(1));
  expect(await allOf('promises')).toEqual([onLog(1)]);
  expect(await stored()).toEqual({ entries: [entry(1)], tallies: counted(1) });
  await expectAgreement();
});

test('a record says whether its entry is on the log', async () => {
  await keepRecord('promises', kept(1), entry(1));
  expect(await allOf('promises')).toStrictEqual([onLog(1)]);
  await retract(idOf(1));
  expect(await allOf('promises')).toStrictEqual([kept(1)]);
  // Changed meanwhile, it takes nothing off, puts nothing on, and stores nothing of the log.
  await keepRecord('promises', { ...onLog(1), text: 'call again' });
  expect((await db.promises.toArray()).map(unshared)).toStrictEqual([
    { ...kept(1), text: 'call again' }
  ]);
  expect((await stored()).entries).toEqual([]);
  await replace({ before: undefined, after: entry(1) });
  expect(await allOf('promises')).toMatchObject([{ isOnLog: true }]);
  await expectAgreement();
});

test('what a newer version has written stays in a record that is rewritten', async () => {
  await db.transaction('rw', 'wins', () => db.table('wins').put({ ...win(1), mood: 'glad' }));
  await keepRecord('wins', { ...win(1), text: 'swam' });
  expect(await db.table('wins').toArray()).toMatchObject([
    { ...win(1), text: 'swam', mood: 'glad' }
  ]);
});

test('records that cannot be read are left out, those that can come oldest first', async () => {
  await keepRecord('wins', win(2));
  // Taken in from elsewhere: its id tells nothing of when it was written.
  await keepRecord('wins', { ...win(9), at: NOON - 1 });
  for (const odd of [{ zone: 1 }, { day: '2026-02-30' }, { at: 'noon' }]) {
    await db.transaction('rw', 'wins', () => db.table('wins').put({ ...win(5), ...odd }));
    expect(await allOf('wins')).toEqual([{ ...win(9), at: NOON - 1 }, win(2)]);
  }
});

test('a record of another shape is read: what it lacks is blank, and what cannot be read', async () => {
  await db.transaction('rw', 'requests', () =>
    db.table('requests').put({ ...written(6), impulse: 5, see: 'why', colour: 'red' })
  );
  expect(await allOf('requests')).toEqual([
    { ...written(6), impulse: '', see: 'why', feelings: [], about: '', wish: '' }
  ]);
  expect(await db.table('requests').toArray()).toMatchObject([{ impulse: 5, colour: 'red' }]);
});

test('what a record tells otherwise its entry tells too, at its own moment, and back', async () => {
  await keepRecord('promises', kept(1), entry(1));
  const later = { ...kept(1), text: 'call them', updatedAt: NOON + 5 };
  const undo = await keepRecord('promises', later);
  const told = { ...entry(1), note: 'call them', updatedAt: NOON + 5 };
  expect(await stored()).toEqual({ entries: [told], tallies: counted(1) });
  await undo();
  expect(await allOf('promises')).toEqual([onLog(1)]);
  expect(await stored()).toEqual({ entries: [entry(1)], tallies: counted(1) });
  await expectAgreement();
});

test('a change that takes an entry off can be undone with it', async () => {
  await keepRecord('promises', kept(1), entry(1));
  const undo = await keepRecord('promises', open(1));
  expect(await stored()).toEqual({ entries: [], tallies: [] });
  await undo();
  expect(await stored()).toEqual({ entries: [entry(1)], tallies: counted(1) });
  await expectAgreement();
});

test('a change that puts an entry on is undone with it, also where the record told the same before', async () => {
  await keepRecord('promises', kept(1));
  expect(await stored()).toEqual({ entries: [], tallies: [] });
  const undo = await keepRecord('promises', { ...kept(1), updatedAt: NOON + 5 }, entry(1));
  expect(await stored()).toEqual({ entries: [entry(1)], tallies: counted(1) });
  await undo();
  expect(await allOf('promises')).toEqual([kept(1)]);
  expect(await stored()).toEqual({ entries: [], tallies: [] });
  await expectAgreement();
});

test('nothing is taken off where the user did so before, and no undo brings it back', async () => {
  await keepRecord('promises', kept(1), entry(1));
  await retract(idOf(1));
  const undo = await keepRecord('promises', open(1));
  expect(await stored()).toEqual({ entries: [], tallies: [] });
  await undo();
  expect(await allOf('promises')).toEqual([kept(1)]);
  expect(await stored()).toEqual({ entries: [], tallies: [] });
  await expectAgreement();
});

test('records of several tables are kept all or none, and taken back', async () => {
  const records: PracticeRecord[] = [
    { table: 'promises', row: kept(1) },
    { table: 'wins', row: win(2) }
  ];
  const letGo = failWrites('tallies', new DOMException('full', 'QuotaExceededError'));
  await expect(keepRecords(records, entry(1))).rejects.toMatchObject({ fault: 'full' });
  letGo();
  expect([await allOf('promises'), await allOf('wins')]).toEqual([[], []]);
  expect(await stored()).toEqual({ entries: [], tallies: [] });

  const keptNow = await keepRecords(records, entry(1));
  expect([await allOf('promises'), await allOf('wins')]).toEqual([[onLog(1)], [win(2)]]);
  await takeBack(keptNow);
  expect([await allOf('promises'), await allOf('wins')]).toEqual([[], []]);
  expect(await stored()).toEqual({ entries: [], tallies: [] });
  await expectAgreement();
});

test('undone, a record is half written again, but for where another one is by now', async () => {
  const record: PracticeRecord = { table: 'wins', row: win(1), draft: 'wins' };
  for (const [since, after] of [[undefined, 'half'] as const, ['new', 'new'] as const]) {
    await keepDraft('wins', 'half');
    const keptNow = await keepRecords([record]);
    expect(await readDraft('wins')).toBeUndefined();
    if (since) await keepDraft('wins', since);
    await takeBack(keptNow);
    expect(await readDraft('wins')).toBe(after);
  }
});

test('an entry of no record does not get onto the log', async () => {
  await keepRecord('promises', kept(1), entry(2));
  expect(await stored()).toEqual({ entries: [], tallies: [] });
  await expectAgreement();
});

test('a record in the place of another is taken back with what became of that one', async () => {
  const old: PracticeRecord = { table: 'promises', row: open(1) };
  const next: PracticeRecord = { table: 'promises', row: open(2) };
  await keepRecord('promises', open(1));
  const changed = {
    ...old,
    row: { ...open(1), outcome: 'renegotiated' },
    before: old.row
  } as const;
  await takeBack(await keepRecords([changed, next]));
  expect(await allOf('promises')).toEqual([open(1)]);
  expect(await stored()).toEqual({ entries: [], tallies: [] });
  const keptLate = await keepRecords([changed, next]);
  // Told once more in another tab.
  await keepRecord('promises', kept(1), entry(1));
  await expect(takeBack(keptLate)).rejects.toMatchObject({ fault: 'changed', found: kept(1) });
  expect(await allOf('promises')).toEqual([onLog(1), open(2)]);
  expect(await stored()).toEqual({ entries: [entry(1)], tallies: counted(1) });
  await expectAgreement();
});

test('a record that is removed leaves its entry on the log, and comes back to it', async () => {
  await keepRecord('promises', kept(1), entry(1));
  expect((await removeRecord('promises', idOf(1)))?.row).toEqual(kept(1));
  expect(await removeRecord('promises', idOf(1))).toBeUndefined();
  expect(await stored()).toEqual({ entries: [entry(1)], tallies: counted(1) });
  await keepRecord('promises', kept(1));
  expect(await stored()).toEqual({ entries: [entry(1)], tallies: counted(1) });
});

test('with a record goes what is half written about it, and comes back with it', async () => {
  await keepRecord('wins', win(1));
  await keepRecord('wins', win(2));
  for (const key of [`wins/${idOf(1)}`, `wins/${idOf(1)}/anew`, `wins/${idOf(2)}`, 'wins']) {
    await keepDraft(key, { text: 'half' });
  }
  const removed = await removeRecord('wins', idOf(1));
  const left = [`wins/${idOf(1)}`, `wins/${idOf(1)}/anew`, `wins/${idOf(2)}`, 'wins'];
  expect(await Promise.all(left.map(readDraft))).toEqual([
    undefined,
    undefined,
    { text: 'half' },
    { text: 'half' }
  ]);
  // What was begun meanwhile is not written over.
  await keepDraft(`wins/${idOf(1)}/anew`, { text: 'another' });
  if (removed) await putBack('wins', removed);
  expect(await allOf('wins')).toEqual([win(1), win(2)]);
  expect(await readDraft(`wins/${idOf(1)}`)).toEqual({ text: 'half' });
  expect(await readDraft(`wins/${idOf(1)}/anew`)).toEqual({ text: 'another' });
});

test('records are told in the order in which they were made', async () => {
  for (const number of [3, 1, 2]) await keepRecord('wins', win(number));
  expect(await allOf('wins')).toEqual([win(1), win(2), win(3)]);
});

test('a draft is kept until it is dropped', async () => {
  expect(await readDraft('thought')).toBeUndefined();
  await keepDraft('thought', { thought: 'they must' });
  await keepDraft('thought', { thought: 'they must be' });
  await keepDraft('fear', { prediction: 'no' });
  expect(await readDraft('thought')).toEqual({ thought: 'they must be' });
  await keepDraft('thought', undefined);
  expect(await readDraft('thought')).toBeUndefined();
  expect(await readDraft('fear')).toEqual({ prediction: 'no' });
});

test('records are to be saved as entries are', async () => {
  await keepRecord('promises', kept(1), entry(1));
  await keepRecord('wins', { ...win(2), day: '2026-02-27' });
  const state = await backupState('2026-03-02');
  expect(state).toMatchObject({ unsaved: 3, firstDay: '2026-02-27' });
  await noteBackup({ last: { at: NOON, day: '2026-03-01', count: 1 } });
  expect((await backupState('2026-03-02')).unsaved).toBe(0);
  await keepRecord('wins', { ...win(2), updatedAt: NOON + 1 });
  expect((await backupState('2026-03-02')).unsaved).toBe(1);
});

test('the last day with something on the log is none that is still to come', async () => {
  await db.transaction('rw', db.tallies, () =>
    db.tallies.bulkPut([
      { day: '2026-03-01', counts: { act: 1 } },
      { day: '2027-03-01', counts: { act: 1 } }
    ])
  );
  expect(await lastLoggedDay('2026-03-02')).toBe('2026-03-01');
  expect(await lastLoggedDay('2026-02-28')).toBeUndefined();
});

test('quick presses are no other tab: all of them count, and a repeated one is undone with the first', async () => {
  await keepRecord('promises', open(1));
  const announcer = new Announcer();
  const press = (more: object) => {
    const row = { ...open(1), ...more, updatedAt: NOON + 1 };
    const record = { table: 'promises' as const, row, before: open(1) };
    return announceSaved(announcer.tell, 'Saved.', [record], entry(1));
  };
  const keep = { outcome: 'kept' };
  expect(await Promise.all([press(keep), press(keep)])).toEqual([true, true]);
  expect(clash.asked).toBeUndefined();
  expect(await allOf('promises')).toMatchObject([{ outcome: 'kept', isOnLog: true }]);
  await announcer.undo();
  expect(await allOf('promises')).toEqual([open(1)]);
  expect(await stored()).toEqual({ entries: [], tallies: [] });

  await Promise.all([press({ text: 'Other words' }), press(keep)]);
  expect(await allOf('promises')).toMatchObject([{ text: 'Other words', outcome: 'kept' }]);
  await expectAgreement();
});

test('one draft that is kept in two tabs is one record, with the words of the later press', async () => {
  await db.transaction('rw', 'wins', () => db.table('wins').put(win(1)));
  await keepRecords([{ table: 'wins', row: { ...win(1), text: 'two' } }]);
  expect(await allOf('wins')).toEqual([{ ...win(1), text: 'two', updatedAt: NOON + 1 }]);
});

test('a half-written form goes with the record that it becomes, or stays with all else', async () => {
  await keepDraft('wins', { text: 'half' });
  const saved = { table: 'wins' as const, row: win(1), draft: 'wins' };
  const letGo = failWrites('tallies', new DOMException('full', 'QuotaExceededError'));
  const told = { table: 'promises' as const, row: kept(2) };
  await expect(keepRecords([saved, told], entry(2))).rejects.toMatchObject({ fault: 'full' });
  letGo();
  expect([await allOf('wins'), await readDraft('wins')]).toEqual([[], { text: 'half' }]);
  await keepRecords([saved]);
  expect([await allOf('wins'), await readDraft('wins')]).toEqual([[win(1)], undefined]);
  // Pressed once more, or after a lost answer, it goes too.
  await keepDraft('wins', { text: 'half' });
  await keepRecords([saved]);
  expect(await readDraft('wins')).toBeUndefined();
});
