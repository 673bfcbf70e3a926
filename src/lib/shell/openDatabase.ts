import { ACCOUNT_INDEXES } from '#lib/account/store/tables.ts';
import { forgetLastId } from '#lib/account/store/witness.ts';
import { counting } from '#lib/backup/store/removals.ts';
import {
  keyHandedOver,
  provideCiphers,
  provideSpareLock,
  type Ciphers,
  type SpareLock
} from '#lib/lock/store/keyExchange.ts';
import { sealing } from '#lib/lock/store/middleware.ts';
import { isSealed, onLockChange } from '#lib/lock/store/session.ts';
import { PRACTICE_INDEXES } from '#lib/practices/store/tables.ts';
import { PRACTICES } from '#lib/practices/registry.ts';
import { REMINDER_INDEXES } from '#lib/reminders/store/tables.ts';
import { openStore } from '#lib/store/openStore.ts';

/**
 * Goes up with each table of a practice, and where no older code may write to what is there: from
 * version 5 on an entry bears the id of the record that put it on the log.
 */
const VERSION = PRACTICES.length - 7;

/**
 * Hands the database its tables, the lock and the count of removals: the one place that knows both it
 * and what is above it.
 *
 * @param ciphers how they are loaded, once there is something to open
 * @param spareLock where the row of the lock is found once the database has lost it
 */
export function openDatabase(ciphers: Ciphers, spareLock?: SpareLock): void {
  openStore({
    version: VERSION,
    tables: { ...ACCOUNT_INDEXES, ...REMINDER_INDEXES, ...PRACTICE_INDEXES },
    layers: [sealing, counting],
    whenUnlocked: keyHandedOver
  });
  provideCiphers(ciphers);
  if (spareLock) provideSpareLock(spareLock);
  onLockChange(() => {
    if (isSealed()) forgetLastId();
  });
}
