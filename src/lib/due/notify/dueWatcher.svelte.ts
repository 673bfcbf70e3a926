import { due } from '#lib/reminders/model/due.ts';
import { slotKey, type Slot } from '#lib/reminders/model/reminder.ts';
import { askWorker } from '#lib/reminders/notify/askWorker.ts';
import { setDueBadge } from '#lib/reminders/notify/appBadge.ts';
import { closeAllBut, closeTagged } from '#lib/reminders/notify/close.ts';
import { LOCKED_TAG } from '#lib/reminders/notify/locked.ts';
import { registerPeriodicSync } from '#lib/reminders/notify/periodicSync.ts';
import { startTicking, untilNext } from '#lib/reminders/notify/ticker.ts';
import { lock } from '#lib/lock/store/session.ts';
import { currentTimer } from '#lib/practices/pause/currentTimer.ts';
import { reminders } from '#lib/reminders/reminders.svelte.ts';
import { ifRead } from '#lib/store/live.ts';
import { untilLoaded } from '#lib/store/untilLoaded.ts';
import { checkInOn, mayBeDue } from '../mayBeDue.ts';
import { here } from '#lib/time/clock.ts';
import { locking } from '#lib/lock/screen/locking.svelte.ts';
import { keepWaking, startWaking } from '#lib/reminders/notify/lockedWatcher.ts';

/**
 * Keeps an eye on what is due for as long as the page is open: the mark on the app's icon, and
 * notifications where the page is out of sight. Stops when the function returned is called.
 */
export function startReminders(): () => void {
  return $effect.root(() => {
    $effect(() => startTicking(look));
    $effect(() => (lock.current === 'locked' ? startWaking() : undefined));
    $effect(() => {
      // Nothing of it is needed until there is somebody to call.
      if (!ifRead(currentTimer) && !ifRead(checkInOn)) return;
      void untilLoaded(() => import('./timerWatcher.svelte.ts')).then((it) => it.startCalling());
    });
    $effect(() => {
      const isPossible = ifRead(mayBeDue);
      // Unread or locked, nobody knows: the mark stays as it is.
      if (isPossible === false) void setDueBadge(false);
      if (isPossible)
        void untilLoaded(() => import('./badgeWatcher.svelte.ts')).then((it) => it.startMarking());
    });
    $effect(() => {
      const wanted = ifRead(() => reminders.all?.some(({ isOn }) => isOn));
      if (wanted) void navigator.serviceWorker?.ready.then(registerPeriodicSync);
    });
  });
}

/** Looks at what is due, and says in how many milliseconds to look again. */
function look(): number {
  const [all, answers, rules] = [
    ifRead(() => reminders.all),
    ifRead(() => reminders.answers),
    ifRead(() => reminders.rules)
  ];
  if (!all || !answers || !rules) return Infinity;
  const now = Date.now();
  const found = due(all, answers, rules, now, here());
  const left = untilNext(all, answers, rules, now, here());
  const isTold = found && answers.some((answer) => slotKey(answer) === slotKey(found.slot));
  keepWaking('reminder', found && !isTold ? now : now + left);
  void tellDesktop(found?.slot);
  return left;
}

/** A notification for what is due where the page is out of sight, and none for what is not. */
async function tellDesktop(slot: Slot | undefined): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration || locking.isClosed) return;
  // Whoever looks at the app needs no hint that there may be something.
  if (document.visibilityState === 'visible') await closeTagged(registration, LOCKED_TAG);
  if (slot && document.visibilityState === 'hidden') askWorker(registration, 'show-due');
  else await closeAllBut(registration, slot);
}
