import type { DBCore, DBCoreTable, DBCoreTransaction, Middleware } from 'dexie';
import { sealFor, type OpenLock } from './session.ts';
import type { LockRow } from './tables.ts';

/*
 * Below all of Dexie's own layers, so that live questions and their caches see plain rows: between
 * them and IndexedDB stands the lock. The ciphers are loaded elsewhere, before they are needed.
 */

/** The table that is never sealed. Every transaction reads the lock's row in it first. */
const DEVICE = 'device';

/** What a transaction has found: it holds until its end. Undefined: nothing is sealed. */
type Found = OpenLock | undefined;

/** Seals and opens the rows of every table but `device` where the lock is on. */
export const sealing: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'Lock',
  // Dexie's own lie at -1 and above.
  level: -2,
  create(down) {
    const gates = new WeakMap<DBCoreTransaction, { found: Found } | Promise<Found>>();

    /** Asked once in each transaction, before all else: no tab that is out of date gets further. */
    function gate(trans: DBCoreTransaction): { found: Found } | Promise<Found> {
      const known = gates.get(trans);
      if (known) return known;
      const asked = down
        .table(DEVICE)
        .get({ trans, key: 'lock' })
        .then((row?: LockRow) => {
          const found = sealFor(row);
          gates.set(trans, { found });
          return found;
        });
      gates.set(trans, asked);
      return asked;
    }

    return {
      transaction: (stores, mode, options) =>
        down.transaction([...new Set([...stores, DEVICE])], mode, options),
      table(name) {
        const table = down.table(name);
        return name === DEVICE
          ? forgetting(table, (trans) => gates.delete(trans))
          : guarded(table, gate);
      }
    };
  }
};

/** What is written here may turn the lock off: the rest of the transaction asks anew. */
function forgetting(device: DBCoreTable, forget: (trans: DBCoreTransaction) => void): DBCoreTable {
  return {
    ...device,
    mutate(request) {
      forget(request.trans);
      return device.mutate(request);
    }
  };
}

function guarded(
  plain: DBCoreTable,
  gate: (trans: DBCoreTransaction) => { found: Found } | Promise<Found>
): DBCoreTable {
  let sealed: { lock: OpenLock; table: DBCoreTable } | undefined;
  const tableFor = (lock: Found) => {
    if (!lock) return plain;
    if (sealed?.lock !== lock) sealed = { lock, table: lock.sealedTable(plain, lock.seal) };
    return sealed.table;
  };
  const reach = <T>(
    { trans }: { trans: DBCoreTransaction },
    work: (table: DBCoreTable) => Promise<T>
  ): Promise<T> => {
    const known = gate(trans);
    return 'found' in known
      ? work(tableFor(known.found))
      : known.then((lock) => work(tableFor(lock)));
  };
  return {
    ...plain,
    get: (request) => reach(request, (table) => table.get(request)),
    getMany: (request) => reach(request, (table) => table.getMany(request)),
    query: (request) => reach(request, (table) => table.query(request)),
    count: (request) => reach(request, (table) => table.count(request)),
    openCursor: (request) => reach(request, (table) => table.openCursor(request)),
    mutate(request) {
      // To empty a table takes no key: whoever has lost it can still begin anew.
      const isClearing = request.type === 'deleteRange' && request.range.type === ANY;
      return isClearing ? plain.mutate(request) : reach(request, (table) => table.mutate(request));
    }
  };
}

/** Dexie's word for a range without ends. */
const ANY = 3;
