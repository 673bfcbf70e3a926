import type { NextLock } from '#lib/lock/store/outside.ts';
import type { LockRow } from '#lib/lock/store/tables.ts';
import { openSeal } from '#lib/lock/store/session.ts';
import { isSame } from '#lib/record/same.ts';
import { packCopy, readHead, unpackCopy, type Copy } from './format.ts';
import { isSealedBy } from './resealCopy.ts';
import {
  canCopy,
  COPIES,
  COPY_PLACE,
  holdCopy,
  readCopy,
  readNext,
  removeNext,
  writeCopy,
  writeNext
} from './copyFile.ts';

/*
 * The second copy as the next lock seals it. It is written beside the one that is there before that
 * lock holds, and takes its place as soon as it does: the rows are never sealed while the copy lies
 * open.
 */

export { followLock } from './resealCopy.ts';

const place = new TextEncoder().encode(COPY_PLACE);

/**
 * Writes the copy once more, sealed by the next lock. A copy that is damaged, or that an earlier lock
 * has sealed, stays as it is.
 *
 * @throws StorageError, or DOMException where there is no room
 */
export async function prepare({ row, seal }: NextLock): Promise<void> {
  if (!(await canCopy())) return;
  await holdCopy(async () => {
    for (const name of COPIES) {
      const file = await readCopy(name);
      const copy = file && (await unpackCopy(file));
      const body = copy && openBody(copy);
      if (!body) continue;
      const head = { ...copy.head, lock: row };
      await writeNext(await packCopy({ head, body: seal.seal('bytes', body, place) }), name);
    }
  });
}

/**
 * Puts in place what was made ready for this lock; what was made ready for another one goes. It takes
 * no key.
 *
 * @throws DOMException
 */
export async function settle(row: LockRow | undefined): Promise<void> {
  if (!(await canCopy())) return;
  await holdCopy(async () => {
    for (const name of COPIES) {
      const next = await readNext(name);
      if (!next) continue;
      const head = await readHead(next);
      if (row && head && isSealedBy(head, row)) await writeCopy(next, name);
      await removeNext(name);
    }
  });
}

/** What a copy holds; undefined where the lock that is open has not sealed it. */
function openBody({ head, body }: Copy): Uint8Array | undefined {
  if (!head.lock) return body;
  const seal = openSeal();
  const isOurs = isSame(seal?.check, Object(head.lock).check);
  return isOurs ? seal?.open('bytes', body, place) : undefined;
}
