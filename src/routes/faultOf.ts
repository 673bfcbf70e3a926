import type { StorageFault } from '#lib/db/connection.ts';
import { database } from './account.svelte.ts';

/** What to tell of an error on the way to the database or from it. */
export async function faultOf(error: unknown): Promise<StorageFault> {
  const { storageError } = await database;
  return storageError(error).fault;
}
