import type { StorageFault } from './connection.ts';
import { database } from '#lib/account/account.svelte.ts';

/** What to tell of an error on the way to the database or from it. */
export async function faultOf(error: unknown): Promise<StorageFault> {
  const { storageError } = await database;
  return storageError(error).fault;
}

/** Does some work. Resolves with what kept it from being done; undefined where nothing did. */
export async function attempt(work: () => Promise<unknown>): Promise<StorageFault | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return faultOf(error);
  }
}
