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
  /** Rows that are here in another version: what the two come to, and the one that this replaces. */
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

/** What tells rows of one kind apart, and how two versions of one are brought together. */
export interface Identity<Row> {
  readonly keyOf: (row: Row) => string;
  /** Reads a stored row, of whatever shape; undefined where it can't be read. */
  readonly read: (stored: unknown) => Row | undefined;
  /** The same whichever comes first. */
  readonly join: (one: Row, other: Row) => Row;
}

export const ENTRIES: Identity<Entry> = {
  keyOf: ({ id }) => id,
  read: (stored) => entryRecord.read(stored),
  join: entryRecord.join
};

export const REMINDERS: Identity<Reminder> = {
  keyOf: ({ id }) => id,
  read: (stored) => reminderField.read(stored, mend, ''),
  join: joinReminders
};

export const RECORDS: Identity<PracticeRecord> = {
  keyOf: ({ table, row }) => `${table} ${row.id}`,
  read(stored) {
    const { table, row } = stored as PracticeRecord;
    const read = practiceOf(table).read(row);
    return read && { table, row: read };
  },
  join: ({ table, row }, other) => ({ table, row: practiceOf(table).join(row, other.row) })
};

/** Of two answers to one prompt the one given later stays. */
export const ANSWERS: Identity<Answer> = {
  keyOf: slotKey,
  read: (stored) => answerField.read(stored, mend, ''),
  join(one, other) {
    const difference = answeredAt(one) - answeredAt(other);
    return difference > 0 || (difference === 0 && sortsLater(one, other)) ? one : other;
  }
};

function answeredAt({ shownAt, repliedAt }: Answer): number {
  return repliedAt ?? shownAt;
}

/**
 * Brings incoming rows together with those here that share a key. It doesn't matter in which order
 * devices exchange their rows, and taking in the same rows twice changes nothing the second time.
 *
 * @param present by their keys; rows that none of the incoming shares a key with may be left out
 */
export function planMerge<Row>(
  present: ReadonlyMap<string, Row>,
  incoming: readonly Row[],
  identity: Identity<Row>
): Merge<Row> {
  const added: Row[] = [];
  const changed: { from: Row; to: Row }[] = [];
  for (const [key, row] of joined(incoming, identity)) {
    const from = present.get(key);
    const known = from && identity.read(from);
    const to = known ? identity.join(known, row) : row;
    if (!from) added.push(to);
    else if (!isSame(known, to)) changed.push({ from, to });
  }
  return { added, changed, gone: [], skipped: incoming.length - added.length - changed.length };
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
  return { added, changed, gone, skipped: incoming.length - added.length - changed.length };
}

/**
 * The records that tell something on the log in one version, here or incoming, and nothing once the
 * two are brought together: their ids, and the kind of the entry that must not outlive a merge. An
 * entry of another kind is not the record's, whatever a file says.
 */
export function entriesLeft(
  present: ReadonlyMap<string, PracticeRecord>,
  incoming: readonly PracticeRecord[]
): Map<string, Entry['kind']> {
  const left = new Map<string, Entry['kind']>();
  for (const one of incoming) {
    const here = present.get(RECORDS.keyOf(one));
    const known = here && RECORDS.read(here);
    if (!known || tellsOf(RECORDS.join(known, one))) continue;
    const told = tellsOf(known) ?? tellsOf(one);
    if (told) left.set(one.row.id, told.kind);
  }
  return left;
}

/** What a record has to say on the log. */
function tellsOf({ table, row }: PracticeRecord) {
  return practiceOf(table).tells(row);
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
