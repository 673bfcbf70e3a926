/**
 * What a page can ask of the service worker. It shows all notifications, so that their words stand
 * in one place and two tabs never show two.
 */
export type Ask =
  'show-due' | 'show-check-in' | 'show-example' | 'ring' | 'show-locked' | 'quieten';

/** What the service worker can ask of a page: a notification was tapped, and what it told of is wanted. */
export const OPEN_DUE = 'open-due';
export const OPEN_PAUSE = 'open-pause';
export const OPEN_CHECK_IN = 'open-check-in';

/** Asks the service worker. Nothing happens where it is not there yet. */
export function askWorker(registration: ServiceWorkerRegistration, ask: Ask): void {
  registration.active?.postMessage(ask);
}
