import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { page } from '$app/state';
import { due } from '#lib/domain/due.ts';
import { isToRing, untilRing, type Timer } from '#lib/domain/practice/timer.ts';
import type { Slot } from '#lib/domain/reminder.ts';
import { askWorker, OPEN_DUE, OPEN_PAUSE } from '#lib/reminders/ask.ts';
import { setDueBadge } from '#lib/reminders/badge.ts';
import { closeAllBut } from '#lib/reminders/closing.ts';
import { registerPeriodicSync } from '#lib/reminders/periodic.ts';
import { closeRing } from '#lib/reminders/ringing.ts';
import { startTicking, untilNext } from '#lib/reminders/ticking.ts';
import { account, database } from './account.svelte.ts';
import { here } from './clock.ts';

/**
 * Keeps an eye on what is due for as long as the page is open: the mark on the app's icon, and a
 * notification where the page is out of sight. Stops when the function returned is called.
 */
export function startReminders(): () => void {
  const { serviceWorker } = navigator;
  serviceWorker?.addEventListener('message', open);
  const stop = $effect.root(() => {
    $effect(() => startTicking(look));
    $effect(() => startTicking(lookAtTimer));
    $effect(() => {
      const wanted = account.reminders?.some(({ isOn }) => isOn);
      if (wanted) void serviceWorker?.ready.then(registerPeriodicSync);
    });
  });
  return () => {
    serviceWorker?.removeEventListener('message', open);
    stop();
  };
}

/** Looks at what is due, and says in how many milliseconds to look again. */
function look(): number {
  const { reminders, answers, rules } = account;
  if (!reminders || !answers || !rules) return Infinity;
  const now = Date.now();
  const found = due(reminders, answers, rules, now, here());
  void setDueBadge(found !== undefined);
  void tellDesktop(found?.slot);
  return untilNext(reminders, answers, rules, now, here());
}

/** A notification for what is due where the page is out of sight, and none for what is not. */
async function tellDesktop(slot: Slot | undefined): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration) return;
  if (slot && document.visibilityState === 'hidden') askWorker(registration, 'show-due');
  else await closeAllBut(registration, slot);
}

/** Looks at the timer of a pause, and says in how many milliseconds to look again. */
function lookAtTimer(): number {
  const { timer } = account;
  if (timer === undefined) return Infinity;
  void ringFor(timer, page.route.id === '/practice/pause');
  return timer ? untilRing(timer, Date.now()) : Infinity;
}

/** Whoever has the pause before their eyes sees that it ended. All others are called. */
async function ringFor(timer: Timer | null, isOnPage: boolean): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  const isSeen = isOnPage && document.visibilityState === 'visible';
  if (registration && (isSeen || !timer)) await closeRing(registration);
  if (!timer || !isToRing(timer, Date.now())) return;
  if (isSeen) await (await database).claimRing(Date.now());
  else if (registration) askWorker(registration, 'ring');
}

/** Goes where a notification that was tapped leads. */
function open({ data }: MessageEvent): void {
  if (data === OPEN_DUE) void goto(resolve('/?due'));
  if (data === OPEN_PAUSE) void goto(resolve('/practice/pause'));
}
