import { createSubscriber } from 'svelte/reactivity';
import { db } from './database.ts';

/**
 * How this tab stands to the database.
 *
 * - `open`: all is well
 * - `blocked`: another tab holds an older version open and this one waits for it
 * - `outdated`: another tab has moved the database on; this one has let go and must be reloaded
 * - `lost`: the browser closed the connection and it could not be opened again
 */
export type ConnectionState = 'open' | 'blocked' | 'outdated' | 'lost';

let state: ConnectionState = 'open';
const listeners = new Set<() => void>();
const subscribe = createSubscriber((update) => {
  listeners.add(update);
  return () => listeners.delete(update);
});

/** The state of the connection, readable in runes. */
export const connection = {
  get current(): ConnectionState {
    subscribe();
    return state;
  }
};

function enter(next: ConnectionState): void {
  state = next;
  for (const update of listeners) update();
}

db.on('blocked', () => enter('blocked'));
db.on('ready', () => enter('open'), true);
db.on('close', () => state !== 'outdated' && enter('lost'));
db.on('versionchange', () => {
  // Without disableAutoOpen Dexie would reopen, and write rows of an old shape into a new database.
  db.close({ disableAutoOpen: true });
  enter('outdated');
});

/** Why the database did not do what was asked. The words for each are in the message files. */
export type StorageFault = 'full' | 'outdated' | 'lost' | 'gone' | 'unavailable';

/** A read or a write that failed, in terms that a person can be told about. Nothing was written. */
export class StorageError extends Error {
  override name = 'StorageError';

  constructor(
    readonly fault: StorageFault,
    cause?: unknown
  ) {
    super(`storage: ${fault}`, { cause });
  }
}

/**
 * Runs a read or a write. Where the browser has dropped the connection (iOS does so to apps in the
 * background) it is opened again and the work done once more. So the work must be safe to repeat.
 *
 * @throws StorageError
 */
export async function withConnection<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isLost(error) || state === 'outdated') throw storageError(error);
  }
  try {
    db.close({ disableAutoOpen: false });
    await db.open();
    const result = await work();
    enter('open');
    return result;
  } catch (error) {
    enter('lost');
    throw storageError(error);
  }
}

const LOST = [
  'DatabaseClosedError',
  'InvalidStateError',
  'UnknownError',
  'TransactionInactiveError'
];

function isLost(error: unknown): boolean {
  return names(error).some((name) => LOST.includes(name));
}

/** What to tell a person about an error of Dexie or of IndexedDB. */
export function storageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  if (state === 'outdated') return new StorageError('outdated', error);
  if (names(error).includes('QuotaExceededError')) return new StorageError('full', error);
  return new StorageError(isLost(error) ? 'lost' : 'unavailable', error);
}

/** The names of an error and of those inside it: Dexie wraps a full disk in an AbortError. */
function names(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const inner = 'inner' in error ? error.inner : error.cause;
  return [error.name, ...(inner === error ? [] : names(inner))];
}
