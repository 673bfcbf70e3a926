import { createSubscriber } from 'svelte/reactivity';
import { StorageError, type StorageFault } from './storageError.ts';

/*
 * How this tab stands to the database, for whoever only wants to know: nothing here needs Dexie.
 */

/**
 * - `open`: all is well
 * - `blocked`: another tab holds an older version open and this one waits for it
 * - `outdated`: the database has moved on to a newer version; this tab has let go, or was never
 *   let in, and must be reloaded
 * - `lost`: the browser closed the connection and it could not be opened again
 * - `erased`: the database was deleted on purpose; this tab keeps nothing more until it is reloaded
 */
export type ConnectionState = 'open' | 'blocked' | 'outdated' | 'lost' | 'erased';

let state: ConnectionState = 'open';
const listeners = new Set<() => void>();

/** Calls back at each change of the connection's state, until the function returned is called. */
export function onConnectionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const subscribe = createSubscriber(onConnectionChange);

/** The state of the connection, readable in runes. */
export const connection = {
  get current(): ConnectionState {
    subscribe();
    return state;
  }
};

/** Once outdated, a tab stays so until it is reloaded, or everything is erased; then that stays. */
export function enter(next: ConnectionState): void {
  if (state === next || state === 'erased') return;
  if (state === 'outdated' && next !== 'erased') return;
  state = next;
  for (const listener of listeners) listener();
}

/**
 * What to tell a person about an error of Dexie or of IndexedDB. Any other error is `failed`: the
 * fault is the app's own.
 */
export function storageError(error: unknown): StorageError {
  return error instanceof StorageError ? error : new StorageError(faultOf(error), error);
}

/** Names of errors that a new connection may heal. A full disk is told apart before it aborts. */
const LOST = [
  'AbortError',
  'DatabaseClosedError',
  'InvalidStateError',
  'OpenFailedError',
  'TransactionInactiveError',
  'UnknownError'
];

/** Names of errors by which a browser lets this site store nothing. */
const CLOSED = ['MissingAPIError', 'NotAllowedError', 'SecurityError'];

function faultOf(error: unknown): StorageFault {
  const name = rootName(error);
  if (state === 'erased') return 'erased';
  if (state === 'outdated' || name === 'VersionError') return 'outdated';
  if (name === 'QuotaExceededError') return 'full';
  if (CLOSED.includes(name)) return 'unavailable';
  return LOST.includes(name) ? 'lost' : 'failed';
}

/** The name of the innermost error: Dexie wraps a full disk in an AbortError. */
function rootName(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const inner = 'inner' in error ? error.inner : error.cause;
  return inner instanceof Error && inner !== error ? rootName(inner) : error.name;
}
