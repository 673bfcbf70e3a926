import type { Tries } from '../model/passphrase.ts';
import { withConnection } from '#lib/store/connection.ts';
import { db } from '#lib/store/database.ts';
import { StorageError } from '#lib/store/storageError.ts';
import { areEqual } from './session.ts';
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

/** The lock as it is asked for: what only the data key can tell is added when it is kept. */
export type LockDraft = Omit<LockRow, 'check'>;

/** That turning the lock on or off was begun. Left behind only where it was cut off: then nothing was changed. */
export interface Turning {
  readonly key: 'turning';
  readonly to: 'on' | 'off';
}

/** The lock of this device; undefined where the database is not sealed. It can be read while locked. */
export function readLockRow(): Promise<LockRow | undefined> {
  return withConnection(() => db.device.get('lock'));
}

/**
 * Keeps other wraps, rules or tries, by what is kept now: nobody else writes in between. The data
 * key stays the same.
 *
 * @param check of the lock that is meant
 * @throws StorageError; its fault is `gone` where the lock is off, or another one
 */
export function changeLockRow(
  check: Uint8Array,
  change: (row: LockRow) => LockDraft
): Promise<void> {
  return withConnection(() =>
    db.transaction('rw', db.device, async () => {
      const row = await db.device.get('lock');
      if (!row || !areEqual(row.check, check)) throw new StorageError('gone');
      const changed: LockRow = { ...change(row), check: row.check };
      await db.device.put(changed);
    })
  );
}

/** What was begun and cut off; undefined where nothing was. */
export async function readTurning(): Promise<Turning['to'] | undefined> {
  const row = await withConnection(() => db.device.get('turning'));
  return row?.to;
}

/**
 * Forgets what was cut off: the person knows.
 *
 * @throws StorageError
 */
export async function forgetTurning(): Promise<void> {
  await withConnection(() => db.device.delete('turning'));
}
