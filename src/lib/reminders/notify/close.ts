import { slotKey, type Slot } from '../model/reminder.ts';
import { alone } from './oneAtATime.ts';

/** Takes away the notifications of all prompts but for one. */
export function closeAllBut(
  registration: ServiceWorkerRegistration,
  slot: Slot | undefined
): Promise<void> {
  const kept = slot && slotKey(slot);
  // One that carries nothing is an example, or tells of a timer.
  return closeThose(registration, ({ data, tag }) => Boolean(data) && tag !== kept);
}

/** Takes away the notifications of a tag. */
export function closeTagged(registration: ServiceWorkerRegistration, tag: string): Promise<void> {
  return closeThose(registration, (shown) => shown.tag === tag);
}

function closeThose(
  registration: ServiceWorkerRegistration,
  isOne: (shown: Notification) => boolean
): Promise<void> {
  return alone(async () => {
    for (const shown of await registration.getNotifications()) if (isOne(shown)) shown.close();
  });
}
