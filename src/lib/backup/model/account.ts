import type { Arrangements } from '#lib/account/model/arrangements.ts';
import type { Decisions } from './settings.ts';
import { entryRecord, type Entry } from '#lib/account/model/entry.ts';
import {
  answerField,
  joinReminders,
  reminderField,
  slotKey,
  type Answer,
  type Reminder
} from '#lib/reminders/model/reminder.ts';
import { deletedKey, outlives, type Deleted } from '#lib/record/deleted.ts';
import { mend } from '#lib/record/field.ts';
import { isSame } from '#lib/record/same.ts';
import { sortsLater } from '#lib/record/shared.ts';
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
  /** What was deleted within the last year. */
  readonly deleted?: readonly Deleted[];
}

/** The most rows in any list of an account, but for the reminders: more don't fit into a file of the allowed size. */
export const ROWS_MAX = 1_000_000;

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
  /** Rows that are here in another version: what the two come to, and the one that this replaces. */
  readonly changed: readonly { readonly from: Row; readonly to: Row }[];
  /** Rows that are here and would be no longer. */
  readonly gone: readonly Row[];
  /** How many of the incoming make no difference. */
  readonly skipped: number;
  /** How many of those are not added: they were deleted since. */
  readonly buried: number;
}

/** What taking in another account would do to this one. */
export interface AccountMerge {
  readonly entries: Merge<Entry>;
  readonly reminders: Merge<Reminder>;
  readonly answers: Merge<Answer>;
  /** The records of all practices, with the table that each belongs to. */
  readonly practices: Merge<PracticeRecord>;
  /** What is remembered of deletions. */
  readonly deleted: Omit<Merge<Deleted>, 'skipped' | 'buried'>;
}

/** What tells rows of one kind apart, and how two versions of one are brought together. */
export interface Identity<Row> {
  readonly keyOf: (row: Row) => string;
  /** Reads a stored row, of whatever shape; undefined where it can't be read. */
  readonly read: (stored: unknown) => Row | undefined;
  /** The same whichever comes first. */
  readonly join: (one: Row, other: Row) => Row;
  /** Whether a row outlives its deletion. */
  readonly outlives: (row: Row, deleted: Deleted) => boolean;
}

export const ENTRIES: Identity<Entry> = {
  keyOf: ({ id }) => deletedKey({ table: 'entries', id }),
  read: (stored) => entryRecord.read(stored),
  join: entryRecord.join,
  outlives
};

export const REMINDERS: Identity<Reminder> = {
  keyOf: ({ id }) => deletedKey({ table: 'reminders', id }),
  read: (stored) => reminderField.read(stored, mend, ''),
  join: joinReminders,
  outlives
};

export const RECORDS: Identity<PracticeRecord> = {
  keyOf: ({ table, row: { id } }) => deletedKey({ table, id }),
  read(stored) {
    const { table, row } = stored as PracticeRecord;
    const read = practiceOf(table).read(row);
    return read && { table, row: read };
  },
  join: ({ table, row }, other) => ({ table, row: practiceOf(table).join(row, other.row) }),
  outlives: ({ row }, deleted) => outlives(row, deleted)
};

/** Of two answers to one prompt the one given later stays. They go with their reminder. */
export const ANSWERS: Identity<Answer> = {
  keyOf: slotKey,
  read: (stored) => answerField.read(stored, mend, ''),
  join(one, other) {
    const difference = answeredAt(one) - answeredAt(other);
    return difference > 0 || (difference === 0 && sortsLater(one, other)) ? one : other;
  },
  outlives: () => true
};

function answeredAt({ shownAt, repliedAt }: Answer): number {
  return repliedAt ?? shownAt;
}

/**
 * Brings incoming rows together with those here that share a key, and takes away what was deleted
 * later than it was written. It doesn't matter in which order devices exchange their rows, and taking
 * in the same rows twice changes nothing the second time.
 *
 * @param present by their keys; rows that none of the incoming and of the deletions shares a key with
 * may be left out
 * @param deleted here, and there
 */
export function planMerge<Row>(
  present: ReadonlyMap<string, Row>,
  incoming: readonly Row[],
  identity: Identity<Row>,
  deleted: ReadonlyMap<string, Deleted> = new Map()
): Merge<Row> {
  const { outlives, read, join } = identity;
  const isAlive = (row: Row, key: string) => {
    const at = deleted.get(key);
    return !at || outlives(row, at);
  };
  const added: Row[] = [];
  const changed: { from: Row; to: Row }[] = [];
  const gone: Row[] = [];
  let buried = 0;
  const rows = joined(incoming, identity);
  for (const [key, row] of rows) {
    const from = present.get(key);
    const known = from && read(from);
    const to = known ? join(known, row) : row;
    if (!isAlive(to, key)) {
      if (from) gone.push(from);
      else buried += 1;
    } else if (!from) added.push(to);
    else if (!isSame(known, to)) changed.push({ from, to });
  }
  for (const key of deleted.keys()) {
    const from = rows.has(key) ? undefined : present.get(key);
    const known = from && read(from);
    if (from && known && !isAlive(known, key)) gone.push(from);
  }
  const skipped = incoming.length - added.length - changed.length;
  return { added, changed, gone, skipped, buried };
}

/**
 * What it takes to have the incoming rows in the place of those here, and no others.
 *
 * @param present all rows that are here, by their keys
 */
export function planReplace<Row>(
  present: ReadonlyMap<string, Row>,
  incoming: readonly Row[],
  identity: Identity<Row>
): Merge<Row> {
  const rows = joined(incoming, identity);
  const added = [...rows].filter(([key]) => !present.has(key)).map(([, row]) => row);
  const changed = [...rows].flatMap(([key, to]) => {
    const from = present.get(key);
    return from && !isSame(from, to) ? [{ from, to }] : [];
  });
  const gone = [...present].filter(([key]) => !rows.has(key)).map(([, row]) => row);
  const skipped = incoming.length - added.length - changed.length;
  return { added, changed, gone, skipped, buried: 0 };
}

/** Rows by their keys, with those that share a key brought together. */
function joined<Row>(rows: readonly Row[], { keyOf, join }: Identity<Row>): Map<string, Row> {
  const byKey = new Map<string, Row>();
  for (const row of rows) {
    const known = byKey.get(keyOf(row));
    byKey.set(keyOf(row), known ? join(known, row) : row);
  }
  return byKey;
}
