import { db as database, type Database } from '#lib/store/database.ts';
import type { Tries } from '../model/passphrase.ts';
import type { Wrap } from '../crypto/wrap.ts';

/** When the app locks by itself. */
export interface LockRules {
  /** After so many minutes without use; null: never. */
  readonly idleMinutes: number | null;
  /** When it goes out of sight. */
  readonly onHide: boolean;
}

/** What is kept of the lock, in the open: nothing in it opens anything by itself. */
export interface LockRow {
  readonly key: 'lock';
  readonly wraps: readonly Wrap[];
  readonly rules: LockRules;
  readonly tries: Tries;
  /** Tells the right data key from any other, and one turning on from the next. It is not secret. */
  readonly check: Uint8Array;
}

/** That turning the lock on or off was begun. Left behind only where it was cut off: then nothing was changed. */
export interface Turning {
  readonly key: 'turning';
  readonly to: 'on' | 'off';
}

/** The database as the lock sees it: rows of this device, and tables of which it knows nothing. */
export const db = database as Database<object, never, LockRow | Turning>;
