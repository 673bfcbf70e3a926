import {
  byId,
  byRow,
  bySlot,
  planMerge,
  type Account,
  type AccountMerge,
  type Identity,
  type Merge,
  type PracticeRecord
} from '#lib/domain/account.ts';
import type { Entry } from '#lib/domain/entry.ts';
import { NO_PRACTICES, PRACTICE_TABLES, type Practices } from '#lib/domain/practice/practices.ts';
import { addToTally, emptyTally, takeFromTally } from '#lib/domain/tally.ts';
import { withConnection } from './connection.ts';
import { db } from './database.ts';
import { currentCheckIn } from './checkIn.ts';
import { currentIdeas } from './ideas.ts';
import { countRetracted } from './ledger.ts';
import { forgetPreferences } from './preferences.ts';
import { currentActs, currentPauses, currentTerms } from './questions.ts';
import { allAnswers, allReminders, currentRules } from './reminders.ts';
import { keepUnsaved } from './unsaved.ts';
import { forgetWitness, writeWitness } from './witness.ts';

/** Is told how far long work has come: so many entries of so many. */
export type Progress = (done: number, total: number) => void;

/** Entries that one step reads or writes: large enough to be fast, small enough to show progress. */
const STEP = 2000;

/**
 * The whole account, read from the log step by step.
 *
 * @throws StorageError
 */
export async function readAccount(progress: Progress = () => undefined): Promise<Account> {
  const [terms, pauses, acts] = await Promise.all([currentTerms(), currentPauses(), currentActs()]);
  const [reminders, answers, rules, ideas, checkIn] = await Promise.all([
    allReminders(),
    allAnswers(),
    currentRules(),
    currentIdeas(),
    currentCheckIn()
  ]);
  const entries = await withConnection(() =>
    db.transaction('r', db.entries, async () => {
      const total = await db.entries.count();
      const all: Entry[] = [];
      await readLog((step) => {
        all.push(...step);
        progress(all.length, total);
      });
      return all;
    })
  );
  const practices = await readPractices();
  return { terms, pauses, acts, rules, ideas, checkIn, reminders, answers, practices, entries };
}

function readPractices(): Promise<Practices> {
  return withConnection(() =>
    db.transaction('r', PRACTICE_TABLES, async () => {
      const tables = await Promise.all(PRACTICE_TABLES.map((table) => db.table(table).toArray()));
      const read = PRACTICE_TABLES.map((table, index) => [table, tables[index]]);
      return { ...NO_PRACTICES, ...Object.fromEntries(read) };
    })
  );
}

/**
 * What {@link importAccount} would do to the account as it is now.
 *
 * @throws StorageError
 */
export function previewImport(account: Account): Promise<AccountMerge> {
  return withConnection(() => db.transaction('r', db.tables, () => planImport(account)));
}

/**
 * Takes in the entries, the reminders and the practices of an account, and what the user had decided too where
 * `withArrangements` says so: all of it or, where anything fails, nothing. Doing so twice changes
 * nothing the second time.
 *
 * @throws StorageError
 */
export async function importAccount(
  account: Account,
  { withArrangements }: { withArrangements: boolean },
  progress: Progress = () => undefined
): Promise<AccountMerge> {
  const { merge, ...log } = await withConnection(() =>
    db.transaction('rw', db.tables, async () => {
      const merge = await planImport(account);
      await writeEntries(merge.entries, progress);
      await writeTallies(merge.entries);
      await db.reminders.bulkPut(written(merge.reminders));
      await db.answers.bulkPut(written(merge.answers));
      await writePractices(written(merge.practices));
      if (withArrangements) await writeArrangements(account);
      return { merge, count: await db.entries.count(), retracted: await countRetracted() };
    })
  );
  writeWitness({ ...log, lastId: null });
  return merge;
}

/**
 * Erases everything that this app keeps on this device.
 *
 * @throws StorageError
 */
export async function eraseEverything(): Promise<void> {
  forgetWitness();
  await withConnection(() =>
    db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear())))
  );
  keepUnsaved([]);
  forgetPreferences();
}

async function planImport(account: Account): Promise<AccountMerge> {
  const { entries, reminders, answers, practices } = account;
  const [here, answered] = await Promise.all([db.reminders.toArray(), db.answers.toArray()]);
  const kept = recordsOf(await readPractices());
  return {
    entries: await planEntries(entries),
    reminders: planMerge(keyed(here, byId), reminders, byId),
    answers: planMerge(keyed(answered, bySlot), answers, bySlot),
    practices: planMerge(keyed(kept, byRow), recordsOf(practices), byRow)
  };
}

function recordsOf(practices: Practices): PracticeRecord[] {
  return PRACTICE_TABLES.flatMap((table) => practices[table].map((row) => ({ table, row })));
}

async function writePractices(records: readonly PracticeRecord[]): Promise<void> {
  for (const [table, rows] of Map.groupBy(records, ({ table }) => table)) {
    await db.table(table).bulkPut(rows.map(({ row }) => row));
  }
}

async function planEntries(entries: readonly Entry[]): Promise<Merge<Entry>> {
  const ids = new Set(entries.map(({ id }) => id));
  const present = new Map<string, Entry>();
  await readLog((step) => {
    for (const entry of step) if (ids.has(entry.id)) present.set(entry.id, entry);
  });
  return planMerge(present, entries, byId);
}

function keyed<Row>(rows: readonly Row[], { keyOf }: Identity<Row>): Map<string, Row> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}

function written<Row>({ added, changed }: Merge<Row>): Row[] {
  return [...added, ...changed.map(({ to }) => to)];
}

/** Reads the whole log in the order of its ids. A key range at a time is far faster than a cursor. */
async function readLog(take: (step: readonly Entry[]) => void): Promise<void> {
  for (let step = await readAfter(''); step.length > 0; step = await readAfter(step.at(-1)?.id)) {
    take(step);
  }
}

function readAfter(id = ''): PromiseLike<Entry[]> {
  return db.entries.where('id').above(id).limit(STEP).toArray();
}

async function writeEntries({ added, changed }: Merge<Entry>, progress: Progress): Promise<void> {
  const total = added.length + changed.length;
  for (let done = 0; done < added.length; done += STEP) {
    await db.entries.bulkAdd(added.slice(done, done + STEP));
    progress(Math.min(done + STEP, added.length), total);
  }
  for (let done = 0; done < changed.length; done += STEP) {
    await db.entries.bulkPut(changed.slice(done, done + STEP).map(({ to }) => to));
    progress(added.length + Math.min(done + STEP, changed.length), total);
  }
}

/** Counts in memory and writes each tally once. */
async function writeTallies({ added, changed }: Merge<Entry>): Promise<void> {
  const tallies = new Map((await db.tallies.toArray()).map((tally) => [tally.day, tally]));
  const days = new Set<string>();
  const change = (entry: Entry, by: typeof addToTally) => {
    days.add(entry.day);
    tallies.set(entry.day, by(tallies.get(entry.day) ?? emptyTally(entry.day), entry));
  };
  for (const { from } of changed) change(from, takeFromTally);
  for (const { to } of changed) change(to, addToTally);
  for (const entry of added) change(entry, addToTally);
  const touched = [...days].flatMap((day) => tallies.get(day) ?? []);
  const isEmpty = ({ counts }: (typeof touched)[number]) => Object.keys(counts).length === 0;
  await db.tallies.bulkDelete(touched.filter(isEmpty).map(({ day }) => day));
  await db.tallies.bulkPut(touched.filter((tally) => !isEmpty(tally)));
}

async function writeArrangements({
  terms,
  pauses,
  acts,
  rules,
  ideas,
  checkIn
}: Account): Promise<void> {
  await db.settings.bulkPut([
    { key: 'terms', value: terms },
    { key: 'pauses', value: pauses },
    { key: 'acts', value: acts }
  ]);
  if (rules) await db.settings.put({ key: 'rules', value: rules });
  if (ideas) await db.settings.put({ key: 'ideas', value: ideas });
  if (checkIn) await db.settings.put({ key: 'checkIn', value: checkIn });
}
