const LOCK = 'toward.notifications';

/**
 * Runs what shows or looks for notifications, one at a time of all tabs and the worker. Chromium
 * lets go of one that is looked for while it is on its way to the screen. The work must not ask for
 * this again: it would wait for itself.
 */
export async function alone<T>(work: () => Promise<T>): Promise<T> {
  const { locks } = globalThis.navigator;
  return locks ? locks.request(LOCK, work) : work();
}
