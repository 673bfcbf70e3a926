import { withdraw } from '#lib/reminders/notify/withdraw.ts';
import { scope } from './remains.ts';
import { eraseEverything, eraseRest } from './store/erase.ts';

/**
 * Erases everything that the app stores on this device, and says so in every tab. The screen that
 * says so is loaded first: afterwards there is nothing left to load it from.
 */
export async function erase(): Promise<void> {
  await import('./Erased.svelte');
  await eraseEverything(removeWorker);
}

/** Erases what is left where that was cut off. Nobody else may erase or count meanwhile. */
export function eraseLeft(): Promise<void> {
  return eraseRest(removeWorker);
}

async function removeWorker(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration(scope());
  if (registration?.scope !== scope()) return;
  await withdraw(registration).catch(() => undefined);
  await registration.unregister();
}
