import { COPIES, readCopy } from '#lib/backup/copy/copyFile.ts';
import { readHead } from '#lib/backup/copy/format.ts';
import { isLockRow } from '#lib/lock/store/lostLock.ts';
import type { LockRow } from '#lib/lock/store/tables.ts';

/** Finds the row of the lock in the head of the second copy; undefined where it has none. */
export async function findSpareLock(): Promise<LockRow | undefined> {
  for (const name of COPIES) {
    const file = await readCopy(name);
    // It may be replaced just now.
    const head = await (file && readHead(file).catch(() => undefined));
    if (!head || !isLockRow(head.lock)) continue;
    const { key, wraps, rules, tries, check } = head.lock;
    return { key, wraps, rules, tries, check, fromCopyOf: head.at };
  }
  return undefined;
}
