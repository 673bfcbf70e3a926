import { db } from '#lib/store/database.ts';
import type { Progress } from '#lib/store/progress.ts';
import type { Seal } from '../crypto/ciphers.ts';
import { answer, borderOf } from './lostLock.ts';
import { SealedRows, type Index, type Row, type Stored } from './rowCodec.ts';

/*
 * Every row of every table written anew, below Dexie: in one transaction of IndexedDB, all of it or
 * nothing.
 */

/** Rows that are written at once: few enough to leave the page room between. */
const STEP = 250;

/** Which rows of a table are to be written anew, and as what: undefined where they go. */
export interface Way {
  readonly rest: (rows: { border: IDBValidKey; after?: IDBValidKey | undefined }) => IDBKeyRange;
  readonly change: (rows: SealedRows, row: Row) => Row | undefined;
  readonly seal: Seal;
}

/**
 * Does work in one transaction over all tables. Where the work throws, nothing was changed.
 *
 * @throws whatever the work throws, or what the transaction ended for
 */
export async function inOneTransaction<T>(work: (trans: IDBTransaction) => Promise<T>): Promise<T> {
  const database = db.backendDB();
  const trans = database.transaction([...database.objectStoreNames], 'readwrite', {
    durability: 'strict'
  });
  const done = new Promise<void>((resolve, reject) => {
    trans.oncomplete = () => resolve();
    trans.onabort = () => reject(trans.error);
  });
  try {
    const result = await work(trans);
    await done;
    return result;
  } catch (error) {
    // Where it has ended by itself, it knows better what for: a full disk, say.
    if (!trans.error) stop(trans);
    await done.catch(() => undefined);
    throw trans.error ?? error;
  }
}

function stop(trans: IDBTransaction): void {
  try {
    trans.abort();
  } catch {
    // It has ended.
  }
}

/**
 * Writes the rows of every table anew, but for those of the device. Resolves with the number of rows
 * that went.
 *
 * @param progress is told how many rows of all are done
 */
export async function rewrite(
  trans: IDBTransaction,
  way: Way,
  progress: Progress
): Promise<number> {
  let gone = 0;
  await eachStore(trans, progress, async (store, tell) => {
    gone += await rewriteStore(store, way, tell);
  });
  return gone;
}

/**
 * Seals the rows of every table by another key. Those that can't be opened stay as they are: a copy
 * may still heal them.
 *
 * @param progress is told how many rows of all are done
 */
export function rekey(
  trans: IDBTransaction,
  from: Seal,
  to: Seal,
  progress: Progress
): Promise<void> {
  return eachStore(trans, progress, async (store, tell) => {
    const [before, after] = [rowsOf(store, from), rowsOf(store, to)];
    // All at once: the new names fall among the old ones.
    const keys = await answer(store.getAllKeys(IDBKeyRange.lowerBound(borderOf(store))));
    for (let at = 0; at < keys.length; at += STEP) {
      const some = keys.slice(at, at + STEP);
      const rows = await Promise.all(some.map((key) => answer<Stored>(store.get(key))));
      rows.forEach((stored, index) => {
        const row = before.open(stored);
        if (!row) return;
        store.delete(some[index] as IDBValidKey);
        store.put(after.seal(row));
      });
      tell(some.length);
    }
  });
}

type Tell = (rows: number) => void;

/** Does work on each table but that of the device, one after the other, and tells of its progress. */
async function eachStore(
  trans: IDBTransaction,
  progress: Progress,
  work: (store: IDBObjectStore, tell: Tell) => Promise<void>
): Promise<void> {
  const stores = [...trans.objectStoreNames]
    .filter((name) => name !== 'device')
    .map((name) => trans.objectStore(name));
  const counts = await Promise.all(stores.map((store) => answer(store.count())));
  const total = counts.reduce((sum, count) => sum + count, 0);
  let done = 0;
  for (const store of stores) await work(store, (rows) => progress((done += rows), total));
}

async function rewriteStore(
  store: IDBObjectStore,
  { rest, change, seal }: Way,
  tell: Tell
): Promise<number> {
  const rows = rowsOf(store, seal);
  const border = borderOf(store);
  const keyOf = (row: Row | undefined) => row && (rows.keyOf(row) as IDBValidKey);
  let after: IDBValidKey | undefined;
  let gone = 0;
  for (;;) {
    const page: Row[] = await answer(store.getAll(rest({ border, after }), STEP));
    const [first, last] = [keyOf(page[0]), keyOf(page.at(-1))];
    if (first === undefined || last === undefined) return gone;
    const changed = page.map((row) => change(rows, row));
    const kept = changed.filter((row) => row !== undefined);
    gone += page.length - kept.length;
    if (changed.some((row, at) => row !== page[at])) {
      store.delete(IDBKeyRange.bound(first, last));
      for (const row of kept) store.put(row);
    }
    after = last;
    tell(page.length);
  }
}

/** How the rows of a table are sealed and opened. */
function rowsOf(store: IDBObjectStore, seal: Seal): SealedRows {
  const indexes = [...store.indexNames].map((name) => store.index(name));
  const primary: Index = { name: null, keyPath: store.keyPath };
  return new SealedRows(store.name, primary, indexes, seal);
}

/**
 * Whether a key opens a row: the first one of any table. True where nothing is sealed.
 *
 * @throws DOMException
 */
export async function opensRows(seal: Seal): Promise<boolean> {
  const database = db.backendDB();
  const trans = database.transaction([...database.objectStoreNames]);
  const found = [...trans.objectStoreNames]
    .filter((name) => name !== 'device')
    .map(async (name) => {
      const store = trans.objectStore(name);
      const row = await answer<Stored>(store.get(IDBKeyRange.lowerBound(borderOf(store))));
      return row && rowsOf(store, seal).open(row) !== undefined;
    });
  const opened = (await Promise.all(found)).filter((isOpened) => isOpened !== undefined);
  return opened.length === 0 || opened.includes(true);
}
