import { StorageError } from '#lib/store/storageError.ts';
import { fromBytes, toBytes, type Seal } from '../crypto/ciphers.ts';

/** A row as the app knows it. */
export type Row = Record<string, unknown>;

/** A row as it is kept: names in the place of its keys, and all of it sealed. */
export interface Stored {
  readonly [keyField: string]: unknown;
  readonly sealed: Uint8Array;
}

/** By what rows are found. The name of a primary key is null. */
export interface Index {
  readonly name: string | null;
  readonly keyPath: string | string[] | null;
}

/** How the rows of one table are sealed and opened, and under which names they are kept. */
export class SealedRows {
  readonly #table: string;
  readonly #primary: Index;
  readonly #all: readonly Index[];
  readonly #seal: Seal;

  constructor(table: string, primary: Index, indexes: readonly Index[], seal: Seal) {
    this.#table = table;
    this.#primary = primary;
    this.#all = [primary, ...indexes];
    this.#seal = seal;
  }

  /** The primary key of a row, as the app knows it or as it is kept. */
  keyOf(row: Row | Stored): unknown {
    return keyIn(this.#primary, row);
  }

  /**
   * The key in IndexedDB for a row's own key. A primary key is named as a whole. Of any other only
   * the first part is: whoever asks by day asks for whole days.
   *
   * @throws StorageError `locked` where the key was dropped meanwhile
   */
  nameIn(index: Index, key: unknown): unknown {
    const parts = [key].flat();
    const named = index.name === null ? parts : parts.slice(0, 1);
    const name = this.#seal.name(JSON.stringify([this.#table, index.name, ...named]));
    return Array.isArray(index.keyPath)
      ? index.keyPath.map((_, at) => (at === 0 ? name : 0))
      : name;
  }

  /** @throws StorageError `locked` where the key was dropped meanwhile */
  seal(row: Row): Stored {
    const fields: Row = {};
    for (const index of this.#all) {
      const values = [this.nameIn(index, keyIn(index, row))].flat();
      fieldsOf(index).forEach((field, at) => (fields[field] = values[at]));
    }
    return { ...fields, sealed: this.#seal.seal('rows', toBytes(row), this.#placeOf(fields)) };
  }

  /**
   * Undefined where the row was changed or belongs elsewhere: no key opens it any more.
   *
   * @throws StorageError `locked` where the key was dropped meanwhile
   */
  open(stored: Stored): Row | undefined {
    if (!(stored.sealed instanceof Uint8Array)) return undefined;
    try {
      return fromBytes(this.#seal.open('rows', stored.sealed, this.#placeOf(stored))) as Row;
    } catch (error) {
      if (error instanceof StorageError && error.fault === 'damaged') return undefined;
      throw error;
    }
  }

  /** The rows that can be opened, in their order. */
  openAll(all: readonly Stored[]): Row[] {
    return all.map((stored) => this.open(stored)).filter((row) => row !== undefined);
  }

  /** Where a row belongs: its table, and every name under which it is kept. */
  #placeOf(stored: Row): Uint8Array {
    const names = this.#all.map((index) => stored[fieldsOf(index)[0] ?? '']);
    return concat([toBytes(this.#table), ...names.filter((name) => name instanceof Uint8Array)]);
  }
}

/** The key of a row in an index. */
export function keyIn({ keyPath }: Index, row: Row): unknown {
  return Array.isArray(keyPath) ? keyPath.map((field) => row[field]) : row[keyPath ?? ''];
}

function fieldsOf({ keyPath }: Index): string[] {
  return [keyPath ?? []].flat();
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
