import type { Table } from 'dexie';
import type { Entry } from '#lib/domain/entry.ts';
import type { Written } from '#lib/domain/practice/record.ts';
import type { PracticeRows, PracticeTable } from '#lib/domain/practice/practices.ts';
import { withConnection } from './connection.ts';
import { db } from './database.ts';
import { addCounted, retractCounted } from './ledger.ts';
import { witnessRecorded, witnessRetracted } from './witness.ts';

/*
 * What the practices keep. A record may have put an entry on the log; then it names that entry, and
 * the two are written in one transaction.
 */

/** A record as this file needs to know it. */
type Row = Written & { readonly entryId?: string };

/** All records of a table, in the order in which they were made. */
export function allOf<T extends PracticeTable>(table: T): Promise<PracticeRows[T][]> {
  return withConnection(() => rowsOf<PracticeRows[T]>(table).toArray());
}

/** The entry that a record has put on the log; undefined where there is none, or none any more. */
export async function entryNamedBy({ entryId }: Row): Promise<Entry | undefined> {
  return entryId === undefined ? undefined : withConnection(() => db.entries.get(entryId));
}

/**
 * Keeps a record: a new one, or a new version of one that is there. With it, or not at all, the log
 * changes: `entry` is put on it, once, and the entry that the stored record names and this one no
 * longer does is taken off.
 *
 * @param entry the one that the record names in `entryId`
 * @throws StorageError
 */
export function keepRecord<T extends PracticeTable>(
  table: T,
  record: PracticeRows[T],
  entry?: Entry
): Promise<void> {
  return keepRecords(table, [record], entry);
}

/**
 * Keeps several records at once, all of them or none, as {@link keepRecord} keeps one.
 *
 * @throws StorageError
 */
export async function keepRecords<T extends PracticeTable>(
  table: T,
  records: readonly PracticeRows[T][],
  entry?: Entry
): Promise<void> {
  const rows: Table<Row, string> = rowsOf(table);
  const told = await write(rows, async () => {
    const stored = await rows.bulkGet(records.map(({ id }) => id));
    const named = new Set(records.map((record: Row) => record.entryId));
    const dropped = stored.flatMap((row) => row?.entryId ?? []).filter((id) => !named.has(id));
    await rows.bulkPut(records);
    const retracted: string[] = [];
    for (const id of dropped) if (await retractCounted(id)) retracted.push(id);
    return { retracted, isNew: entry !== undefined && (await addCounted(entry)) };
  });
  told.retracted.forEach(witnessRetracted);
  if (entry && told.isNew) witnessRecorded(entry.id);
}

/**
 * Removes a record. The entry that it put on the log stays: it happened. Resolves with the record,
 * to be kept again where that is undone; with undefined where there is none with that id.
 *
 * @throws StorageError
 */
export async function removeRecord<T extends PracticeTable>(
  table: T,
  id: string
): Promise<PracticeRows[T] | undefined> {
  const rows = rowsOf<PracticeRows[T]>(table);
  let removed: PracticeRows[T] | undefined;
  await withConnection(() =>
    db.transaction('rw', rows, async () => {
      // Kept from the first run where only its answer was lost.
      removed = (await rows.get(id)) ?? removed;
      await rows.delete(id);
    })
  );
  return removed;
}

function write<T>(rows: Table<Row, string>, body: () => Promise<T>): Promise<T> {
  const { entries, tallies, settings } = db;
  return withConnection(() => db.transaction('rw', [rows, entries, tallies, settings], body));
}

function rowsOf<R>(table: PracticeTable): Table<R, string> {
  return db.table(table);
}
