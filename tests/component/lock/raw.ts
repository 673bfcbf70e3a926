import { db } from '../database.ts';

/** Every row of every table, as IndexedDB keeps it, past the app. */
export async function rawRows(): Promise<Record<string, Record<string, unknown>[]>> {
  const trans = db.backendDB().transaction(db.backendDB().objectStoreNames);
  const rows: Record<string, Record<string, unknown>[]> = {};
  for (const name of trans.objectStoreNames) {
    rows[name] = await answer(trans.objectStore(name).getAll());
  }
  return rows;
}

/** All that is kept, as one text: bytes as letters, so that words in them would be found. */
export async function rawText(): Promise<string> {
  return JSON.stringify(await rawRows(), (_, value) =>
    value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value
  );
}

/** Writes to IndexedDB past the app. */
export async function rawPut(table: string, row: unknown): Promise<void> {
  const trans = db.backendDB().transaction(table, 'readwrite');
  await answer(trans.objectStore(table).put(row));
}

/** Removes a row from IndexedDB past the app. */
export async function rawDelete(table: string, key: string): Promise<void> {
  const trans = db.backendDB().transaction(table, 'readwrite');
  await answer(trans.objectStore(table).delete(key));
}

/** Empties IndexedDB past the app. */
export async function rawClear(): Promise<void> {
  const names = db.backendDB().objectStoreNames;
  const trans = db.backendDB().transaction(names, 'readwrite');
  await Promise.all([...names].map((name) => answer(trans.objectStore(name).clear())));
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
