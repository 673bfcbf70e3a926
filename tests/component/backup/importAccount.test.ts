import { beforeEach, expect, test } from 'vitest';
import { parseBackup } from '#lib/backup/read.ts';
import { serialise } from '#lib/backup/format.ts';
import { findMissing } from '#lib/account/store/tallyCheck.ts';
import { changeIdeas, currentIdeas } from '#lib/practices/together/store/ideas.ts';
import { db } from '../database.ts';
import { amend, keepRecord, tapOf } from '../ground.ts';
import { record, retract } from '#lib/account/store/ledger.ts';
import { prefer, preferences } from '#lib/store/preferences.ts';
import {
  allAnswers,
  allReminders,
  answerSlot,
  currentRules,
  keepReminder,
  setRules,
  showSlot
} from '#lib/reminders/store/reminders.ts';
import { allTallies, arrange, currentActs, currentTerms } from '#lib/account/store/queries.ts';
import { emptyAccount, importAccount, previewImport } from '#lib/backup/store/importAccount.ts';
import type { Intake } from '#lib/backup/store/planImport.ts';
import { readAccount } from '#lib/backup/store/readAccount.ts';
import { addUnsaved, readUnsaved } from '#lib/lock/store/unsaved.ts';
import { readWitness } from '#lib/account/store/witness.ts';
import type { Account } from '#lib/backup/model/account.ts';
import { DEFAULT_ACTS } from '#lib/account/model/acts.ts';
import {
  amendEntry,
  entryRecord,
  newEntry,
  type Entry,
  type Facts
} from '#lib/account/model/entry.ts';
import { DEFAULT_CHECK_IN } from '#lib/practices/checkIn/model/checkInTime.ts';
import { addIdea, NO_IDEAS } from '#lib/practices/together/model/ideas.ts';
import {
  DEFAULT_RULES,
  REMINDERS_MAX,
  UNTIL_RESUMED,
  type Answer,
  type Reminder
} from '#lib/reminders/model/reminder.ts';
import { tallyLog } from '#lib/account/model/tally.ts';
import { DEFAULT_TERMS, type Terms } from '#lib/account/model/terms.ts';
import { tellPromise } from '#lib/practices/promise/model/promise.ts';
import { promiseRecord, type PromiseMade } from '#lib/practices/promise/record.ts';
import { noPractices } from '#lib/practices/registry.ts';

const START = 1_700_000_000_000;
const HOUR = 3_600_000;
const TOWARD: Facts = { kind: 'bid', by: 'partner', response: 'toward' };
const AGAINST: Facts = { kind: 'bid', by: 'partner', response: 'against' };
const WITH: Intake = { way: 'merge', arrangements: 'taken' };
const WITHOUT: Intake = { way: 'merge', arrangements: 'left' };

const idOf = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const entryOf = (number: number, facts = TOWARD) =>
  newEntry(facts, { id: idOf(number), now: START + number * HOUR, zone: 'Europe/Berlin' });
const log = (count: number) => Array.from({ length: count }, (_, number) => entryOf(number));
const accountOf = (entries: readonly Entry[]): Account => ({
  terms: DEFAULT_TERMS,
  pauses: [],
  acts: DEFAULT_ACTS,
  partner: '',
  rules: DEFAULT_RULES,
  ideas: NO_IDEAS,
  checkIn: DEFAULT_CHECK_IN,
  reminders: [],
  answers: [],
  practices: noPractices(),
  deleted: [],
  entries
});
const reminderOf = (number: number, change: Partial<Reminder> = {}): Reminder => ({
  id: idOf(number),
  createdAt: START,
  updatedAt: START,
  text: 'Tea?',
  days: [6, 7],
  times: { kind: 'fixed', at: [1200] },
  isOn: true,
  sequence: 0,
  ...change
});
const answerOf = (minute: number, change: Partial<Answer> = {}): Answer => ({
  reminderId: idOf(1),
  day: '2023-11-18',
  minute,
  shownAt: START,
  ...change
});

const stampOf = (number: number, now: number) => ({ id: idOf(number), now, zone: 'Europe/Berlin' });
const withPromise = (promise: PromiseMade, entry?: Entry): Account => ({
  ...accountOf(entry ? [entry] : []),
  practices: { ...noPractices(), promises: [promise] }
});

const NIGHT = { from: 1320, to: 420 };
const ownTerms: Terms = { ...DEFAULT_TERMS, halfLife: 90 };

/** The tallies must be those that the log would make. */
async function expectAgreement() {
  const { entries } = await readAccount();
  expect(new Map((await allTallies()).map((tally) => [tally.day, tally]))).toEqual(
    tallyLog(entries)
  );
}

beforeEach(emptyAccount);

test('what is read, written to a file and taken into an empty log is the same account', async () => {
  await arrange({}, { terms: ownTerms, acts: [{ name: 'tea', hidden: true }] });
  for (const entry of [entryOf(2), entryOf(0, AGAINST), entryOf(1)]) await record(entry);
  await keepReminder(reminderOf(1));
  await keepReminder(reminderOf(2, { plan: { cue: 'we meet', action: 'I look' }, quiet: NIGHT }));
  await showSlot(answerOf(1200), START);
  await answerSlot(answerOf(1201), 'yes', START + HOUR, entryOf(3));
  await setRules(DEFAULT_RULES, { mostADay: 1, pausedUntil: UNTIL_RESUMED, showsWords: true });
  await changeIdeas([{ hide: 'hug', isHidden: true }]);
  const before = await readAccount();
  const tallies = await allTallies();
  expect(before.entries).toEqual([entryOf(0, AGAINST), entryOf(1), entryOf(2), entryOf(3)]);
  expect(before.reminders).toHaveLength(2);
  expect(before.answers).toHaveLength(2);

  await emptyAccount();
  expect(await readAccount()).toEqual(accountOf([]));
  const parsed = parseBackup(serialise(before, START));
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  await importAccount(parsed.account, WITH);

  expect(await readAccount()).toEqual(before);
  expect(await allTallies()).toEqual(tallies);
});

test('more entries than one step holds are read and written, and the progress told', async () => {
  const entries = log(4_500);
  const written: number[][] = [];
  await importAccount(accountOf(entries), WITHOUT, (...told) => written.push(told));
  expect(written).toEqual([
    [2000, 4500],
    [4000, 4500],
    [4500, 4500]
  ]);
  const read: number[][] = [];
  expect((await readAccount((...told) => read.push(told))).entries).toEqual(entries);
  expect(read).toEqual(written);
  await expectAgreement();
});

test('taking in the same account twice changes nothing the second time', async () => {
  const account = {
    ...accountOf(log(30)),
    reminders: [reminderOf(1)],
    answers: [answerOf(1200)]
  };
  expect((await importAccount(account, WITH)).entries).toMatchObject({ changed: [], skipped: 0 });
  const tallies = await allTallies();
  expect(await importAccount(account, WITH)).toEqual({
    entries: { added: [], changed: [], gone: [], skipped: 30, buried: 0 },
    reminders: { added: [], changed: [], gone: [], skipped: 1, buried: 0 },
    answers: { added: [], changed: [], gone: [], skipped: 1, buried: 0 },
    practices: { added: [], changed: [], gone: [], skipped: 0, buried: 0 },
    deleted: { added: [], changed: [], gone: [] },
    settings: [],
    drafts: []
  });
  expect(await readAccount()).toEqual(account);
  expect(await allTallies()).toEqual(tallies);
});

test('the version written later wins, on either side, and its tallies follow', async () => {
  await record(entryOf(0));
  await record(entryOf(1));
  const edited = (change: Parameters<typeof amendEntry>[1], now: number) =>
    entryRecord.follow(entryOf(0), amendEntry(entryOf(0), change, now));
  const newerHere = edited({ facts: AGAINST }, START + 10 * HOUR);
  await amend(newerHere);
  const olderThere = edited({}, START + 5 * HOUR);
  const newerThere = amendEntry(
    entryOf(1),
    { facts: AGAINST, moment: { at: START + 50 * HOUR, day: '2023-11-17', zone: 'UTC' } },
    START + 60 * HOUR
  );
  const account = accountOf([olderThere, newerThere, entryOf(2)]);

  const plan = {
    added: [entryOf(2)],
    changed: [{ from: entryOf(1), to: newerThere }],
    gone: [],
    skipped: 1,
    buried: 0
  };
  expect((await previewImport(account)).entries).toEqual(plan);
  expect((await readAccount()).entries).toEqual([newerHere, entryOf(1)]);
  expect((await importAccount(account, WITHOUT)).entries).toEqual(plan);
  expect((await readAccount()).entries).toEqual([newerHere, newerThere, entryOf(2)]);
  expect(await allTallies()).toEqual([
    { day: '2023-11-14', counts: { 'bid:partner:against': 1 } },
    { day: '2023-11-15', counts: { 'bid:partner:toward': 1 } },
    { day: '2023-11-17', counts: { 'bid:partner:against': 1 } }
  ]);
});

test('a day that an import empties keeps no tally', async () => {
  await record(entryOf(0));
  const moment = { at: START + 240 * HOUR, day: '2023-11-24', zone: 'UTC' };
  await importAccount(accountOf([amendEntry(entryOf(0), { moment }, START + HOUR)]), WITHOUT);
  expect((await allTallies()).map(({ day }) => day)).toEqual(['2023-11-24']);
});

test('where a write fails midway nothing at all is changed', async () => {
  await record(entryOf(0));
  const before = await readAccount();
  const tallies = await allTallies();
  const witness = readWitness();
  // No database can store a function: the second step fails after the first has been written.
  const unstorable = { ...entryOf(3000), note: () => 'x' } as unknown as Entry;
  const account = {
    ...accountOf([...log(2999), unstorable]),
    terms: ownTerms,
    reminders: [reminderOf(1)]
  };
  const done: number[] = [];
  await expect(importAccount(account, WITH, (count) => done.push(count))).rejects.toThrow(
    'storage: failed'
  );
  expect(done).toEqual([2000]);
  expect(await readAccount()).toEqual(before);
  expect(await allTallies()).toEqual(tallies);
  expect(readWitness()).toEqual(witness);
});

test('a reminder that cannot be written leaves the log as it was', async () => {
  const unstorable = { ...reminderOf(1), text: () => 'x' } as unknown as Reminder;
  const account = { ...accountOf(log(3)), reminders: [unstorable], answers: [answerOf(1200)] };
  await expect(importAccount(account, WITHOUT)).rejects.toThrow('storage: failed');
  expect(await readAccount()).toEqual(accountOf([]));
  expect(await allTallies()).toEqual([]);
});

test('of reminders and answers, too, the version written later wins on either side', async () => {
  const newerHere = reminderOf(1, { text: 'here', updatedAt: START + 2 });
  const olderHere = reminderOf(2, { text: 'here' });
  const putOff = { reply: 'not yet', repliedAt: START + 2 } as const;
  await keepReminder(newerHere);
  await keepReminder(olderHere);
  await answerSlot(answerOf(1), 'not yet', START + 2);
  await showSlot(answerOf(2), START);
  const newerThere = reminderOf(2, { text: 'there', updatedAt: START + 1 });
  const account = {
    ...accountOf([]),
    reminders: [reminderOf(1), newerThere, reminderOf(3)],
    answers: [answerOf(1), answerOf(2, putOff), answerOf(3)]
  };

  const plan = {
    reminders: {
      added: [reminderOf(3)],
      changed: [{ from: olderHere, to: newerThere }],
      skipped: 1,
      buried: 0
    },
    answers: {
      added: [answerOf(3)],
      changed: [{ from: answerOf(2), to: answerOf(2, putOff) }],
      skipped: 1,
      buried: 0
    }
  };
  expect(await previewImport(account)).toMatchObject(plan);
  expect(await allReminders()).toEqual([newerHere, olderHere]);
  expect(await importAccount(account, WITHOUT)).toMatchObject(plan);
  expect(await allReminders()).toEqual([newerHere, newerThere, reminderOf(3)]);
  expect(await allAnswers()).toEqual([
    answerOf(1, { ...putOff, shownAt: START + 2 }),
    answerOf(2, putOff),
    answerOf(3)
  ]);
});

test('a typo mended here and an outcome told elsewhere both stay', async () => {
  const facts = { text: 'Cal the plumber', by: 'me', due: '2023-11-20' } as const;
  const made = promiseRecord.create(facts, stampOf(1, START));
  await keepRecord('promises', made);
  const elsewhere = tellPromise(made, 'kept', stampOf(1, START + HOUR));
  const theirs = promiseRecord.follow(made, elsewhere.promise);
  await keepRecord('promises', promiseRecord.amend(made, { text: 'Call the plumber' }, START + 9));
  await importAccount(withPromise(theirs, elsewhere.entry), WITHOUT);
  const { practices, entries } = await readAccount();
  expect(practices.promises).toMatchObject([{ text: 'Call the plumber', outcome: 'kept' }]);
  expect(entries).toMatchObject([{ id: idOf(1), kind: 'promise', outcome: 'kept' }]);
  await expectAgreement();
});

test('no file takes an entry off the log by a record that bears its id', async () => {
  await record(entryOf(1));
  const facts = { text: 'x', by: 'me', due: '2023-11-20', outcome: 'kept' } as const;
  const told = promiseRecord.create(facts, stampOf(1, START));
  await importAccount(withPromise(told), WITHOUT);
  const again = promiseRecord.amend(told, { outcome: 'renegotiated' }, START + HOUR);
  await importAccount(withPromise(promiseRecord.follow(told, again)), WITHOUT);
  expect((await readAccount()).practices.promises).toMatchObject([{ outcome: 'renegotiated' }]);
  expect((await readAccount()).entries).toEqual([entryOf(1)]);
});

test('a file of version 1 leaves the reminders and their rules as they are', async () => {
  await keepReminder(reminderOf(1));
  await showSlot(answerOf(1200), START);
  await setRules(DEFAULT_RULES, { mostADay: 1, pausedUntil: null });
  await changeIdeas([{ hide: 'hug', isHidden: true }]);
  const { terms, pauses, acts, entries } = { ...accountOf(log(2)), terms: ownTerms };
  const head = { app: 'toward', version: 1, exportedAt: '2026-11-22T14:00:00.000Z' };
  const parsed = parseBackup(JSON.stringify({ ...head, terms, pauses, acts, entries }));
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  await importAccount(parsed.account, WITH);
  expect(await readAccount()).toEqual({
    ...accountOf(log(2)),
    terms: ownTerms,
    ideas: { ...NO_IDEAS, hidden: ['hug'] },
    rules: { mostADay: 1, pausedUntil: null },
    reminders: [reminderOf(1)],
    answers: [answerOf(1200)]
  });
});

test('terms, pauses, acts, the name, rules and ideas come along only where that is wanted', async () => {
  const account: Account = {
    terms: ownTerms,
    pauses: [{ from: '2026-01-01', to: null }],
    acts: [{ name: 'tea' }],
    partner: 'Sam',
    rules: { mostADay: 1, pausedUntil: START },
    ideas: addIdea(NO_IDEAS, { id: idOf(9), text: 'Feed the ducks', tags: ['out'] }),
    checkIn: { isOn: false, weekday: 5, minute: 480 },
    reminders: [],
    answers: [],
    practices: noPractices(),
    deleted: [],
    entries: log(1)
  };
  await importAccount(account, WITHOUT);
  expect(await currentTerms()).toEqual(DEFAULT_TERMS);
  expect(await currentActs()).toEqual(DEFAULT_ACTS);
  expect(await currentRules()).toEqual(DEFAULT_RULES);
  expect(await currentIdeas()).toEqual(NO_IDEAS);
  await importAccount(account, WITH);
  expect(await readAccount()).toEqual(account);
});

test('the witness sees what an import adds, and can be told from a loss afterwards', async () => {
  await record(entryOf(0));
  await importAccount(accountOf(log(20)), WITHOUT);
  expect(readWitness()).toEqual({ count: 20, retracted: 0, lastId: null });
  expect(await findMissing()).toEqual({ found: 20, missing: 0 });
  await retract(idOf(3));
  expect(await findMissing()).toEqual({ found: 19, missing: 0 });
});

test('erasing leaves nothing behind', async () => {
  const reminders = { reminders: [reminderOf(1)], answers: [answerOf(1200)] };
  const rules = { mostADay: 1, pausedUntil: null };
  await importAccount({ ...accountOf(log(5)), ...reminders, terms: ownTerms, rules }, WITH);
  addUnsaved([tapOf(entryOf(9))]);
  prefer({ theme: 'dark', welcomed: true });
  await emptyAccount();
  expect(await readAccount()).toEqual(accountOf([]));
  expect(await allTallies()).toEqual([]);
  expect(readUnsaved()).toEqual([]);
  expect(preferences.current).toMatchObject({ theme: 'system', welcomed: false });
  expect(Object.keys(localStorage).filter((key) => key.startsWith('toward.'))).toEqual([]);
});

test('a merge that would make a list too long for a backup names it; a replacement is none', async () => {
  const many = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => reminderOf(from + index));
  await db.transaction('rw', db.reminders, () => db.reminders.bulkAdd(many(1, REMINDERS_MAX - 1)));
  const account = (count: number) => ({
    ...accountOf([]),
    reminders: many(REMINDERS_MAX - 1, count)
  });
  // One of them is here already.
  expect((await previewImport(account(2))).crossed).toEqual([]);
  expect((await previewImport(account(3))).crossed).toEqual([
    { path: 'reminders', rule: 'reminders-max' }
  ]);
  expect((await previewImport(account(3), { way: 'replace' })).crossed).toEqual([]);
});
