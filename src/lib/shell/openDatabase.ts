import { whenUnfinished } from './erase/store/unfinished.ts';
import { ACCOUNT_INDEXES } from '#lib/account/store/tables.ts';
import { addUnsaved, readUnsaved } from '#lib/lock/store/unsaved.ts';
import { forgetLastId } from '#lib/account/store/witness.ts';
import { counting } from '#lib/backup/store/removals.ts';
import {
  keyHandedOver,
  provideCiphers,
  provideSpareLock,
  type Ciphers,
  type SpareLock
} from '#lib/lock/store/keyExchange.ts';
import { provideCarried, provideOutside, type Outside } from '#lib/lock/store/outside.ts';
import { sealing } from '#lib/lock/store/middleware.ts';
import { isSealed, onLockChange } from '#lib/lock/store/session.ts';
import { NEW, PRACTICE_INDEXES } from '#lib/practices/store/tables.ts';
import { REMINDER_INDEXES } from '#lib/reminders/store/tables.ts';
import { openStore } from '#lib/store/openStore.ts';

/**
 * Goes up with each new table or index, and where no older code may write to what is there: from
 * version 5 on an entry bears the id of the record that put it on the log, and from version 6 on
 * whatever is deleted is remembered. It never goes down, whatever tables there are.
 */
const VERSION = 8;

/** What the database needs of its surroundings. A service worker has no part in what lies outside. */
interface Surroundings {
  /** How the ciphers are loaded, once there is something to open. */
  readonly ciphers: Ciphers;
  /** Where the row of the lock is found once the database has lost it. */
  readonly spareLock: SpareLock;
  /** What is sealed with the database and lies outside it. */
  readonly outside?: () => Promise<Outside>;
  /** What finishes erasing that was cut off, and what begins a tab anew where another couldn't erase. */
  readonly erase?: { readonly finish: () => Promise<void>; readonly reload: () => void };
}

/**
 * Hands the database its tables, the lock and the count of removals: the one place that knows both it
 * and what is above it.
 */
export function openDatabase({ ciphers, spareLock, outside, erase }: Surroundings): void {
  openStore({
    version: VERSION,
    tables: { ...ACCOUNT_INDEXES, ...REMINDER_INDEXES, ...PRACTICE_INDEXES },
    layers: [sealing, counting],
    first: [NEW],
    whenUnlocked: keyHandedOver
  });
  provideCiphers(ciphers);
  provideSpareLock(spareLock);
  if (outside) provideOutside(outside);
  if (erase) whenUnfinished(erase.finish, erase.reload);
  provideCarried(() => {
    const unsaved = readUnsaved();
    return () => addUnsaved(unsaved);
  });
  onLockChange(() => {
    if (isSealed()) forgetLastId();
  });
}
