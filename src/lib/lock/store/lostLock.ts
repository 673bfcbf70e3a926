import { isWrap } from '../crypto/wrap.ts';
import { wasOn } from './session.ts';
import { db, type LockRow } from './tables.ts';

/*
 * A lock whose own row is gone, while what it has sealed is still there. Looked for below Dexie: this
 * code is loaded before any ciphers are, and asked while the database opens.
 */

/** Every text sorts before this, and every name of a sealed row after it. */
const BORDER = new Uint8Array(0);

/** The lowest key that a sealed row can have in a table. */
export function borderOf({ keyPath }: IDBObjectStore): IDBValidKey {
  return Array.isArray(keyPath) ? [BORDER] : BORDER;
}

/**
 * Whether the lock was lost, where its row isn't there: something is sealed, or the lock was on and
 * nobody turned it off.
 *
 * @param findSpare finds the row outside the database
 */
export async function isLost(findSpare: () => Promise<unknown>): Promise<boolean> {
  const database = db.backendDB();
  const trans = database.transaction([...database.objectStoreNames]);
  const canRecall = 'localStorage' in globalThis;
  const [timesOff, isSealed, hasRows] = await Promise.all([
    answer(trans.objectStore('device').count('lockOff')),
    hasAny(trans, borderOf),
    canRecall || hasAny(trans, () => -Infinity)
  ]);
  if (isSealed) return true;
  if (timesOff > 0) return false;
  if (canRecall) return wasOn();
  // A worker can't read what a page has noted. Where nothing is here yet, the copy knows.
  return !hasRows && (await findSpare()) !== undefined;
}

/**
 * Whether anything is sealed.
 *
 * @throws DOMException
 */
export async function hasSealedRows(): Promise<boolean> {
  const database = db.backendDB();
  const trans = database.transaction([...database.objectStoreNames]);
  return hasAny(trans, borderOf);
}

/** Whether there is any row of the account, from some key of each table on. */
async function hasAny(
  trans: IDBTransaction,
  from: (store: IDBObjectStore) => IDBValidKey
): Promise<boolean> {
  const keys = [...trans.objectStoreNames]
    .filter((name) => name !== 'device')
    .map((name) => trans.objectStore(name))
    .map((store) => answer(store.getKey(IDBKeyRange.lowerBound(from(store)))));
  return (await Promise.all(keys)).some((key) => key !== undefined);
}

/** Puts a row in the place of the lost one, unless another tab was faster. */
export async function saveSpare(row: LockRow): Promise<void> {
  const trans = db.backendDB().transaction('device', 'readwrite', { durability: 'strict' });
  const device = trans.objectStore('device');
  if ((await answer(device.count('lock'))) === 0) await answer(device.put(row));
}

/** Notes that the lock is off from here on, though nobody could open it. */
export async function noteOff(): Promise<void> {
  await db.transaction('rw', db.device, () => db.device.put({ key: 'lockOff' }));
}

/** Whether what was found has the shape of a row of the lock. */
export function isLockRow(value: unknown): value is LockRow {
  const { key, wraps, rules, tries, check } = Object(value) as Record<string, unknown>;
  const hasWays = Array.isArray(wraps) && wraps.length > 0 && wraps.every(isWrap);
  const hasRest = [rules, tries].every((part) => Object(part) === part);
  return key === 'lock' && hasWays && hasRest && check instanceof Uint8Array;
}

/** What a request resolves with. */
export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
