import { storageError } from './connectionState.ts';
import type { StorageFault } from './storageError.ts';

/** Does some work. Resolves with what kept it from being done; undefined where nothing did. */
export async function attempt(work: () => Promise<unknown>): Promise<StorageFault | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return storageError(error).fault;
  }
}
