import { sealDatabase } from '#lib/db/lock/sealing.ts';
import type { LockDraft } from '#lib/db/lock/row.ts';

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
