import type { DBCore, Middleware } from 'dexie';
import { healLocked } from './connection.ts';
import { db } from './database.ts';
import { cutWhenHeld } from './held.ts';
import { onlyWhole } from './whole.ts';

/** What the features above hand to the database. */
export interface StoreParts {
  /** Goes up with each new table or index. */
  readonly version: number;
  /** The indexes of each table, the primary key first. Each one makes every write and every import slower. */
  readonly tables: Readonly<Record<string, string>>;
  /** What stands between Dexie and IndexedDB, whatever the order. */
  readonly layers: readonly Middleware<DBCore>[];
  /** The rows that the table `device` of a new database begins with. */
  readonly first: readonly object[];
  /** Waited for where rows are locked: it rejects where they stay so. */
  readonly whenUnlocked: () => Promise<void>;
}

/** Makes the database ready to be used. Call it once, before anything is asked of it. */
export function openStore({ version, tables, layers, first, whenUnlocked }: StoreParts): void {
  for (const layer of [cutWhenHeld, onlyWhole, ...layers]) db.use(layer);
  const own = { settings: 'key', drafts: 'key', deletions: '[table+id]', device: 'key' };
  db.version(version).stores({ ...tables, ...own });
  db.on('populate', (transaction) => transaction.table('device').bulkAdd(first));
  healLocked(whenUnlocked);
}
