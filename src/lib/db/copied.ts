import { Dexie } from 'dexie';
import { PRACTICE_TABLES } from '#lib/domain/practice/practices.ts';
import { withConnection } from './connection.ts';
import { db } from './database.ts';
import { countRetracted } from './ledger.ts';
import { COUNTED_TABLES, NO_REMOVALS, type Removals } from './removals.ts';

/*
 * What the second copy is compared with.
 */

/** How much there is, and how much was ever removed. */
export interface RowCounts {
  /** Entries. */
  readonly count: number;
  /** Entries that were ever retracted. */
  readonly retracted: number;
  /** All rows: entries, records of practices, reminders. */
  readonly rows: number;
  /** Rows other than entries that were ever removed. */
  readonly removed: number;
}

/**
 * Counts what there is, rows that cannot be read among it.
 *
 * @throws StorageError
 */
export function rowCounts(): Promise<RowCounts> {
  const tables = ['entries', ...COUNTED_TABLES].map((name) => db.table(name));
  return withConnection(() =>
    db.transaction('r', [...tables, db.settings, db.device], async () => {
      const [count = 0, ...others] = await Promise.all(tables.map((table) => table.count()));
      const { removed } =
        ((await db.device.get('removals')) as Removals | undefined) ?? NO_REMOVALS;
      const rows = others.reduce((sum, number) => sum + number, count);
      return { count, retracted: await countRetracted(), rows, removed };
    })
  );
}

/** Where removing or rewriting a row takes away words or facts that a person no longer wants kept. */
const TABLES = ['entries', 'reminders', 'device', ...PRACTICE_TABLES].map(
  (table) => `idb://${db.name}/${table}/:dels`
);

/**
 * Calls back after rows were removed or rewritten, here or in another tab; a row that is only new
 * does not count. Until the function returned is called.
 */
export function onRemoval(listener: () => void): () => void {
  // Dexie tells of each commit by the parts of tables that it touched.
  const hear = (parts: object) => {
    if (TABLES.some((part) => part in parts)) listener();
  };
  Dexie.on('storagemutated', hear);
  return () => Dexie.on.storagemutated.unsubscribe(hear);
}
