import { deletionOf, REMEMBERED_MS, revive } from '#lib/record/deleted.ts';
import { aliveAt, type Shared } from '#lib/record/shared.ts';
import { transact } from './connection.ts';
import { db } from './database.ts';

/*
 * What was deleted, so that another device learns of it. Verbs note it inside their own transaction,
 * which holds the deletions. Whoever empties tables for safety's sake notes nothing.
 */

interface Row extends Shared {
  readonly id: string;
}

/** Notes that a row is deleted. */
export async function noteDeleted(table: string, row: Row, now = Date.now()): Promise<void> {
  await db.deletions.put(deletionOf(table, row, now));
}

/**
 * Forgets that a row was deleted, which is about to be put back. Resolves with the row as it is to be
 * stored: another device that has learned of the deletion takes it for later than that.
 */
export async function putBackDeleted<R extends Row>(table: string, row: R): Promise<R> {
  const deleted = await db.deletions.get([table, row.id]);
  if (!deleted) return row;
  await db.deletions.delete([table, row.id]);
  return revive(row, deleted);
}

/**
 * Whether a row was deleted at some time or later, in milliseconds since the epoch: a write of that time
 * that is done again must not put it back. False without a time. As {@link putBackDeleted}.
 */
export async function isDeletedSince(
  table: string,
  id: string,
  since: number | undefined
): Promise<boolean> {
  if (since === undefined) return false;
  const deleted = await db.deletions.get([table, id]);
  return deleted !== undefined && deleted.at >= since;
}

/**
 * Whether a row was written or put back at some time or later, in milliseconds since the epoch: a
 * deletion of that time that is done again must not take it. False without a time.
 */
export function isAliveSince(row: Shared, since: number | undefined): boolean {
  return since !== undefined && aliveAt(row) >= since;
}

/** Whether a row with that id is deleted: an entry, or one of any other table. Needs the deletions. */
export async function isDeleted(id: string, isEntry: boolean): Promise<boolean> {
  // A record goes while its entry stays, which has the same id.
  const tables = db.tables.filter(({ name }) => (name === 'entries') === isEntry);
  const all = await db.deletions.bulkGet(tables.map(({ name }) => [name, id]));
  return all.some((deletion) => deletion !== undefined);
}

/**
 * Forgets deletions that are more than a year old. The only one of these that needs no transaction.
 *
 * @throws StorageError
 */
export async function forgetOldDeletions(now: number): Promise<void> {
  await transact(db.deletions, async () => {
    const old = (await db.deletions.toArray()).filter(({ at }) => at <= now - REMEMBERED_MS);
    await db.deletions.bulkDelete(old.map(({ table, id }) => [table, id]));
  });
}
