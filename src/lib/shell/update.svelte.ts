import { dev } from '$app/env';
import { resolve } from '$app/paths';
import { HOUR_MS } from '#lib/time/duration.ts';

/**
 * New versions of the app. The service worker takes one in unseen; it takes over only when the user
 * agrees, since a reload in the middle of writing would lose words.
 */
class Update {
  /**
   * - `none`: this is the newest version known
   * - `ready`: a newer one is there and waits to be let in
   * - `taken`: another tab has let it in; this one runs on until it is reloaded
   */
  state: 'none' | 'ready' | 'taken' = $state('none');
  #waiting: ServiceWorker | undefined;
  #isAskedHere = false;

  /** Registers the service worker, and looks for new versions when the app comes back into view. */
  async watch(): Promise<void> {
    if (dev || !('serviceWorker' in navigator)) return;
    const hadController = navigator.serviceWorker.controller !== null;
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      if (this.#isAskedHere) location.reload();
      else if (hadController) this.state = 'taken';
    });
    const registration = await navigator.serviceWorker.register(workerAddress(), {
      updateViaCache: 'none'
    });
    this.#notice(registration);
    registration.addEventListener('updatefound', () => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => this.#notice(registration));
    });
    checkOnReturn(registration);
  }

  /** Lets the new version in and reloads. */
  accept(): void {
    this.#isAskedHere = true;
    if (this.#waiting && this.state === 'ready') this.#waiting.postMessage('skip-waiting');
    else location.reload();
  }

  #notice({ waiting, active }: ServiceWorkerRegistration): void {
    if (!waiting || !active) return;
    this.#waiting = waiting;
    this.state = 'ready';
  }
}

/** The one address that may become a worker, whatever the policy is asked for. */
function workerAddress(): string {
  const address = `${resolve('/')}service-worker.js`;
  const rules = { createScriptURL: () => address };
  return window.trustedTypes?.createPolicy('toward-worker', rules).createScriptURL('') ?? address;
}

/** Moving about inside the app never asks the host for a new version, so this does, at most hourly. */
function checkOnReturn(registration: ServiceWorkerRegistration): void {
  let checked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - checked < HOUR_MS) return;
    checked = Date.now();
    // Offline there is nothing to find; the next return asks again.
    registration.update().catch(() => undefined);
  });
}

/** The one of this tab. */
export const update = new Update();
