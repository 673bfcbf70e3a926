import { withdraw } from '#lib/reminders/notify/withdraw.ts';
import { leave } from '#lib/due/ring/store/index.ts';
import { rang } from './rang.svelte.ts';
import { scope } from './remains.ts';
import { eraseEverything } from './store/erase.ts';

export { noteErasing } from './store/erase.ts';

/**
 * Erases everything that the app stores on this device, and says so in every tab. Nobody else may erase
 * or count meanwhile.
 */
export async function erase(): Promise<void> {
  // While there is still a row that says who rings. The last screen says so where it can't be told.
  const leaving = await leave().catch(() => undefined);
  await eraseEverything(removeWorker);
  rang.isLeft = leaving !== undefined && !(await leaving.isForgotten);
}

/** Erases what is left where that was cut off. Nobody else may erase or count meanwhile. */
export function eraseLeft(): Promise<void> {
  return eraseEverything(removeWorker);
}

async function removeWorker(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration(scope());
  if (registration?.scope !== scope()) return;
  await withdraw(registration).catch(() => undefined);
  await registration.unregister();
}
