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
  /** Set where this row was lost and was taken from the second copy: when that was made, in ms since the epoch. */
  readonly fromCopyOf?: number;
}

/** That the lock was turned off on purpose: without this note a lock that is gone counts as lost. */
export interface LockOff {
  readonly key: 'lockOff';
}

/** What rewrites every row: turning the lock on or off, or giving it another key. */
export type Turn = 'on' | 'off' | 'key';

/** That a turn was begun. Left behind only where it was cut off. */
export interface Turning {
  readonly key: 'turning';
  readonly to: Turn;
  /** Whether all rows are rewritten. Without this nothing was changed. */
  readonly isDone?: true;
}

/** The database as the lock sees it: rows of this device, and tables of which it knows nothing. */
export const db = database as Database<object, never, LockRow | LockOff | Turning>;
