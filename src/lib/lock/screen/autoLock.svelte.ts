import { live } from '#lib/store/live.ts';
import { loadLockRow } from '../store/index.ts';
import { watchHiding, watchUse } from './watchUse.ts';

const MINUTE = 60_000;

/** What locks the app, and knows whether locking out of sight was chosen but isn't written yet. */
interface AppLock {
  hidesSoon: boolean;
  /** Whether the person has a good reason to touch nothing. */
  isResting(): boolean;
  now(): Promise<void>;
}

/**
 * Locks the app when the rules of the lock say so. Stops when the returned function is called.
 *
 * @param locking the lock of this tab
 * @param wasSeen whether the page was in sight when the lock opened: a tab that opened out of sight
 *   has not gone there
 */
export function startIdle(locking: AppLock, wasSeen: boolean): () => void {
  const row = live(loadLockRow, 'readLockRow');
  const lock = () => void locking.now();
  return $effect.root(() => {
    const rules = $derived(row.current?.rules);
    const minutes = $derived(rules?.idleMinutes ?? null);
    const onHide = $derived(rules?.onHide ?? false);
    const isHiding = $derived(onHide || locking.hidesSoon);
    let isFirst = true;
    $effect(() => {
      if (minutes === null) return;
      return watchUse(minutes * MINUTE, () => locking.isResting(), lock);
    });
    $effect(() => {
      if (onHide) locking.hidesSoon = false;
    });
    $effect(() => {
      if (!rules) return;
      const mayBeGone = isFirst && wasSeen;
      isFirst = false;
      return isHiding ? watchHiding(lock, mayBeGone) : undefined;
    });
  });
}
