import { Dexie, type DBCore, type DBCoreTransaction, type Middleware } from 'dexie';

/*
 * Dexie finds the transaction that a call belongs to by the promises that led there. Where many
 * transactions and live questions begin in one breath, as when the database has just been opened, it
 * can lose it: the call then makes a transaction of its own. So no write does: it's refused in the
 * same turn, which undoes what was written so far, and `withConnection` does the whole once more.
 */

/** Keeps writes within transactions that were asked for. */
export const onlyWhole: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'Whole',
  // Above the lock, which reads first: by then the transaction would have ended. Below Dexie's own.
  level: -1.2,
  create: (down) => ({
    ...down,
    table(name) {
      const table = down.table(name);
      return {
        ...table,
        mutate: (request) =>
          isAsked(request.trans)
            ? table.mutate(request)
            : Promise.reject(new Dexie.PrematureCommitError('A write outside of a transaction'))
      };
    }
  })
};

/** Whether somebody asked for it: Dexie marks those. What a new database begins with comes with its version. */
function isAsked(transaction: DBCoreTransaction): boolean {
  return (
    '_explicit' in transaction || ('mode' in transaction && transaction.mode === 'versionchange')
  );
}
