import { withdraw } from '#lib/reminders/notify/withdraw.ts';
import { rang, scope } from './remains.ts';
import { eraseEverything, eraseRest } from './store/erase.ts';

/**
 * Erases everything that the app stores on this device, and says so in every tab. The screen that
 * says so is loaded first: afterwards there is nothing left to load it from.
 */
export async function erase(): Promise<void> {
  await import('./Erased.svelte');
  await endRinging();
  await eraseEverything(removeWorker);
}

/** Erases what is left where that was cut off. Nobody else may erase or count meanwhile. */
export function eraseLeft(): Promise<void> {
  return eraseRest(removeWorker);
}

/** How long a relay may take to forget this device, in milliseconds: all else waits for it. */
const PATIENCE = 5000;

/** While there is still a row that says who rings. Where it can't be told, the last screen says so. */
async function endRinging(): Promise<void> {
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE));
  const told = import('#lib/due/ring/store/ringing.ts').then(async ({ turnOff }) =>
    turnOff(await navigator.serviceWorker?.getRegistration(scope()))
  );
  rang.isLeft = !(await Promise.race([told.catch(() => true), late]));
}

async function removeWorker(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration(scope());
  if (registration?.scope !== scope()) return;
  await withdraw(registration).catch(() => undefined);
  await registration.unregister();
}
