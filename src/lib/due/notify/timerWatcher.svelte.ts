import { nextCheckIn } from '#lib/practices/checkIn/model/checkInTime.ts';
import { isToRing, untilRing, type Timer } from '#lib/practices/pause/model/timer.ts';
import { askWorker } from '#lib/reminders/notify/askWorker.ts';
import { closeCheckIn } from './checkIn.ts';
import { closeRing } from './timer.ts';
import { startTicking } from '#lib/reminders/notify/ticker.ts';
import { currentTimer } from '#lib/practices/pause/currentTimer.ts';
import { checkInOn, checkInState } from '../mayBeDue.ts';
import { isAt } from '#lib/ui/navigation.ts';
import { here } from '#lib/time/clock.ts';
import { claimRing } from '#lib/practices/store/index.ts';
import { keepWaking } from '#lib/reminders/notify/lockedWatcher.ts';

let isStarted = false;

/** From now on calls the user back at the end of a timer, and tells of a check-in, for as long as the page is open. */
export function startCalling(): void {
  if (isStarted) return;
  isStarted = true;
  $effect.root(() => {
    $effect(() => startTicking(lookAtTimer));
    $effect(() => startTicking(lookAtCheckIn));
  });
}

/** Looks at the timer of a pause, and says in how many milliseconds to look again. */
function lookAtTimer(): number {
  const timer = currentTimer();
  if (timer === undefined) return Infinity;
  void ringFor(timer, isAt('/practice/pause'));
  const left = timer ? untilRing(timer, Date.now()) : Infinity;
  keepWaking('timer', Date.now() + left);
  return left;
}

/** Whoever has the pause before their eyes sees that it ended. All others are called. */
async function ringFor(timer: Timer | null, isOnPage: boolean): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  const isSeen = isOnPage && document.visibilityState === 'visible';
  if (registration && (isSeen || !timer)) await closeRing(registration);
  if (!timer || !isToRing(timer, Date.now())) return;
  if (isSeen) await claimRing(Date.now());
  else if (registration) askWorker(registration, 'ring');
}

/** Looks at the check-in, and says in how many milliseconds to look again. */
function lookAtCheckIn(): number {
  const checkIn = checkInState();
  if (!checkIn) return Infinity;
  void tellOfCheckIn(checkInOn() !== undefined);
  const next = nextCheckIn(checkIn.rules, Date.now(), here());
  keepWaking('checkIn', next);
  return next - Date.now();
}

async function tellOfCheckIn(isDue: boolean): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration) return;
  if (!isDue) await closeCheckIn(registration);
  else if (document.visibilityState === 'hidden') askWorker(registration, 'show-check-in');
}
