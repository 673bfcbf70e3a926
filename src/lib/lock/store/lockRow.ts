import { ifAlone } from '#lib/device/webLock.ts';
import { transact, withConnection } from '#lib/store/connection.ts';
import { StorageError } from '#lib/store/storageError.ts';
import { areEqual } from './session.ts';
import { TURNING } from './outside.ts';
import { db, type LockRow, type Turn } from './tables.ts';

/** A lock as it's asked for. What only the data key can tell is added when the row is saved. */
export type LockDraft = Omit<LockRow, 'check'>;

/** Reads the lock of this device, also while locked; undefined where the database isn't sealed. */
export function readLockRow(): Promise<LockRow | undefined> {
  return withConnection(() => db.device.get('lock'));
}

/**
 * Saves other wraps, rules or tries, by what is stored now: nobody else writes in between. The data
 * key stays the same.
 *
 * @param check of the lock that is meant
 * @throws StorageError; its fault is `gone` where the lock is off, or another one
 */
export function changeLockRow(
  check: Uint8Array,
  change: (row: LockRow) => LockDraft
): Promise<void> {
  return transact(db.device, async () => {
    const row = await db.device.get('lock');
    if (!row || !areEqual(row.check, check)) throw new StorageError('gone');
    const changed: LockRow = { ...change(row), check: row.check };
    await db.device.put(changed);
  });
}

/** Forgets that the row was lost and came from the second copy, now that its key has opened the rows. */
export function forgetOrigin(check: Uint8Array): Promise<void> {
  return changeLockRow(check, ({ key, wraps, rules, tries }) => ({ key, wraps, rules, tries }));
}

/** Reads which change was interrupted and so not made; undefined where there's none. */
export async function readTurning(): Promise<Turn | undefined> {
  const note = await withConnection(() => db.device.get('turning'));
  if (!note || note.isDone) return undefined;
  // While another tab is working on the change, it isn't interrupted.
  return ifAlone(TURNING, () => Promise.resolve(note.to));
}

/**
 * Forgets the interrupted change, once the person knows of it.
 *
 * @throws StorageError
 */
export async function forgetTurning(): Promise<void> {
  await transact(db.device, () => db.device.delete('turning'));
}
