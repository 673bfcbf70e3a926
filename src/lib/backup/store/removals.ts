import type {
  DBCore,
  DBCoreMutateRequest,
  DBCoreTable,
  DBCoreTransaction,
  Middleware
} from 'dexie';
import { practiceTables } from '#lib/practices/registry.ts';
import { SETTINGS } from '../model/settings.ts';
import type { Removals } from './tables.ts';

/*
 * Counts what is removed and rewritten of what the second copy holds, in the transaction that does
 * it: no kill and no other tab can come in between. A row that is only new is not counted.
 */

/** Tables whose rows are counted one by one. The entries have a count of their own. */
export const COUNTED_TABLES: readonly string[] = ['reminders', ...practiceTables()];

/** Tables in which removing or rewriting takes away words or facts. */
export const COPIED_TABLES: readonly string[] = ['entries', 'settings', ...COUNTED_TABLES];

/** Settings that the copy holds. */
const COPIED_SETTINGS: readonly unknown[] = SETTINGS.map(({ key }) => key);

/** As in a database from which nothing was ever taken away. */
export const NO_REMOVALS: Removals = { key: 'removals', changes: 0, removed: 0 };

function begun(): Removals {
  const [changes = 0] = crypto.getRandomValues(new Uint32Array(1));
  return { ...NO_REMOVALS, changes };
}

type Count = (trans: DBCoreTransaction, removed: number) => PromiseLike<unknown>;

/** Counts beside every write. */
export const counting: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'Removals',
  // Above the lock, where rows are plain, and below Dexie's own: no live question hears of a count.
  level: -1.5,
  create(down) {
    const counted = new WeakMap<DBCoreTransaction, PromiseLike<unknown>>();

    /** One after the other: two that were read at once would count as one. */
    const count: Count = (trans, removed) => {
      const device = down.table('device');
      const add = () =>
        device.get({ trans, key: NO_REMOVALS.key }).then((row: Removals = begun()) => {
          const now = { ...row, changes: row.changes + 1, removed: row.removed + removed };
          return device.mutate({ type: 'put', trans, values: [now] });
        });
      const before = counted.get(trans);
      const done = before ? before.then(add) : add();
      counted.set(trans, done);
      return done;
    };

    return {
      ...down,
      table(name) {
        const table = down.table(name);
        return COPIED_TABLES.includes(name) ? watched(table, count) : table;
      }
    };
  }
};

function watched(table: DBCoreTable, count: Count): DBCoreTable {
  return {
    ...table,
    async mutate(request) {
      if (await takesAway(table, request)) {
        const isCounted = request.type === 'delete' && COUNTED_TABLES.includes(table.name);
        await count(request.trans, isCounted ? request.keys.length : 0);
      }
      return table.mutate(request);
    }
  };
}

/** Where a table is emptied, all are, and what was counted goes with them. */
async function takesAway(table: DBCoreTable, request: DBCoreMutateRequest): Promise<boolean> {
  if (request.type !== 'delete' && request.type !== 'put') return false;
  const written =
    request.type === 'put' ? request.values.map(table.schema.primaryKey.extractKey ?? String) : [];
  const keys = (request.keys ?? written).filter(
    (key) => table.name !== 'settings' || COPIED_SETTINGS.includes(key)
  );
  // Many at once are taken in from elsewhere: not to look each of them up is worth one more copy.
  if (request.type === 'delete' || keys.length !== 1) return keys.length > 0;
  const [before] = await table.getMany({ trans: request.trans, keys });
  return before !== undefined;
}
