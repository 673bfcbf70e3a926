import type { DBCore, Middleware } from 'dexie';

/*
 * A browser holds a page that was left, as it is, and shows it again for "back". WebKit holds its
 * open transactions too, and what they have locked: the page that comes next would wait for good.
 */

const open = new Set<IDBTransaction>();
let isHeld = false;
let isCut = false;

/** Ends what is under way, and whatever begins from now on: the page is about to be held. */
export function hold(): void {
  isHeld = true;
  for (const transaction of open) cut(transaction);
}

/** Goes on where the page was held. Returns whether anything was ended: then the page begins anew. */
export function release(): boolean {
  isHeld = false;
  return isCut;
}

/** Ends the transactions of a page that is held. */
export const cutWhenHeld: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'Held',
  // Next to IndexedDB.
  level: -3,
  create: (down) => ({
    ...down,
    transaction(...asked) {
      const transaction = down.transaction(...asked) as IDBTransaction;
      open.add(transaction);
      const end = () => open.delete(transaction);
      for (const type of ['complete', 'abort']) transaction.addEventListener(type, end);
      if (isHeld) cut(transaction);
      return transaction;
    }
  })
};

function cut(transaction: IDBTransaction): void {
  try {
    transaction.abort();
    isCut = true;
  } catch {
    // It is done already, and about to say so.
  }
}
