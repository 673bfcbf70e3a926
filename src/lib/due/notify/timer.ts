import { claimRing } from '#lib/practices/pause/store/timer.ts';
import { notify } from '#lib/reminders/notify/notify.ts';
import { alone } from '#lib/reminders/notify/oneAtATime.ts';
import { closeTagged } from '#lib/reminders/notify/close.ts';
import type { LockedTexts } from '#lib/reminders/notify/locked.ts';
import { permission } from '#lib/device/notifications.ts';

/** What tells the notification of a timer's end from others. */
export const TIMER_TAG = 'timer';

/** The words of that notification, made by whoever has the messages. */
export interface RingTexts extends LockedTexts {
  readonly body: string;
}

/**
 * Shows a notification where the timer of a pause has ended. Resolves with whether one was shown:
 * none where it was told before, here or in another tab, or where the user has not given leave.
 *
 * @param now milliseconds since the epoch
 * @throws StorageError
 */
export async function ring(
  registration: ServiceWorkerRegistration,
  { title, ...look }: RingTexts,
  now: number
): Promise<boolean> {
  if (permission() !== 'granted' || !(await claimRing(now))) return false;
  // The user asked to be called: it stays until it is seen. Without data it is of no prompt.
  const options = { ...look, tag: TIMER_TAG, requireInteraction: true };
  await alone(() => notify(registration, title, options));
  return true;
}

/** Takes that notification away. */
export function closeRing(registration: ServiceWorkerRegistration): Promise<void> {
  return closeTagged(registration, TIMER_TAG);
}
