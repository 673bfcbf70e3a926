import { page } from '$app/state';
import { account, database } from './account.svelte.ts';
import { locking } from './locking.svelte.ts';
import { watchHiding, watchUse } from './use.ts';

const MINUTE = 60_000;

/** Locks by itself, as the rules of the lock say. Ends when the function returned is called. */
export async function startIdle(): Promise<() => void> {
  const { Live, readLockRow } = await database;
  const row = new Live(readLockRow);
  return $effect.root(() => {
    const minutes = $derived(row.current?.rules.idleMinutes ?? null);
    const onHide = $derived(row.current?.rules.onHide ?? false);
    $effect(() => {
      if (minutes === null) return;
      return watchUse(minutes * MINUTE, isPausing, () => void locking.now());
    });
    $effect(() => (onHide ? watchHiding(() => void locking.now()) : undefined));
  });
}

/** Whoever breathes or rests by the clock of a pause touches nothing. */
function isPausing(): boolean {
  const isSeen = document.visibilityState === 'visible' && page.route.id === '/practice/pause';
  return isSeen && Boolean(account.timer && account.timer.endsAt > Date.now());
}
