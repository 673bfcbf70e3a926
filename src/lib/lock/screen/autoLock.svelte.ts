import { account, database } from '#lib/account/account.svelte.ts';
import { isAt } from '#lib/shell/navigation.ts';
import { locking } from './locking.svelte.ts';
import { watchHiding, watchUse } from './watchUse.ts';

const MINUTE = 60_000;

const lock = () => void locking.now();

/**
 * Locks by itself, as the rules of the lock say. Ends when the function returned is called.
 *
 * @param wasSeen whether the page was in sight when the lock opened: a tab that opened out of sight
 *   has not gone there
 */
export async function startIdle(wasSeen: boolean): Promise<() => void> {
  const { Live, readLockRow } = await database;
  const row = new Live(readLockRow);
  return $effect.root(() => {
    const rules = $derived(row.current?.rules);
    const minutes = $derived(rules?.idleMinutes ?? null);
    const onHide = $derived(rules?.onHide ?? false);
    const isHiding = $derived(onHide || locking.hidesSoon);
    let isFirst = true;
    $effect(() => {
      if (minutes === null) return;
      return watchUse(minutes * MINUTE, isPausing, lock);
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

/** Whoever breathes or rests by the clock of a pause touches nothing. */
function isPausing(): boolean {
  const isSeen = document.visibilityState === 'visible' && isAt('/practice/pause');
  return isSeen && Boolean(account.timer && account.timer.endsAt > Date.now());
}
