import {
  checkInState,
  claimCheckIn,
  lastLoggedDay
} from '#lib/practices/checkIn/store/checkInRules.ts';
import { momentAt, type Day } from '#lib/time/day.ts';
import { checkInDue } from '#lib/practices/checkIn/model/checkInTime.ts';
import { notify } from '#lib/reminders/notify/notify.ts';
import { alone } from '#lib/reminders/notify/oneAtATime.ts';
import { closeTagged } from '#lib/reminders/notify/close.ts';
import { permission } from '#lib/device/notifications.ts';
import type { RingTexts } from './timer.ts';

/** What tells the notification of a check-in from others. */
export const CHECK_IN_TAG = 'check-in';

/**
 * Shows a notification where a check-in is due. Resolves with whether one was shown: none where it
 * was told before, here or in another tab, or where the user has not given leave.
 *
 * @param now milliseconds since the epoch
 * @throws StorageError
 */
export async function showCheckIn(
  registration: ServiceWorkerRegistration,
  { title, ...look }: RingTexts,
  now: number,
  zone: string
): Promise<boolean> {
  if (permission() !== 'granted') return false;
  const on = await findCheckIn(now, zone);
  if (!on || !(await claimCheckIn(on))) return false;
  await alone(() => notify(registration, title, { ...look, tag: CHECK_IN_TAG }));
  return true;
}

/** Takes that notification away. */
export function closeCheckIn(registration: ServiceWorkerRegistration): Promise<void> {
  return closeTagged(registration, CHECK_IN_TAG);
}

async function findCheckIn(now: number, zone: string): Promise<Day | undefined> {
  const [state, lastLogged] = await Promise.all([
    checkInState(),
    lastLoggedDay(momentAt(now, zone).day)
  ]);
  return checkInDue({ ...state, lastLogged }, now, zone);
}
