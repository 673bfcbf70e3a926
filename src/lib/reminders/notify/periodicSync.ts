import { HOUR_MS } from '#lib/time/duration.ts';

/** The name under which the browser wakes the service worker now and then. */
export const DUE_SYNC = 'toward-due';

/** Twice a day is the most that browsers do; they decide by how much the app is used. */
const AT_MOST_EVERY_MS = 12 * HOUR_MS;

interface PeriodicSync {
  register(tag: string, options: { minInterval: number }): Promise<void>;
  unregister(tag: string): Promise<void>;
}

/**
 * Asks the browser to wake the service worker now and then, to show what is due while the app is
 * closed. Resolves with whether it may: only some browsers do so, for installed apps, when they see
 * fit. So nothing may be promised.
 */
export async function registerPeriodicSync(
  registration: ServiceWorkerRegistration
): Promise<boolean> {
  if (!('periodicSync' in registration)) return false;
  const periodicSync = registration.periodicSync as PeriodicSync;
  try {
    await periodicSync.register(DUE_SYNC, { minInterval: AT_MOST_EVERY_MS });
    return true;
  } catch {
    return false;
  }
}

/** Asks the browser to wake the service worker no more. */
export async function stopPeriodicSync(registration: ServiceWorkerRegistration): Promise<void> {
  if (!('periodicSync' in registration)) return;
  await (registration.periodicSync as PeriodicSync).unregister(DUE_SYNC).catch(() => undefined);
}
