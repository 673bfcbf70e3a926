import { sealDatabase } from '#lib/lock/store/turnLock.ts';
import { changeLockRow, type LockDraft } from '#lib/lock/store/lockRow.ts';
import { checkOf } from '#lib/lock/crypto/ciphers.ts';

/** A data key as any other. */
export const DATA_KEY = Uint8Array.from({ length: 32 }, (_, at) => at * 7 + 1);

export const DRAFT: LockDraft = {
  key: 'lock',
  wraps: [],
  rules: { idleMinutes: 5, onHide: false },
  tries: { count: 0, at: 0 }
};

/** Turns the lock on. */
export function seal(progress: (done: number, total: number) => void = () => undefined) {
  return sealDatabase(DRAFT, DATA_KEY, progress);
}

/** Keeps other rules or tries. */
export function keepRow(changes: Partial<LockDraft>): Promise<void> {
  return changeLockRow(checkOf(DATA_KEY), (row) => ({ ...row, ...changes }));
}
