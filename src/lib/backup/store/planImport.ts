import type { Entry } from '#lib/account/model/entry.ts';
import { walkLog } from '#lib/account/store/walkLog.ts';
import { practiceTables, type PracticeRecord, type Practices } from '#lib/practices/registry.ts';
import {
  ANSWERS,
  ENTRIES,
  entriesLeft,
  planMerge,
  planReplace,
  RECORDS,
  REMINDERS,
  type Account,
  type AccountMerge,
  type Identity,
  type Lacking,
  type Merge
} from '../model/account.ts';
import { readPractices, STEP } from './readAccount.ts';
import { db } from './tables.ts';

/** How another account is taken in: beside what is here, or in its place. */
export type Way = 'merge' | 'replace';

/** What is taken in, and how. */
export interface Intake {
  readonly way: Way;
  /** Whether what the user has decided is taken too: always, never, or where nothing is decided here. */
  readonly arrangements: 'taken' | 'left' | 'missing';
  /** What the account says nothing about: it stays as it is, whatever the way. */
  readonly lacks?: readonly Lacking[];
}

/**
 * What taking in an account would do to the one that is here. It runs inside a transaction of the
 * caller's that holds every table.
 */
export async function planImport(
  account: Account,
  { way, lacks = [] }: Pick<Intake, 'way' | 'lacks'>
): Promise<AccountMerge> {
  const { entries, reminders, answers, practices } = account;
  const [here, answered] = await Promise.all([db.reminders.toArray(), db.answers.toArray()]);
  const kept = keyed(recordsOf(await readPractices()), RECORDS);
  const incoming = recordsOf(practices);
  const plan = (part?: Lacking) =>
    way === 'replace' && !lacks.some((lacking) => lacking === part) ? planReplace : planMerge;
  const log = plan()(await entriesHere(entries, way), entries, ENTRIES);
  return {
    entries: way === 'merge' ? await withoutLeft(log, entriesLeft(kept, incoming)) : log,
    reminders: plan('reminders')(keyed(here, REMINDERS), reminders, REMINDERS),
    answers: plan('reminders')(keyed(answered, ANSWERS), answers, ANSWERS),
    practices: plan('practices')(kept, incoming, RECORDS)
  };
}

/** The merge of the log, without entries that no record tells any longer once those are merged. */
async function withoutLeft(
  log: Merge<Entry>,
  left: ReadonlyMap<string, Entry['kind']>
): Promise<Merge<Entry>> {
  if (left.size === 0) return log;
  const isLeft = ({ id, kind }: Entry) => left.get(id) === kind;
  const added = log.added.filter((entry) => !isLeft(entry));
  const changed = log.changed.filter(({ to }) => !isLeft(to));
  const here = await db.entries.bulkGet([...left.keys()]);
  const total = log.added.length + log.changed.length + log.skipped;
  return {
    added,
    changed,
    gone: here.filter((entry) => entry !== undefined).filter(isLeft),
    skipped: total - added.length - changed.length
  };
}

function recordsOf(practices: Practices): PracticeRecord[] {
  return practiceTables().flatMap((table) => practices[table].map((row) => ({ table, row })));
}

/** Entries by their ids: to replace them all, or to merge only those that the incoming know. */
async function entriesHere(incoming: readonly Entry[], way: Way): Promise<Map<string, Entry>> {
  const ids = new Set(incoming.map(({ id }) => id));
  const present = new Map<string, Entry>();
  await walkLog(STEP, (step) => {
    for (const entry of step) {
      if (way === 'replace' || ids.has(entry.id)) present.set(entry.id, entry);
    }
  });
  return present;
}

function keyed<Row>(rows: readonly Row[], { keyOf }: Identity<Row>): Map<string, Row> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}
