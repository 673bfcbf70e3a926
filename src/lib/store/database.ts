import { Dexie, type EntityTable, type PromiseExtended, type Table } from 'dexie';
import type { Deleted } from '#lib/record/deleted.ts';

/** Half-written work, under a key of its own. */
export interface StoredDraft {
  readonly key: string;
  readonly value: unknown;
  /** When it was written, in milliseconds since the epoch; undefined until version 0.3. */
  readonly at?: number;
}

interface Keyed {
  readonly key: string;
}

/** Rows under names, each read as what stands under its name. */
export type Named<Row extends Keyed> = {
  get<Key extends Row['key']>(key: Key): PromiseExtended<Extract<Row, { key: Key }> | undefined>;
} & EntityTable<Row, 'key'>;

/**
 * The database as one feature sees it: with its own tables, its rows among the settings, and what it
 * keeps of this device alone, which stays open under the lock and is in no backup.
 */
export type Database<
  Tables = object,
  Setting extends Keyed = never,
  DeviceRow extends Keyed = never
> = typeof db & Tables & { settings: Named<Setting>; device: Named<DeviceRow> };

/**
 * IndexedDB, but never without a version. Where the database is newer than the code, Dexie would
 * open it once more with no version given, and write rows of an old shape into it.
 */
const versioned = {
  open: (name: string, version = 1) => indexedDB.open(name, version),
  databases: () => indexedDB.databases(),
  deleteDatabase: (name: string) => indexedDB.deleteDatabase(name)
};

/**
 * The one database. `strict` makes a commit wait for the disk: without it a power failure takes
 * the last seconds of taps that were already called saved. `immutable` spares a deep copy of every
 * live result; no reader changes what it reads.
 */
export const db = new Dexie('toward', {
  cache: 'immutable',
  chromeTransactionDurability: 'strict',
  indexedDB: versioned
}) as Dexie & {
  drafts: EntityTable<StoredDraft, 'key'>;
  /** By table and id. */
  deletions: Table<Deleted, [table: string, id: string]>;
};
