import type { Arrangements } from '#lib/account/model/arrangements.ts';
import type { Decisions } from './settings.ts';
import type { Entry } from '#lib/account/model/entry.ts';
import { slotKey, type Answer, type Reminder } from '#lib/reminders/model/reminder.ts';
import { isSame } from '#lib/record/same.ts';
import {
  practiceOf,
  practiceTables,
  type PracticeRecord,
  type Practices
} from '#lib/practices/registry.ts';

/**
 * Everything there is to keep: the log, the reminders, the practices, and what the user has decided.
 * Of that a part is absent where it is not known: a backup from before there was any of it.
 */
export interface Account extends Arrangements, Partial<Omit<Decisions, keyof Arrangements>> {
  readonly entries: readonly Entry[];
  readonly reminders: readonly Reminder[];
  readonly answers: readonly Answer[];
  readonly practices: Practices;
}

/** How many rows there are: entries, records of practices, reminders. */
export function countRows({ entries, reminders, practices }: Account): number {
  const records = practiceTables().reduce((sum, table) => sum + practices[table].length, 0);
  return entries.length + reminders.length + records;
}

/** Parts of an account that an older backup says nothing about. */
export type Lacking = 'reminders' | 'practices';

/** What taking in other rows would do to those that are here. */
export interface Merge<Row> {
  readonly added: readonly Row[];
  /** Rows that are here in an older version: the newer one, and the one it replaces. */
  readonly changed: readonly { readonly from: Row; readonly to: Row }[];
  /** Rows that are here and would be no longer. */
  readonly gone: readonly Row[];
  /** How many of the incoming make no difference. */
  readonly skipped: number;
}

/** What taking in another account would do to this one. */
export interface AccountMerge {
  readonly entries: Merge<Entry>;
  readonly reminders: Merge<Reminder>;
  readonly answers: Merge<Answer>;
  /** The records of all practices, with the table that each belongs to. */
  readonly practices: Merge<PracticeRecord>;
}

/** What tells rows of one kind apart, and when each was written last. */
export interface Identity<Row> {
  readonly keyOf: (row: Row) => string;
  /** In milliseconds since the epoch. */
  readonly writtenAt: (row: Row) => number;
}

/** Of entries and of reminders. */
export const byId: Identity<{ readonly id: string; readonly updatedAt: number }> = {
  keyOf: ({ id }) => id,
  writtenAt: ({ updatedAt }) => updatedAt
};

/** Of the records of practices. */
export const byRow: Identity<PracticeRecord> = {
  keyOf: ({ table, row }) => `${table} ${row.id}`,
  writtenAt: ({ row }) => row.updatedAt
};

/** Of answers. */
export const bySlot: Identity<Answer> = {
  keyOf: slotKey,
  writtenAt: ({ shownAt, repliedAt }) => repliedAt ?? shownAt
};

/**
 * Compares incoming rows with those here that share a key. The one written later wins, so taking in
 * the same rows twice changes nothing the second time. Of incoming rows that share a key only the
 * one written last counts.
 *
 * @param present by their keys; rows that none of the incoming shares a key with may be left out
 */
export function planMerge<Row>(
  present: ReadonlyMap<string, Row>,
  incoming: readonly Row[],
  { keyOf, writtenAt }: Identity<Row>
): Merge<Row> {
  const newest = newestOf(incoming, { keyOf, writtenAt });
  const added: Row[] = [];
  const changed: { from: Row; to: Row }[] = [];
  for (const [key, to] of newest) {
    const from = present.get(key);
    if (!from) added.push(to);
    else if (writtenAt(to) > writtenAt(from)) changed.push({ from, to });
  }
  return { added, changed, gone: [], skipped: incoming.length - added.length - changed.length };
}

/**
 * What it takes to have the incoming rows in the place of those here, and no others. Of incoming
 * rows that share a key only the one written last counts.
 *
 * @param present all rows that are here, by their keys
 */
export function planReplace<Row>(
  present: ReadonlyMap<string, Row>,
  incoming: readonly Row[],
  identity: Identity<Row>
): Merge<Row> {
  const newest = newestOf(incoming, identity);
  const added = [...newest].filter(([key]) => !present.has(key)).map(([, row]) => row);
  const changed = [...newest].flatMap(([key, to]) => {
    const from = present.get(key);
    return from && !isSame(from, to) ? [{ from, to }] : [];
  });
  const gone = [...present].filter(([key]) => !newest.has(key)).map(([, row]) => row);
  return { added, changed, gone, skipped: incoming.length - added.length - changed.length };
}

/**
 * The ids of records, and so of entries, that tell something on the log in an older version, here or
 * incoming, and nothing in the later one. Their entries must not outlive a merge.
 */
export function entriesLeft(
  present: ReadonlyMap<string, PracticeRecord>,
  incoming: readonly PracticeRecord[]
): Set<string> {
  const left = new Set<string>();
  for (const one of incoming) {
    const here = present.get(byRow.keyOf(one)) ?? one;
    const isLater = byRow.writtenAt(one) > byRow.writtenAt(here);
    const [older, later] = isLater ? [here, one] : [one, here];
    if (tellsOf(older) && !tellsOf(later)) left.add(one.row.id);
  }
  return left;
}

/** What a record has to say on the log. */
function tellsOf({ table, row }: PracticeRecord) {
  const { read, tells } = practiceOf(table);
  const known = read(row);
  return known && tells(known);
}

function newestOf<Row>(
  rows: readonly Row[],
  { keyOf, writtenAt }: Identity<Row>
): Map<string, Row> {
  const newest = new Map<string, Row>();
  for (const row of rows) {
    const known = newest.get(keyOf(row));
    if (!known || writtenAt(row) > writtenAt(known)) newest.set(keyOf(row), row);
  }
  return newest;
}
