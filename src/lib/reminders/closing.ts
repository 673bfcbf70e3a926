import { slotKey, type Slot } from '#lib/domain/reminder.ts';

/** Takes away the notifications of all prompts but for one. */
export async function closeAllBut(
  registration: ServiceWorkerRegistration,
  slot: Slot | undefined
): Promise<void> {
  const kept = slot && slotKey(slot);
  for (const shown of await registration.getNotifications()) {
    // One that carries nothing is an example, or tells of a timer.
    if (shown.data && shown.tag !== kept) shown.close();
  }
}
