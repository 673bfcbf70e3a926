import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { due } from '#lib/domain/due.ts';
import { askWorker, OPEN_DUE } from '#lib/reminders/ask.ts';
import { setDueBadge } from '#lib/reminders/badge.ts';
import { registerPeriodicSync } from '#lib/reminders/periodic.ts';
import { startTicking, untilNext } from '#lib/reminders/ticking.ts';
import { account } from './account.svelte.ts';
import { here } from './clock.ts';

/**
 * Keeps an eye on what is due for as long as the page is open: the mark on the app's icon, and a
 * notification where the page is out of sight. Stops when the function returned is called.
 */
export function startReminders(): () => void {
  const { serviceWorker } = navigator;
  serviceWorker?.addEventListener('message', openDue);
  const stop = $effect.root(() => {
    $effect(() => startTicking(look));
    $effect(() => {
      const wanted = account.reminders?.some(({ isOn }) => isOn);
      if (wanted) void serviceWorker?.ready.then(registerPeriodicSync);
    });
  });
  return () => {
    serviceWorker?.removeEventListener('message', openDue);
    stop();
  };
}

/** Looks at what is due, and says in how many milliseconds to look again. */
function look(): number {
  const { reminders = [], answers = [], rules } = account;
  if (!rules) return Infinity;
  const now = Date.now();
  const isDue = due(reminders, answers, rules, now, here()) !== undefined;
  void setDueBadge(isDue);
  if (isDue && document.visibilityState === 'hidden') void askToShow();
  return untilNext(reminders, answers, rules, now, here());
}

async function askToShow(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration) askWorker(registration, 'show-due');
}

function openDue({ data }: MessageEvent): void {
  if (data === OPEN_DUE) void goto(resolve('/?due'));
}
