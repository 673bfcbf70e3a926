import { Dexie } from 'dexie';
import { PRACTICE_TABLES } from '#lib/domain/practice/practices.ts';
import { db } from './database.ts';

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
