import { withConnection } from '#lib/store/connection.ts';
import { db } from './tables.ts';

/** Whether there are records that may be asked about, open or not. It counts and reads nothing. */
export async function hasDated(): Promise<boolean> {
  const { groundings, promises, sharedTimes, fears, requests } = db;
  const all = await withConnection(() =>
    Promise.all([groundings, promises, sharedTimes, fears, requests].map((table) => table.count()))
  );
  return all.some((count) => count > 0);
}
