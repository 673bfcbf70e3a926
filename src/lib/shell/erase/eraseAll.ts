import { resolve } from '$app/paths';
import { clearKeys, eraseEverything, whatIsLeft, type Remains } from './store/erase.ts';
import { withdraw } from '#lib/reminders/notify/withdraw.ts';

/** What the service worker of this app, and no other, is registered for. */
const scope = () => new URL(resolve('/'), location.href).href;

/**
 * Erases all that this app keeps on this device, and shows so in every tab. The screen that says it
 * is loaded before: afterwards nothing is here to load it from.
 */
export async function erase(): Promise<void> {
  await import('./Erased.svelte');
  await eraseEverything(removeWorker);
}

/** What is left of this app, looked up in the browser. */
export function left(): Promise<Remains> {
  return whatIsLeft(scope());
}

/**
 * Kit notes where a page is scrolled to as often as it goes out of sight; here nothing is to be kept.
 * Ends when the function returned is called.
 */
export function keepNoKeys(): () => void {
  addEventListener('visibilitychange', clearKeys);
  addEventListener('pagehide', clearKeys);
  return () => {
    removeEventListener('visibilitychange', clearKeys);
    removeEventListener('pagehide', clearKeys);
  };
}

async function removeWorker(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration(scope());
  if (registration?.scope !== scope()) return;
  await withdraw(registration).catch(() => undefined);
  await registration.unregister();
}
