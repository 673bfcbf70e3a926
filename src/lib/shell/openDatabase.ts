import { ACCOUNT_INDEXES } from '#lib/account/store/tables.ts';
import { forgetLastId } from '#lib/account/store/witness.ts';
import { counting } from '#lib/backup/store/removals.ts';
import { keyHandedOver, provideCiphers, type Ciphers } from '#lib/lock/store/keyExchange.ts';
import { sealing } from '#lib/lock/store/middleware.ts';
import { isSealed, onLockChange } from '#lib/lock/store/session.ts';
import { PRACTICE_INDEXES } from '#lib/practices/store/tables.ts';
import { REMINDER_INDEXES } from '#lib/reminders/store/tables.ts';
import { openStore } from '#lib/store/openStore.ts';

/** Versions 1 to 3 had fewer tables. A version that rewrites rows will find them sealed under the lock. */
const VERSION = 4;

/**
 * Hands the database its tables, the lock and the count of removals: the one place that knows both it
 * and what is above it.
 *
 * @param ciphers how they are loaded, once there is something to open
 */
export function openDatabase(ciphers: Ciphers): void {
  openStore({
    version: VERSION,
    tables: { ...ACCOUNT_INDEXES, ...REMINDER_INDEXES, ...PRACTICE_INDEXES },
    layers: [sealing, counting],
    whenUnlocked: keyHandedOver
  });
  provideCiphers(ciphers);
  onLockChange(() => {
    if (isSealed()) forgetLastId();
  });
}
