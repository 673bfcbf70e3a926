import { storageError, withConnection } from '../connection.ts';
import { db } from '../database.ts';
import { StorageError } from '../storageError.ts';
import type { Progress } from '../whole.ts';
import { keepUnsaved, readUnsaved } from '../unsaved.ts';
import { forgetTurning, type LockDraft, type LockRow, type Turning } from './row.ts';
import type { Seal } from './seal.ts';
import { SealedRows, type Index, type Row, type Stored } from './sealedRows.ts';
import { openLock } from './sealedTable.ts';
import { areEqual, openSeal } from './session.ts';
import { enterSealed, forgetLock } from './state.ts';

/*
 * Turning the lock on or off writes every row anew, in one transaction of IndexedDB with the lock's
 * own row: all of it or nothing, whatever stops it. A note stands while it runs; where it is found
 * later, the browser was stopped in the middle, and all is as it was before.
 */

/** Rows that are written at once: few enough to leave the page room between. */
const STEP = 250;

/** Every text sorts before this, and every name of a sealed row after it. */
const BORDER = new Uint8Array(0);

/**
 * Turns the lock on: seals every row. This tab has the key from then on, and hands it to those that
 * ask.
 *
 * @param dataKey 32 random bytes; they are copied
 * @param progress is told how many rows of all are done
 * @throws StorageError; then nothing was changed. `locked` where the lock is on already
 */
export async function sealDatabase(
  draft: LockDraft,
  dataKey: Uint8Array,
  progress: Progress
): Promise<void> {
  const opened = openLock(dataKey);
  const { seal } = opened;
  const row: LockRow = { ...draft, check: seal.check };
  try {
    await turn('on', async (trans) => {
      const device = trans.objectStore('device');
      if (await answer(device.get('lock'))) throw new StorageError('locked');
      await rewrite(trans, sealing(seal), progress);
      device.put(row);
    });
  } catch (error) {
    seal.wipe();
    throw error;
  }
  const unsaved = readUnsaved();
  enterSealed(opened);
  keepUnsaved(unsaved);
}

/**
 * Turns the lock off: opens every row, and forgets the wraps.
 *
 * @param progress is told how many rows of all are done
 * @throws StorageError; then nothing was changed. `locked` where the lock is not open
 */
export async function unsealDatabase(progress: Progress): Promise<void> {
  const seal = openSeal();
  if (!seal) throw new StorageError('locked');
  await turn('off', async (trans) => {
    const device = trans.objectStore('device');
    const row: LockRow | undefined = await answer(device.get('lock'));
    if (!row || !areEqual(row.check, seal.check)) throw new StorageError('locked');
    await rewrite(trans, unsealing(seal), progress);
    device.delete('lock');
  });
  const unsaved = readUnsaved();
  forgetLock();
  keepUnsaved(unsaved);
}

/** Does the work in one transaction over all tables, with a note that stands meanwhile. */
async function turn(
  to: Turning['to'],
  work: (trans: IDBTransaction) => Promise<void>
): Promise<void> {
  const note: Turning = { key: 'turning', to };
  await withConnection(() => db.device.put(note));
  try {
    await inOneTransaction(async (trans) => {
      await work(trans);
      trans.objectStore('device').delete('turning');
    });
  } catch (error) {
    await forgetTurning().catch(() => undefined);
    throw storageError(error);
  }
}

async function inOneTransaction(work: (trans: IDBTransaction) => Promise<void>): Promise<void> {
  const database = db.backendDB();
  const trans = database.transaction([...database.objectStoreNames], 'readwrite', {
    durability: 'strict'
  });
  const done = new Promise<void>((resolve, reject) => {
    trans.oncomplete = () => resolve();
    trans.onabort = () => reject(trans.error);
  });
  try {
    await work(trans);
    await done;
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

/** Which rows of a table are to be written anew, and as what. */
interface Way {
  readonly rest: (rows: { border: IDBValidKey; after?: IDBValidKey | undefined }) => IDBKeyRange;
  readonly change: (rows: SealedRows, row: Row) => Row;
  readonly seal: Seal;
}

function sealing(seal: Seal): Way {
  return {
    seal,
    rest: ({ border, after }) =>
      after === undefined
        ? IDBKeyRange.upperBound(border, true)
        : IDBKeyRange.bound(after, border, true, true),
    change: (rows, row) => rows.seal(row)
  };
}

function unsealing(seal: Seal): Way {
  return {
    seal,
    rest: ({ border, after = border }) => IDBKeyRange.lowerBound(after, after !== border),
    change: (rows, row) => rows.open(row as Stored)
  };
}

async function rewrite(trans: IDBTransaction, way: Way, progress: Progress): Promise<void> {
  const stores = [...trans.objectStoreNames]
    .filter((name) => name !== 'device')
    .map((name) => trans.objectStore(name));
  const counts = await Promise.all(stores.map((store) => answer(store.count())));
  const total = counts.reduce((sum, count) => sum + count, 0);
  let done = 0;
  for (const store of stores) {
    await rewriteStore(store, way, (rows) => progress((done += rows), total));
  }
}

async function rewriteStore(
  store: IDBObjectStore,
  { rest, change, seal }: Way,
  tell: (rows: number) => void
): Promise<void> {
  const indexes = [...store.indexNames].map((name) => store.index(name));
  const primary: Index = { name: null, keyPath: store.keyPath };
  const rows = new SealedRows(store.name, primary, indexes, seal);
  const border = Array.isArray(store.keyPath) ? [BORDER] : BORDER;
  const keyOf = (row: Row | undefined) => row && (rows.keyOf(row) as IDBValidKey);
  let after: IDBValidKey | undefined;
  for (;;) {
    const page: Row[] = await answer(store.getAll(rest({ border, after }), STEP));
    const [first, last] = [keyOf(page[0]), keyOf(page.at(-1))];
    if (first === undefined || last === undefined) return;
    store.delete(IDBKeyRange.bound(first, last));
    for (const row of page) store.put(change(rows, row));
    after = last;
    tell(page.length);
  }
}

/** What a request resolves with. */
function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
