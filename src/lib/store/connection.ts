import { Dexie } from 'dexie';
import { createSubscriber } from 'svelte/reactivity';
import { db } from './database.ts';
import { closeLocal } from './local.ts';
import { StorageError, type StorageFault } from './storageError.ts';

export { StorageError, type StorageFault };

/**
 * How this tab stands to the database.
 *
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
function enter(next: ConnectionState): void {
  if (state === next || state === 'erased') return;
  if (state === 'outdated' && next !== 'erased') return;
  state = next;
  for (const listener of listeners) listener();
}

// `false` keeps Dexie's own answer from running: it warns on the console, and on `versionchange` it
// would open again at the next write.
db.on('blocked', () => {
  enter('blocked');
  return false;
});
db.on('versionchange', ({ newVersion }) => {
  if (newVersion === null) closeForGood();
  else letGo();
  return false;
});
db.on('ready', () => db.backendDB().addEventListener('close', renew), true);

/** The browser has closed the database: what is shown may be gone. */
function renew(): void {
  db.close({ disableAutoOpen: false });
  // Where it can't be opened, the state of the connection says so.
  withConnection(() => db.open()).catch(() => undefined);
}

/**
 * Closes the database, and whatever else this tab writes to, until it is reloaded: what is erased
 * must not come back by itself. Tabs that hold a database that is being deleted do so too.
 */
export function closeForGood(): void {
  db.close({ disableAutoOpen: true });
  closeLocal();
  enter('erased');
}

function letGo(): void {
  db.close({ disableAutoOpen: true });
  enter('outdated');
}

/**
 * Runs a read or a write. Where the browser has dropped the connection (iOS does so to apps in the
 * background) it is opened again and the work done once more; likewise where another tab has turned
 * the lock on and hands the key over. So the work must be safe to repeat, even where its first run
 * was committed and only the answer was lost. Inside a transaction it just runs the work: only the
 * whole transaction may be repeated.
 *
 * @throws StorageError
 */
export async function withConnection<T>(work: () => PromiseLike<T>): Promise<T> {
  if (Dexie.currentTransaction) return work();
  const handle = db.backendDB();
  let fault: StorageFault;
  try {
    return await attempt(work);
  } catch (error) {
    ({ fault } = storageError(error));
    if (fault !== 'lost' && fault !== 'locked') throw failed(error);
  }
  try {
    // In one function: Dexie loses sight of a live question over awaits that are nested deeper.
    if (fault === 'lost') await reopen(handle);
    else await whenUnlocked();
    return await attempt(work);
  } catch (error) {
    throw failed(error);
  }
}

let whenUnlocked = () => Promise.resolve();

/** Says what is waited for where the rows are locked, before the work is done once more. */
export function healLocked(unlocked: () => Promise<void>): void {
  whenUnlocked = unlocked;
}

async function attempt<T>(work: () => PromiseLike<T>): Promise<T> {
  const result = await work();
  enter('open');
  return result;
}

function failed(error: unknown): StorageError {
  const failure = storageError(error);
  if (failure.fault === 'lost') enter('lost');
  if (failure.fault === 'outdated') letGo();
  return failure;
}

let reopening: Promise<unknown> | undefined;

/** Replaces a dead connection. All work that failed on it shares the new one. */
async function reopen(dead: IDBDatabase | null): Promise<void> {
  if (!reopening && (!db.isOpen() || db.backendDB() === dead)) {
    db.close({ disableAutoOpen: false });
    reopening = Promise.resolve(db.open()).finally(() => (reopening = undefined));
  }
  await reopening;
}

/** What to tell a person about an error of Dexie or of IndexedDB. */
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

function faultOf(error: unknown): StorageFault {
  const name = rootName(error);
  if (state === 'erased') return 'erased';
  if (state === 'outdated' || name === 'VersionError') return 'outdated';
  if (name === 'QuotaExceededError') return 'full';
  return LOST.includes(name) ? 'lost' : 'unavailable';
}

/** The name of the innermost error: Dexie wraps a full disk in an AbortError. */
function rootName(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const inner = 'inner' in error ? error.inner : error.cause;
  return inner instanceof Error && inner !== error ? rootName(inner) : error.name;
}
