const LOCK = 'toward.notifications';

/**
 * Runs what shows or looks for notifications, one at a time of all tabs and the worker. On a busy
 * machine, rarely, one that was shown while others looked for it was not to be found afterwards. The
 * work must not ask for this again: it would wait for itself.
 */
export async function alone<T>(work: () => Promise<T>): Promise<T> {
  const { locks } = globalThis.navigator;
  return locks ? locks.request(LOCK, work) : work();
}
