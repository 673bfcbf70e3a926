import type { Table } from 'dexie';
import type { PracticeRecord } from '#lib/backup/model/account.ts';
import type { Entry } from '#lib/account/model/entry.ts';
import { withConnection } from '#lib/store/connection.ts';
import type { StoredDraft } from '#lib/store/database.ts';
import { dropDraftsAbout, putBackDrafts } from '#lib/store/drafts.ts';
import { addCounted, replaceCounted, retractCounted } from '#lib/account/store/ledger.ts';
import { db } from './tables.ts';
import { witnessRecorded, witnessRetracted } from '#lib/account/store/witness.ts';
import {
  entryIdOf,
  practiceOf,
  type PracticeRow,
  type PracticeRows,
  type PracticeTable
} from '../registry.ts';

/*
 * What the practices keep. A record may have put an entry on the log; then it names that entry, and
 * the two are written in one transaction.
 */

/**
 * All records of a table that can be read, in the order in which they were made. An entry that was
 * taken off the log is not named by its record; it is again where that is undone.
 */
export function allOf<T extends PracticeTable>(table: T): Promise<PracticeRows[T][]> {
  const rows = rowsOf<PracticeRows[T]>(table);
  const { read } = practiceOf(table);
  return withConnection(() =>
    db.transaction('r', rows, db.entries, async () => {
      const all = (await rows.toArray()).map((row) => read(row));
      const found = all.filter((row) => row !== undefined);
      return asOnLog(found.sort((one, other) => one.at - other.at));
    })
  );
}

async function asOnLog<Row extends PracticeRow>(rows: Row[]): Promise<Row[]> {
  const ids = rows.flatMap((row) => entryIdOf(row) ?? []);
  const entries = ids.length > 0 ? await db.entries.bulkGet(ids) : [];
  const lost = new Set(ids.filter((_, index) => !entries[index]));
  return rows.map((row) => {
    if (!lost.has(entryIdOf(row) ?? '')) return row;
    const copy: Row & { entryId?: string } = { ...row };
    delete copy.entryId;
    return copy;
  });
}

/**
 * Keeps a record: a new one, or a new version of one that is there. With it, or not at all, the log
 * changes: `entry` is put on it, once, and the entry that the stored record names and this one no
 * longer does is taken off. An entry that the stored record names already is changed where it still
 * is on the log, and stays at its moment. Resolves with what was taken off or changed, to be handed in
 * again where this is undone.
 *
 * @param entry the one that the record names in `entryId`
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
 * Keeps records of any tables, all of them or none, each as {@link keepRecord} keeps one. An entry
 * that none of them names does not get onto the log: it would be nobody's.
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
 * Keeps records and lets others go, in one transaction with the log: what any of them has put on it
 * and none of the kept ones names comes off. Resolves with what came off, and what was changed.
 */
async function exchange(
  kept: readonly PracticeRecord[],
  gone: readonly PracticeRecord[],
  entry?: Entry
): Promise<Entry[]> {
  const all = [...kept, ...gone];
  const named = new Set(kept.map(({ row }) => entryIdOf(row)));
  let takenOff: Entry[] = [];
  let changed: Entry | undefined;
  const isNew = await write(all, async () => {
    const before = await Promise.all(all.map(({ table, row }) => rowsOf(table).get(row.id)));
    const onLog = [...before, ...gone.map(({ row }) => row)].flatMap(
      (row) => (row && entryIdOf(row)) ?? []
    );
    for (const { table, row } of kept) await rowsOf(table).put(row);
    for (const { table, row } of gone) await rowsOf(table).delete(row.id);
    const now = await retractAll([...new Set(onLog)].filter((id) => !named.has(id)));
    // Kept from the first run where only its answer was lost.
    if (now.length > 0) takenOff = now;
    if (!entry || !named.has(entry.id)) return false;
    if (!onLog.includes(entry.id)) return addCounted(entry);
    const old = await changeCounted(entry);
    changed ??= old;
    return false;
  });
  for (const { id } of takenOff) witnessRetracted(id);
  if (entry && isNew) witnessRecorded(entry.id);
  return changed ? [...takenOff, changed] : takenOff;
}

/** Changes an entry that is on the log, at its moment. Resolves with it as it was, if it was there. */
async function changeCounted(entry: Entry): Promise<Entry | undefined> {
  const before = await db.entries.get(entry.id);
  if (!before) return undefined;
  const { at, day, zone } = before;
  await replaceCounted(before, { ...entry, at, day, zone });
  return before;
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

/** Resolves with the entries, of those named, that were there. */
async function retractAll(ids: readonly string[]): Promise<Entry[]> {
  const entries = (await db.entries.bulkGet([...ids])).filter((entry) => entry !== undefined);
  for (const { id } of entries) await retractCounted(id);
  return entries;
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
