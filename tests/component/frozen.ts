import { commands } from 'vitest/browser';

/*
 * The databases and second copies of tests/fixtures/frozen, laid on the disk as they were.
 */

type Row = Readonly<Record<string, unknown>>;

/** The rows of each store. */
export type FrozenRows = Readonly<Record<string, readonly Row[]>>;

/** All that IndexedDB held, and what stood in localStorage. */
interface Frozen {
  /** As IndexedDB counts: Dexie's version times ten. */
  readonly version: number;
  readonly localStorage: Readonly<Record<string, string>>;
  readonly stores: Readonly<Record<string, Store>>;
}

interface Store {
  readonly keyPath: string | string[];
  readonly indexes: readonly { readonly name: string; readonly keyPath: string[] }[];
  readonly rows: readonly Row[];
}

const fileOf = (name: string) => `tests/fixtures/frozen/${name}`;

/** The text of a frozen file. */
export function readFrozen(name: string): Promise<string> {
  return commands.readFile(fileOf(name));
}

/** Makes the database that was frozen under a name, and resolves with the rows of its stores. */
export async function thawDatabase(name: string): Promise<FrozenRows> {
  const frozen: Frozen = JSON.parse(await readFrozen(name), withBytes);
  for (const [key, text] of Object.entries(frozen.localStorage)) localStorage.setItem(key, text);
  const stores = Object.entries(frozen.stores);
  const opening = indexedDB.open('toward', frozen.version);
  opening.onupgradeneeded = () => {
    for (const [name, { keyPath, indexes }] of stores) {
      const store = opening.result.createObjectStore(name, { keyPath });
      for (const index of indexes) store.createIndex(index.name, index.keyPath);
    }
  };
  await done(opening, 'success');
  const writing = opening.result.transaction(opening.result.objectStoreNames, 'readwrite');
  for (const [name, { rows }] of stores) {
    for (const row of rows) writing.objectStore(name).add(row);
  }
  await done(writing, 'complete');
  opening.result.close();
  return Object.fromEntries(stores.map(([name, { rows }]) => [name, rows]));
}

/** The second copy that was frozen under a name. */
export async function thawCopy(name: string): Promise<Blob> {
  return new Blob([bytesOf(await commands.readFile(fileOf(name), 'base64'))]);
}

function done(target: IDBRequest | IDBTransaction, event: 'success' | 'complete'): Promise<void> {
  return new Promise((resolve, reject) => {
    target.addEventListener(event, () => resolve());
    target.addEventListener('error', () => reject(target.error));
  });
}

/** JSON knows no bytes: `{ "base64": "…" }` stands for them. */
function withBytes(_key: string, value: unknown): unknown {
  const { base64, ...others } = Object(value);
  const isBytes = typeof base64 === 'string' && Object.keys(others).length === 0;
  return isBytes ? bytesOf(base64) : value;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
