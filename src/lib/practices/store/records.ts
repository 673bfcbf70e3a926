import type { Table } from 'dexie';
import type { PracticeRecord } from '#lib/practices/registry.ts';
import { amendEntry, type Entry, type Facts } from '#lib/account/model/entry.ts';
import { isSame } from '#lib/account/model/same.ts';
import { withConnection } from '#lib/store/connection.ts';
import type { StoredDraft } from '#lib/store/database.ts';
import { dropDraftsAbout, putBackDrafts } from '#lib/store/drafts.ts';
import { addCounted, replaceCounted, retractCounted } from '#lib/account/store/ledger.ts';
import { db } from './tables.ts';
import { witnessRecorded, witnessRetracted } from '#lib/account/store/witness.ts';
import {
  practiceOf,
  type PracticeRow,
  type PracticeRows,
  type PracticeTable
} from '../registry.ts';

/*
 * What the practices keep. A record may have put an entry on the log, which bears the record's own id;
 * the two are written in one transaction.
 */

/**
 * All records of a table that can be read, in the order in which they were made, and of each whether
 * its entry is on the log.
 */
export function allOf<T extends PracticeTable>(table: T): Promise<PracticeRows[T][]> {
  const rows = rowsOf<PracticeRows[T]>(table);
  const { read, tells } = practiceOf(table);
  return withConnection(() =>
    db.transaction('r', rows, db.entries, async () => {
      const all = (await rows.toArray()).flatMap((row) => read(row) ?? []);
      const telling = all.filter((row) => tells(row)).map(({ id }) => id);
      const entries = telling.length > 0 ? await db.entries.bulkGet(telling) : [];
      const onLog = new Set(entries.map((entry) => entry?.id));
      return all
        .map((row) => (onLog.has(row.id) ? { ...row, isOnLog: true as const } : row))
        .sort((one, other) => one.at - other.at);
    })
  );
}

/**
 * Keeps a record: a new one, or a new version of one that is there. With it, or not at all, the log
 * changes: `entry` is put on it, or says something else there at its own moment; what the record tells
 * otherwise than before is told so by its entry too, and that is taken off where the record has
 * nothing more to tell. Resolves with what was taken off or changed, to be handed in again where this
 * is undone.
 *
 * @param entry the record's own, under its id
 * @throws StorageError
 */
export async function keepRecord<T extends PracticeTable>(
  table: T,
  row: PracticeRows[T],
  entry?: Entry
): Promise<Entry | undefined> {
  const [takenOff] = await keepRecords([{ table, row }], entry);
  return takenOff;
}

/**
 * Keeps records of any tables, all of them or none, each as {@link keepRecord} keeps one. An entry of
 * none of them does not get onto the log: it would be nobody's.
 *
 * @throws StorageError
 */
export function keepRecords(records: readonly PracticeRecord[], entry?: Entry): Promise<Entry[]> {
  return exchange(records, [], entry);
}

/**
 * Takes back records that were just made, and the entries that they have put on the log: all of it
 * or nothing.
 *
 * @param before records that were changed with them, as they were
 * @throws StorageError
 */
export async function takeBack(
  records: readonly PracticeRecord[],
  before: readonly PracticeRecord[] = []
): Promise<void> {
  await exchange(before, records);
}

/**
 * Keeps records and lets others go, in one transaction with the log. Resolves with the entries that
 * came off or were changed, as they were.
 */
async function exchange(
  kept: readonly PracticeRecord[],
  gone: readonly PracticeRecord[],
  added?: Entry
): Promise<Entry[]> {
  const old = new Map<string, Entry>();
  const off = new Set<string>();
  const isNew = await write([...kept, ...gone], async () => {
    let isAdded = false;
    for (const { table, row } of gone) {
      await rowsOf(table).delete(row.id);
      const { read, tells } = practiceOf(table);
      const known = read(row);
      if (known && tells(known)) await takeOff(row.id);
    }
    for (const { table, row } of kept) {
      const told = await put(table, row);
      const entry = await db.entries.get(row.id);
      const next = nextEntry({ table, row }, told, entry, added);
      if (!entry && next) isAdded = await addCounted(next);
      else if (entry && next && !isSame(entry, next)) {
        await replaceCounted(entry, next);
        if (!old.has(entry.id)) old.set(entry.id, entry);
      } else if (entry && !next && told) await takeOff(row.id);
    }
    return isAdded;
  });
  for (const id of off) witnessRetracted(id);
  if (added && isNew) witnessRecorded(added.id);
  return [...old.values()];

  async function takeOff(id: string): Promise<void> {
    const entry = await db.entries.get(id);
    if (!entry || !(await retractCounted(id))) return;
    // Kept from the first run where only its answer was lost.
    old.set(id, entry);
    off.add(id);
  }
}

/** What a record has to tell. */
type Telling = ReturnType<ReturnType<typeof practiceOf>['tells']>;

/**
 * Writes a row in place of the stored one, whose keys that this version does not know stay: a newer
 * one may have written them. Resolves with what the stored one had to tell.
 */
async function put(table: PracticeTable, row: PracticeRow): Promise<Telling> {
  const { read, others, tells } = practiceOf(table);
  const stored = await rowsOf<object>(table).get(row.id);
  const before = read(stored);
  await rowsOf<object>(table).put({ ...(stored && others(stored)), ...read(row) });
  return before && tells(before);
}

/** What a record's entry is once the record is kept: none where it tells nothing, or is not to be put on the log. */
function nextEntry(
  { table, row }: PracticeRecord,
  told: Telling,
  entry: Entry | undefined,
  added: Entry | undefined
): Entry | undefined {
  const known = practiceOf(table).read(row);
  const telling = known && practiceOf(table).tells(known);
  if (!telling) return undefined;
  const own = added?.id === row.id ? added : undefined;
  if (!entry) return own;
  const { at, day, zone } = entry;
  if (own) return { ...own, at, day, zone };
  if (isSame(told, telling)) return entry;
  return amendEntry(entry, { facts: { ...entry, ...telling } as Facts }, row.updatedAt);
}

/** A record that was removed, and what was half written about it. */
export interface Removed<Table extends PracticeTable> {
  readonly row: PracticeRows[Table];
  readonly drafts: readonly StoredDraft[];
}

/**
 * Removes a record, and what is half written about it. The entry that it put on the log stays: it
 * happened. Resolves with what went; with undefined where there is no record with that id.
 *
 * @throws StorageError
 */
export async function removeRecord<T extends PracticeTable>(
  table: T,
  id: string
): Promise<Removed<T> | undefined> {
  const rows = rowsOf<PracticeRows[T]>(table);
  let removed: Removed<T> | undefined;
  await withConnection(() =>
    db.transaction('rw', rows, db.drafts, async () => {
      const row = await rows.get(id);
      await rows.delete(id);
      const drafts = await dropDraftsAbout(new Set([id]));
      // Kept from the first run where only its answer was lost.
      if (row) removed = { row, drafts };
    })
  );
  return removed;
}

/**
 * Puts back what {@link removeRecord} took away.
 *
 * @throws StorageError
 */
export function putBack<T extends PracticeTable>(
  table: T,
  { row, drafts }: Removed<T>
): Promise<void> {
  const rows = rowsOf<PracticeRows[T]>(table);
  return withConnection(() =>
    db.transaction('rw', rows, db.drafts, async () => {
      await rows.put(row);
      await putBackDrafts(drafts);
    })
  );
}

function write<T>(records: readonly PracticeRecord[], body: () => Promise<T>): Promise<T> {
  const tables = records.map(({ table }) => rowsOf(table));
  const { entries, tallies, settings, drafts } = db;
  return withConnection(() =>
    db.transaction('rw', [...tables, entries, tallies, settings, drafts], body)
  );
}

function rowsOf<Row = PracticeRow>(table: PracticeTable): Table<Row, string> {
  return db.table(table);
}
