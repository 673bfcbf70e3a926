import type { DBCore, DBCoreTable, DBCoreTransaction, Middleware } from 'dexie';
import { PRACTICE_TABLES } from '#lib/domain/practice/practices.ts';
import type { DeviceRow } from './database.ts';

/*
 * Counts what is removed, in the transaction that removes it: so it is told from what was lost. The
 * entries have a count of their own.
 */

/** Tables whose rows are counted. */
export const COUNTED_TABLES: readonly string[] = ['reminders', ...PRACTICE_TABLES];

/** What was ever removed from this database. */
export interface Removals extends DeviceRow {
  readonly key: 'removals';
  /** Rows of {@link COUNTED_TABLES}. */
  readonly removed: number;
}

/** As in a database from which nothing was ever removed. */
export const NO_REMOVALS: Removals = { key: 'removals', removed: 0 };

/** Counts beside every write. */
export const counting: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'Removals',
  // Above the lock, where rows are plain, and below Dexie's own: no live question hears of a count.
  level: -1.5,
  create(down) {
    const counted = new WeakMap<DBCoreTransaction, PromiseLike<unknown>>();

    /** One after the other: two that were read at once would count as one. */
    function count(trans: DBCoreTransaction, removed: number): PromiseLike<unknown> {
      const device = down.table('device');
      const add = () =>
        device.get({ trans, key: NO_REMOVALS.key }).then((row: Removals = NO_REMOVALS) =>
          device.mutate({
            type: 'put',
            trans,
            values: [{ ...row, removed: row.removed + removed }]
          })
        );
      const before = counted.get(trans);
      const done = before ? before.then(add) : add();
      counted.set(trans, done);
      return done;
    }

    return {
      ...down,
      table(name) {
        const table = down.table(name);
        return COUNTED_TABLES.includes(name) ? watched(table, count) : table;
      }
    };
  }
};

/** Where a table is emptied, all are, and what was counted goes with them. */
function watched(
  table: DBCoreTable,
  count: (trans: DBCoreTransaction, removed: number) => PromiseLike<unknown>
): DBCoreTable {
  return {
    ...table,
    async mutate(request) {
      if (request.type === 'delete') await count(request.trans, request.keys.length);
      return table.mutate(request);
    }
  };
}
