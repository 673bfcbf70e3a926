import { Dexie, type EntityTable } from 'dexie';
import type { Arrangements } from '#lib/domain/account.ts';
import type { Entry } from '#lib/domain/entry.ts';
import type { Tally } from '#lib/domain/tally.ts';

/** One of the user's decisions, under its name; or how many entries were ever retracted. */
export type Setting =
  | { [Key in keyof Arrangements]: { key: Key; value: Arrangements[Key] } }[keyof Arrangements]
  | { key: 'retracted'; value: number };

const VERSION = 1;

/**
 * IndexedDB, but never without a version. Where the database is newer than the code, Dexie would
 * open it once more with no version given, and write rows of an old shape into it.
 */
const versioned = {
  open: (name: string, version = VERSION) => indexedDB.open(name, version),
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
  entries: EntityTable<Entry, 'id'>;
  tallies: EntityTable<Tally, 'day'>;
  settings: EntityTable<Setting, 'key'>;
};

// Few indexes: each one makes every write and every import slower.
db.version(VERSION).stores({ entries: 'id, [day+at]', tallies: 'day', settings: 'key' });
