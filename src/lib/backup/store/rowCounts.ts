import { Dexie } from 'dexie';
import { withConnection } from '#lib/store/connection.ts';
import { countRetracted } from '#lib/account/store/ledger.ts';
import { COPIED_TABLES, COUNTED_TABLES, NO_REMOVALS } from './removals.ts';
import { db } from './tables.ts';

/*
 * What the second copy is compared with, and when.
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
  /** Goes up with each write that removes or rewrites something. */
  readonly changes: number;
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
      const noted = (await db.device.get('removals')) ?? NO_REMOVALS;
      const { removed, changes } = noted;
      const rows = others.reduce((sum, number) => sum + number, count);
      return { count, retracted: await countRetracted(), rows, removed, changes };
    })
  );
}

const PARTS = COPIED_TABLES.map((table) => `idb://${db.name}/${table}/`);

/**
 * Calls back after something was written that the copy would hold, here or in another tab, until the
 * function returned is called.
 */
export function onWrite(listener: () => void): () => void {
  // Dexie tells of each commit by the parts of tables that it touched.
  const hear = (parts: object) => {
    if (PARTS.some((part) => part in parts)) listener();
  };
  Dexie.on('storagemutated', hear);
  return () => Dexie.on.storagemutated.unsubscribe(hear);
}
