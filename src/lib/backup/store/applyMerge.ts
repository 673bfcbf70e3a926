import type { Table } from 'dexie';
import type { AccountMerge, Merge } from '../model/account.ts';
import type { PracticeRecord } from '#lib/practices/registry.ts';
import type { Entry } from '#lib/account/model/entry.ts';
import type { Answer } from '#lib/reminders/model/reminder.ts';
import type { Deleted } from '#lib/record/deleted.ts';
import { isSame } from '#lib/record/same.ts';
import { addToTally, emptyTally, takeFromTally } from '#lib/account/model/tally.ts';
import type { AnswerKey } from '#lib/reminders/store/tables.ts';
import type { StoredDraft } from '#lib/store/database.ts';
import { dropDraftsAbout } from '#lib/store/drafts.ts';
import { countRetracted } from '#lib/account/store/ledger.ts';
import type { Progress } from '#lib/store/progress.ts';
import { STEP } from './readAccount.ts';
import { db } from './tables.ts';

/*
 * Carries out what taking in another account would do, and takes it back. All of it runs inside a
 * transaction of the caller's that holds every table.
 */

type Key = string | AnswerKey | [table: string, id: string];

/** The part of a merge that falls to one table. */
interface Part<Row = unknown> {
  readonly table: Table<Row, Key>;
  readonly keyOf: (row: Row) => Key;
  readonly merge: Omit<Merge<Row>, 'skipped' | 'buried'>;
}

/**
 * Writes what a merge says, and the tallies with it. Resolves with what was half written about rows
 * that are gone: it goes with them.
 */
export async function carryOut(merge: AccountMerge, progress: Progress): Promise<StoredDraft[]> {
  for (const part of partsOf(merge)) {
    await write(part, part.table.name === 'entries' ? progress : () => undefined);
  }
  const { added, changed, gone } = merge.entries;
  await writeTallies([...gone, ...changed.map(({ from }) => from)], [...added, ...newer(changed)]);
  await countGone(gone.length);
  const rows = [...gone, ...merge.practices.gone.map(({ row }) => row)];
  return dropDraftsAbout(new Set(rows.map(({ id }) => id)));
}

/**
 * Takes back what {@link carryOut} did. Rows that were changed since, or removed, stay as they are
 * now: they are newer than what would be undone.
 */
export async function undoMerge(merge: AccountMerge): Promise<void> {
  let taken: Entry[] = [];
  for (const part of partsOf(merge)) {
    const { removed, put } = await revert(part);
    if (part.table.name !== 'entries') continue;
    taken = removed as Entry[];
    await writeTallies(taken, put as Entry[]);
  }
  // A row that only went back to what it was is not gone.
  const added = new Set(merge.entries.added.map(({ id }) => id));
  await countGone(taken.filter(({ id }) => added.has(id)).length);
}

function partsOf({ entries, reminders, answers, practices, deleted }: AccountMerge): Part[] {
  const byId = ({ id }: { readonly id: string }) => id;
  const bySlot = ({ reminderId, day, minute }: Answer): AnswerKey => [reminderId, day, minute];
  const byRow = ({ table, id }: Deleted): Key => [table, id];
  const { added, changed, gone } = practices;
  const tables = new Set([...added, ...newer(changed), ...gone].map(({ table }) => table));
  const parts = [
    { table: db.entries, keyOf: byId, merge: entries },
    { table: db.reminders, keyOf: byId, merge: reminders },
    { table: db.answers, keyOf: bySlot, merge: answers },
    { table: db.deletions, keyOf: byRow, merge: deleted },
    ...[...tables].map((table) => ({
      table: db.table(table),
      keyOf: byId,
      merge: ofTable(practices, table)
    }))
  ];
  return parts as unknown as Part[];
}

function ofTable({ added, changed, gone }: Merge<PracticeRecord>, name: string) {
  const rows = (records: readonly PracticeRecord[]) =>
    records.filter(({ table }) => table === name).map(({ row }) => row);
  const both = changed.filter(({ to }) => to.table === name);
  return {
    added: rows(added),
    changed: both.map(({ from, to }) => ({ from: from.row, to: to.row })),
    gone: rows(gone)
  };
}

const newer = <Row>(changed: Merge<Row>['changed']) => changed.map(({ to }) => to);

async function write({ table, keyOf, merge }: Part, progress: Progress): Promise<void> {
  const { added, gone } = merge;
  const changed = newer(merge.changed);
  const total = added.length + changed.length;
  for (const rows of steps(gone)) await table.bulkDelete(rows.map(keyOf));
  let done = 0;
  const tell = (rows: readonly unknown[]) => progress((done += rows.length), total);
  // Where one that cannot be opened stands in its place, an added row heals it.
  for (const rows of [...steps(added), ...steps(changed)]) {
    await table.bulkPut(rows);
    tell(rows);
  }
}

/** Resolves with the rows that are no longer there, and those that are there instead or again. */
async function revert({ table, keyOf, merge }: Part) {
  const { added, changed, gone } = merge;
  const removed: unknown[] = [];
  const put: unknown[] = [];
  for (const rows of steps(added)) {
    const now = await table.bulkGet(rows.map(keyOf));
    const same = rows.filter((row, index) => isSame(row, now[index]));
    await table.bulkDelete(same.map(keyOf));
    removed.push(...same);
  }
  for (const pairs of steps(changed)) {
    const now = await table.bulkGet(pairs.map(({ to }) => keyOf(to)));
    const same = pairs.filter(({ to }, index) => isSame(to, now[index]));
    await table.bulkPut(same.map(({ from }) => from));
    removed.push(...newer(same));
    put.push(...same.map(({ from }) => from));
  }
  for (const rows of steps(gone)) {
    const now = await table.bulkGet(rows.map(keyOf));
    const missing = rows.filter((_, index) => now[index] === undefined);
    await table.bulkPut(missing);
    put.push(...missing);
  }
  return { removed, put };
}

function steps<Row>(rows: readonly Row[]): Row[][] {
  const count = Math.ceil(rows.length / STEP);
  return Array.from({ length: count }, (_, step) => rows.slice(step * STEP, (step + 1) * STEP));
}

/** Entries that an import takes off the log are retracted, as far as the witness is concerned. */
async function countGone(count: number): Promise<void> {
  if (count === 0) return;
  await db.settings.put({ key: 'retracted', value: (await countRetracted()) + count });
}

/** Counts in memory and writes each tally once. */
async function writeTallies(taken: readonly Entry[], put: readonly Entry[]): Promise<void> {
  const tallies = new Map((await db.tallies.toArray()).map((tally) => [tally.day, tally]));
  const days = new Set<string>();
  const change = (entry: Entry, by: typeof addToTally) => {
    days.add(entry.day);
    tallies.set(entry.day, by(tallies.get(entry.day) ?? emptyTally(entry.day), entry));
  };
  for (const entry of taken) change(entry, takeFromTally);
  for (const entry of put) change(entry, addToTally);
  const touched = [...days].flatMap((day) => tallies.get(day) ?? []);
  const isEmpty = ({ counts }: (typeof touched)[number]) => Object.keys(counts).length === 0;
  await db.tallies.bulkDelete(touched.filter(isEmpty).map(({ day }) => day));
  await db.tallies.bulkPut(touched.filter((tally) => !isEmpty(tally)));
}
