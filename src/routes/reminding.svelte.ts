import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { page } from '$app/state';
import { due } from '#lib/domain/due.ts';
import { nextCheckIn } from '#lib/domain/practice/checkIn.ts';
import { isToRing, untilRing, type Timer } from '#lib/domain/practice/timer.ts';
import type { Slot } from '#lib/domain/reminder.ts';
import { askWorker, OPEN_CHECK_IN, OPEN_DUE, OPEN_PAUSE } from '#lib/reminders/ask.ts';
import { setDueBadge } from '#lib/reminders/badge.ts';
import { closeAllBut } from '#lib/reminders/closing.ts';
import { closeCheckIn } from '#lib/reminders/checkIn.ts';
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
    $effect(() => startTicking(lookAtCheckIn));
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

/** Looks at the check-in, and says in how many milliseconds to look again. */
function lookAtCheckIn(): number {
  const { checkIn, checkInOn } = account;
  if (!checkIn) return Infinity;
  void tellOfCheckIn(checkInOn !== undefined);
  const now = Date.now();
  return nextCheckIn(checkIn.rules, now, here()) - now;
}

async function tellOfCheckIn(isDue: boolean): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration) return;
  if (!isDue) await closeCheckIn(registration);
  else if (document.visibilityState === 'hidden') askWorker(registration, 'show-check-in');
}

/** Goes where a notification that was tapped leads. */
function open({ data }: MessageEvent): void {
  if (data === OPEN_DUE) void goto(resolve('/?due'));
  if (data === OPEN_PAUSE) void goto(resolve('/practice/pause'));
  if (data === OPEN_CHECK_IN) void goto(resolve('/practice/check-in'));
}
