import { withConnection } from '#lib/store/connection.ts';
import type { PracticeTable } from '../registry.ts';
import { db } from './tables.ts';

/** Whether any of these tables holds a record. It counts and reads nothing. */
export async function hasRecords(tables: readonly PracticeTable[]): Promise<boolean> {
  const all = await withConnection(() => Promise.all(tables.map((table) => db[table].count())));
  return all.some((count) => count > 0);
}
