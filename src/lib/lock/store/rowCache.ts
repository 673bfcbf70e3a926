import type { Seal } from '../crypto/ciphers.ts';
import type { Row, SealedRows, Stored } from './rowCodec.ts';

/** A row, and what it was opened from. */
interface Opened {
  readonly sealed: Uint8Array;
  readonly row: Row;
}

/**
 * The rows of a table that is read as a whole: all tallies after each tap, say. Only what was
 * written since the last time has to be opened. It must have no index: only a row's primary key is
 * compared.
 */
export class OpenedRows {
  readonly #rows: SealedRows;
  #last = new Map<string, Opened>();

  constructor(rows: SealedRows, seal: Seal) {
    this.#rows = rows;
    seal.whenWiped(() => this.#last.clear());
  }

  /**
   * Opens the rows of the table, but for those that cannot be. A row that was opened before is the
   * same object: it is not to be changed.
   *
   * @throws StorageError as {@link SealedRows.open}
   */
  openAll(all: readonly Stored[]): Row[] {
    const now = new Map<string, Opened>();
    for (const stored of all) {
      const name = String.fromCharCode(...nameOf(this.#rows.keyOf(stored)));
      const before = this.#last.get(name);
      const row =
        before && isSame(before.sealed, stored.sealed) ? before.row : this.#rows.open(stored);
      if (row) now.set(name, { sealed: stored.sealed, row });
    }
    this.#last = now;
    return [...now.values()].map(({ row }) => row);
  }
}

/** The name in a primary key; nothing where a row was put there in the open. */
function nameOf(key: unknown): Uint8Array {
  const [name] = [key].flat();
  return name instanceof Uint8Array ? name : new Uint8Array();
}

/** A loop of its own: it runs for every row at every reading. */
function isSame(a: Uint8Array, b: unknown): boolean {
  if (!(b instanceof Uint8Array) || a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
