import type { Entry } from '#lib/account/model/entry.ts';
import {
  practiceOf,
  practiceTables,
  type PracticeRecord,
  type Practices
} from '#lib/practices/registry.ts';
import { deletedKey, deletionOf, REMEMBERED_MS, type Deleted } from '#lib/record/deleted.ts';
import { REMINDERS_MAX, type Answer } from '#lib/reminders/model/reminder.ts';
import {
  ANSWERS,
  ENTRIES,
  planMerge,
  planReplace,
  RECORDS,
  REMINDERS,
  ROWS_MAX,
  type Account,
  type AccountMerge,
  type Identity,
  type Lacking,
  type Merge
} from './account.ts';

/** How another account is taken in: beside what is here, or in its place. */
export type Way = 'merge' | 'replace';

/** How another account is taken in, as far as its rows go. */
export interface Manner {
  readonly way: Way;
  /** What the account says nothing about: it stays as it is, whatever the way. */
  readonly lacks?: readonly Lacking[];
}

/** The rows of an account. */
export type Rows = Pick<Account, 'entries' | 'reminders' | 'answers' | 'practices' | 'deleted'>;

type Deletions = ReadonlyMap<string, Deleted>;

/**
 * What taking in an account would do to the one that is here.
 *
 * @param rows those here; of the entries all, or all that the account tells of
 * @param now in milliseconds since the epoch: older deletions are forgotten
 */
export function planAccount(
  account: Rows,
  rows: Rows,
  { way, lacks = [] }: Manner,
  now: number
): AccountMerge {
  const records = recordsOf(account.practices);
  const here = {
    entries: keyed(rows.entries, ENTRIES),
    reminders: keyed(rows.reminders, REMINDERS),
    answers: keyed(rows.answers, ANSWERS),
    practices: keyed(recordsOf(rows.practices), RECORDS),
    deleted: byKey(rows.deleted ?? [])
  };
  const { deleted: told = [] } = account;
  const known = [...here.deleted.values(), ...told, ...untold(account, here)];
  const deleted = byKey(
    (way === 'merge' ? known : told).filter(({ at }) => at > now - REMEMBERED_MS)
  );
  const entries = plan(undefined, here.entries, account.entries, ENTRIES);
  const reminders = plan('reminders', here.reminders, account.reminders, REMINDERS);
  const practices = plan('practices', here.practices, records, RECORDS);
  const there = new Set([
    ...keysAfter(here.entries, entries, ENTRIES),
    ...keysAfter(here.reminders, reminders, REMINDERS),
    ...keysAfter(here.practices, practices, RECORDS)
  ]);
  const isLost = ({ reminderId: id }: Answer) => {
    const key = deletedKey({ table: 'reminders', id });
    return deleted.has(key) && !there.has(key);
  };
  const left = account.answers.filter((answer) => !isLost(answer));
  const answers = plan('reminders', here.answers, left, ANSWERS);
  return {
    entries,
    reminders,
    practices,
    answers: { ...answers, gone: [...new Set([...answers.gone, ...rows.answers.filter(isLost)])] },
    deleted: planDeletions(here.deleted, deleted, (key) => there.has(key))
  };

  function plan<Row>(
    part: Lacking | undefined,
    present: ReadonlyMap<string, Row>,
    incoming: readonly Row[],
    identity: Identity<Row>
  ): Merge<Row> {
    const isReplaced = way === 'replace' && !lacks.some((lacking) => lacking === part);
    return isReplaced
      ? planReplace(present, incoming, identity)
      : planMerge(present, incoming, identity, deleted);
  }
}

/** A list that would be longer than a backup may hold: its path in one, and the rule. */
export interface Crossed {
  readonly path: string;
  readonly rule: 'rows-max' | 'reminders-max';
}

/** The lists of a backup, by their paths. */
export const LISTS = [
  'entries',
  'reminders',
  'answers',
  ...practiceTables().map((table) => `practices.${table}`)
];

/**
 * The lists that a merge would make longer than a backup may hold.
 *
 * @param held how many rows each has, by its path
 */
export function crossedBy(
  { entries, reminders, answers, practices }: AccountMerge,
  held: ReadonlyMap<string, number>
): Crossed[] {
  const others: Readonly<Record<string, Growth>> = { entries, reminders, answers };
  const ofPractice = (path: string): Growth => {
    const isIn = ({ table }: PracticeRecord) => path === `practices.${table}`;
    return { added: practices.added.filter(isIn), gone: practices.gone.filter(isIn) };
  };
  return LISTS.flatMap((path): Crossed[] => {
    const { added, gone } = others[path] ?? ofPractice(path);
    const growth = added.length - gone.length;
    const [max, rule]: [number, Crossed['rule']] =
      path === 'reminders' ? [REMINDERS_MAX, 'reminders-max'] : [ROWS_MAX, 'rows-max'];
    return growth > 0 && (held.get(path) ?? 0) + growth > max ? [{ path, rule }] : [];
  });
}

type Growth = Pick<Merge<unknown>, 'added' | 'gone'>;

/** The records of all practices, with the table that each belongs to. */
export function recordsOf(practices: Practices): PracticeRecord[] {
  return practiceTables().flatMap((table) => practices[table].map((row) => ({ table, row })));
}

/** Deletions by their keys: of two of one row the later one. */
function byKey(deleted: readonly Deleted[]): Map<string, Deleted> {
  const later = new Map<string, Deleted>();
  for (const one of deleted) {
    const known = later.get(deletedKey(one));
    if (!known || one.at > known.at) later.set(deletedKey(one), one);
  }
  return later;
}

/** What is remembered of deletions: those of rows that are not there once the two are brought together. */
function planDeletions(
  here: Deletions,
  both: Deletions,
  isThere: (key: string) => boolean
): AccountMerge['deleted'] {
  const stay = new Map([...both].filter(([key]) => !isThere(key)));
  return {
    added: [...stay].filter(([key]) => !here.has(key)).map(([, one]) => one),
    changed: [...stay].flatMap(([key, to]) => {
      const from = here.get(key);
      return from && from.at !== to.at ? [{ from, to }] : [];
    }),
    gone: [...here].filter(([key]) => !stay.has(key)).map(([, one]) => one)
  };
}

/**
 * The entries of records that tell something on the log in one version, here or incoming, and nothing
 * once the two are brought together: as if deleted after they were written. An entry of another kind is
 * not the record's, whatever a file says.
 */
function untold(
  { entries, practices }: Rows,
  here: {
    readonly entries: ReadonlyMap<string, Entry>;
    readonly practices: ReadonlyMap<string, PracticeRecord>;
  }
): Deleted[] {
  const incoming = keyed(entries, ENTRIES);
  return recordsOf(practices).flatMap((one) => {
    const stored = here.practices.get(RECORDS.keyOf(one));
    const known = stored && RECORDS.read(stored);
    if (!known || tellsOf(RECORDS.join(known, one))) return [];
    const kind = (tellsOf(known) ?? tellsOf(one))?.kind;
    const key = deletedKey({ table: 'entries', id: one.row.id });
    return [here.entries.get(key), incoming.get(key)].flatMap((entry) =>
      entry?.kind === kind && entry ? [deletionOf('entries', entry, 0)] : []
    );
  });
}

/** What a record has to say on the log. */
function tellsOf({ table, row }: PracticeRecord) {
  return practiceOf(table).tells(row);
}

function keysAfter<Row>(
  present: ReadonlyMap<string, Row>,
  { added, gone }: Merge<Row>,
  { keyOf }: Identity<Row>
): string[] {
  const lost = new Set(gone.map(keyOf));
  const stay = [...present.keys()].filter((key) => !lost.has(key));
  return [...stay, ...added.map(keyOf)];
}

function keyed<Row>(rows: readonly Row[], { keyOf }: Identity<Row>): Map<string, Row> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}
