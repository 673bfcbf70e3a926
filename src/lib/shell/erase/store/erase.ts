import { alone, ERASING } from '#lib/device/webLock.ts';
import { closeForGood, transact } from '#lib/store/connection.ts';
import { db } from '#lib/backup/store/tables.ts';
import { forgetLock } from '#lib/lock/store/keyExchange.ts';
import { emptyAccount } from '#lib/backup/store/importAccount.ts';

/*
 * Other apps may stand on the same host and share all of this with Toward: only what bears its name
 * is looked at. One tab erases at a time, and nobody counts what is left meanwhile.
 */

/** Whether something in the browser's keeping is this app's. The keys of Kit tell where a page was scrolled to. */
const isOurs = (name: string) => /^(toward|sveltekit:)/.test(name);

/** Where a browser keeps what an app gives it, and the names of what is there. */
export interface Remains {
  readonly databases: readonly string[];
  readonly files: readonly string[];
  readonly caches: readonly string[];
  /** Keys of localStorage and of this tab's sessionStorage. */
  readonly keys: readonly string[];
  /** Service workers, by their scope. */
  readonly workers: readonly string[];
}

/**
 * Removes the database, files, caches and keys of this app, and closes every tab to them until it is
 * reloaded, or what an earlier run has left of that. What fails is left, and {@link whatIsLeft} tells of
 * it. Nobody else may erase or count meanwhile.
 *
 * @param others whatever else there is to remove
 */
export async function eraseEverything(others: () => Promise<unknown>): Promise<void> {
  await noteErasing();
  // The copy before the rows: nobody is to be offered it in their place.
  await quietly(removeFiles());
  // The rows before the database: a tab that does not let go can hold its deletion up.
  await quietly(emptyAccount());
  forgetLock();
  closeForGood();
  // The worker goes before the caches: while it stands it takes them in again. The database goes
  // after both: a worker that is just answering would open it anew.
  await quietly(others());
  await quietly(removeCaches());
  await quietly(deleteDatabase());
  clearKeys();
}

/** Notes in the database that everything is to be erased. */
export function noteErasing(): Promise<void> {
  return quietly(transact(db.device, () => db.device.put({ key: 'erasing' })));
}

/** What is left of this app in the browser's keeping, looked up there. Waits while it is being erased. */
export function whatIsLeft(scope: string): Promise<Remains> {
  const look = async () => ({
    databases: await databaseNames(),
    files: await fileNames(),
    caches: await cacheNames(),
    keys: [localStorage, sessionStorage].flatMap(keysOf),
    workers: await workerScopes(scope)
  });
  return alone(ERASING, look, 'shared');
}

/** Removes this app's keys from localStorage and sessionStorage. */
export function clearKeys(): void {
  for (const storage of [localStorage, sessionStorage]) {
    for (const key of keysOf(storage)) storage.removeItem(key);
  }
}

function keysOf(storage: Storage): string[] {
  return Object.keys(storage).filter(isOurs);
}

/** How long the deletion waits for a tab or a worker that is slow to let go, in milliseconds. */
const PATIENCE = 10_000;

/** Resolves too where another tab holds it up: the browser deletes once that one is closed. */
function deleteDatabase(): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(db.name);
    request.onsuccess = request.onerror = () => resolve();
    request.onblocked = () => setTimeout(resolve, PATIENCE);
  });
}

async function databaseNames(): Promise<string[]> {
  // Firefox before 126 has no list of them.
  if (!('databases' in indexedDB)) return (await isDatabaseThere()) ? [db.name] : [];
  const all = await indexedDB.databases();
  return all.flatMap(({ name }) => (name && isOurs(name) ? name : []));
}

/** Opens the database, which would make it, and makes nothing. */
function isDatabaseThere(): Promise<boolean> {
  return new Promise((resolve) => {
    const request = (indexedDB as IDBFactory).open(db.name);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = () => resolve(false);
    request.onsuccess = () => {
      request.result.close();
      resolve(true);
    };
  });
}

async function fileNames(): Promise<string[]> {
  const names: string[] = [];
  for await (const name of (await ownFolder())?.keys() ?? []) names.push(name);
  return names.filter(isOurs);
}

async function removeFiles(): Promise<void> {
  for (const name of await fileNames()) await (await ownFolder())?.removeEntry(name);
}

/** The folder of this site's own files. Old browsers have none, and private windows may refuse it. */
async function ownFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  if (!navigator.storage?.getDirectory) return undefined;
  return navigator.storage.getDirectory().catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'SecurityError') return undefined;
    throw error;
  });
}

async function cacheNames(): Promise<string[]> {
  return 'caches' in globalThis ? (await caches.keys()).filter(isOurs) : [];
}

async function removeCaches(): Promise<void> {
  await Promise.all((await cacheNames()).map((name) => caches.delete(name)));
}

async function workerScopes(scope: string): Promise<string[]> {
  const all = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  return all.map((one) => one.scope).filter((other) => other === scope);
}

/** The rest goes on: as much as can be erased is. */
async function quietly(work: Promise<unknown>): Promise<void> {
  await work.catch(() => undefined);
}
