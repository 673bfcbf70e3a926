import { Dexie, type Table } from 'dexie';
import { enter, storageError } from './connectionState.ts';
import { db } from './database.ts';
import { closeLocal } from './local.ts';
import type { StorageError, StorageFault } from './storageError.ts';

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
 * the lock on and hands the key over, and, in a task of its own, where Dexie has lost the transaction
 * (whole.ts). So the work must be safe to repeat, even where its first run
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
    if (fault !== 'lost' && fault !== 'locked' && !isTorn(error)) throw failed(error);
  }
  try {
    // In one function: Dexie loses sight of a live question over awaits that are nested deeper.
    if (fault === 'lost') await reopen(handle);
    else if (fault === 'locked') await whenUnlocked();
    else await new Dexie.Promise((done) => setTimeout(done));
    return await attempt(work);
  } catch (error) {
    throw failed(error);
  }
}

/**
 * Writes to tables, all of it or nothing, as {@link withConnection} runs it. Never within another one:
 * what a verb writes by itself is written though the verb around it fails. So each verb that a larger
 * one needs has a part without this.
 *
 * @throws StorageError, or a TypeError within another one
 */
export async function transact<T>(
  tables: Table | readonly Table[],
  body: () => PromiseLike<T>
): Promise<T> {
  if (Dexie.currentTransaction) throw new TypeError('A transaction within another');
  // Dexie keeps a transaction open over the awaits of a function only where that is an async one.
  return withConnection(() => db.transaction('rw', [tables].flat(), async () => body()));
}

function isTorn(error: unknown): boolean {
  return error instanceof Error && error.name === 'PrematureCommitError';
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
