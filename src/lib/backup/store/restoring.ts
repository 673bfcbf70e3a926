import { transact, withConnection } from '#lib/store/connection.ts';
import { db, type Restoring } from './tables.ts';

/*
 * A note that stands while the second copy is brought back: the lock comes back before the rows do, and
 * the next start goes on where that was cut off.
 */

const NOTE: Restoring = { key: 'restoring' };

/** Notes that it is being brought back. */
export async function noteRestoring(): Promise<void> {
  await transact(db.device, () => db.device.put(NOTE));
}

/** Takes the note away: it is back, or is given up. */
export async function forgetRestoring(): Promise<void> {
  await transact(db.device, () => db.device.delete(NOTE.key));
}

/** Whether bringing it back was cut off. */
export async function isRestoring(): Promise<boolean> {
  return (await withConnection(() => db.device.get(NOTE.key))) !== undefined;
}
