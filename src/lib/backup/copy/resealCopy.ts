import { packCopy, readHead, unpackCopy, type Copy, type CopyHead } from './format.ts';
import {
  canCopy,
  COPIES,
  COPY_PLACE,
  holdCopy,
  readCopy,
  removeCopy,
  writeCopy,
  type CopyName
} from './copyFile.ts';
import { readLockRow } from '#lib/lock/store/lockRow.ts';
import type { LockRow } from '#lib/lock/store/tables.ts';
import { areEqual, openSeal } from '#lib/lock/store/session.ts';
import { StorageError } from '#lib/store/storageError.ts';
import { isSame } from '#lib/record/same.ts';

/*
 * The second copy follows the lock: what it holds stays as it is, but no copy lies open under a lock,
 * and none opens with what the lock no longer opens with.
 */

/** Whether the copy is sealed by this lock, and opens with the same; or neither is there. */
export function isSealedBy({ lock }: CopyHead, row: LockRow | undefined): boolean {
  const { check, wraps } = Object(lock);
  return isSame(check, row?.check) && isSame(wraps, row?.wraps);
}

/**
 * A copy as it may lie on the disk: sealed where the lock is on.
 *
 * @param plain a copy that is not sealed
 * @throws StorageError `locked` where that lock is not open here
 */
export async function packSealed({ head, body }: Copy, row: LockRow | undefined): Promise<Blob> {
  if (!row) return packCopy({ head, body });
  const seal = openSeal();
  if (!seal || !areEqual(seal.check, row.check)) throw new StorageError('locked');
  const { sealBytes } = await import('#lib/lock/crypto/localBytes.ts');
  return packCopy({ head: { ...head, lock: row }, body: sealBytes(body, COPY_PLACE) });
}

/**
 * Writes the copy anew where the lock was turned on or off, or opens with something else than when
 * the copy was made. Resolves with whether the copy now is as the lock asks.
 *
 * @param dataKey of the lock that was just turned off
 */
export async function followLock(dataKey?: Uint8Array): Promise<boolean> {
  if (!(await canCopy())) return true;
  try {
    await holdCopy(async () => {
      for (const name of COPIES) await follow(name, dataKey);
    });
    return true;
  } catch {
    return false;
  }
}

async function follow(name: CopyName, dataKey: Uint8Array | undefined): Promise<void> {
  const [file, row] = await Promise.all([readCopy(name), readLockRow()]);
  const head = file && (await readHead(file));
  if (!file || (head && isSealedBy(head, row))) return;
  const copy = await unpackCopy(file);
  const sealedBy = head?.lock as LockRow | undefined;
  if (!copy) {
    // Nobody could take it in, but its words can be read.
    if (row && !sealedBy) await removeCopy(name);
    return;
  }
  if (!sealedBy) return writeCopy(await packSealed(copy, row), name);
  if (row) {
    // By an earlier lock: that one's passphrase opens it still.
    if (!isSame(sealedBy.check, row.check)) return;
    return writeCopy(await packCopy({ ...copy, head: { ...copy.head, lock: row } }), name);
  }
  const open = dataKey && (await laidOpen(copy, dataKey));
  if (open) await writeCopy(open, name);
}

/** The copy in the open; undefined where it is not that lock which has sealed it. */
async function laidOpen({ head, body }: Copy, dataKey: Uint8Array): Promise<Blob | undefined> {
  const [{ Seal }, { openBytes }] = await Promise.all([
    import('#lib/lock/crypto/ciphers.ts'),
    import('#lib/lock/crypto/localBytes.ts')
  ]);
  const { lock, ...about } = head;
  const seal = new Seal(dataKey);
  try {
    if (!isSame(seal.check, Object(lock).check)) return undefined;
    return await packCopy({ head: about, body: openBytes(body, COPY_PLACE, seal) });
  } finally {
    seal.wipe();
  }
}
