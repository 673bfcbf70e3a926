import { alone as aloneAs } from '#lib/device/webLock.ts';

/**
 * Runs what shows or looks for notifications, one at a time of all tabs and the worker. On a busy
 * machine, rarely, one that was shown while others looked for it was not to be found afterwards. The
 * work must not ask for this again: it would wait for itself.
 */
export function alone<T>(work: () => Promise<T>): Promise<T> {
  return aloneAs('toward.notifications', work);
}
