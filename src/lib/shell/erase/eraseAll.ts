import { resolve } from '$app/paths';
import { clearKeys, eraseEverything, whatIsLeft, type Remains } from './store/erase.ts';
import { withdraw } from '#lib/reminders/notify/withdraw.ts';

/** The scope of this app's service worker. */
const scope = () => new URL(resolve('/'), location.href).href;

/**
 * Erases everything that the app stores on this device, and says so in every tab. The screen that
 * says so is loaded first: afterwards there is nothing left to load it from.
 */
export async function erase(): Promise<void> {
  await import('./Erased.svelte');
  await eraseEverything(removeWorker);
}

/** Looks up in the browser what is left of the app. */
export function left(): Promise<Remains> {
  return whatIsLeft(scope());
}

/**
 * Keeps Kit from storing the scroll position whenever the page is hidden: nothing may be stored here.
 * Returns a function that ends this.
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
