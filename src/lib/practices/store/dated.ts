import { withConnection } from '#lib/store/connection.ts';
import { db } from './tables.ts';

/** Whether there are records that are asked about on a day, open or not. It counts and reads nothing. */
export async function hasDated(): Promise<boolean> {
  const { promises, sharedTimes, fears } = db;
  const all = await withConnection(() =>
    Promise.all([promises, sharedTimes, fears].map((table) => table.count()))
  );
  return all.some((count) => count > 0);
}
