import { dev } from '$app/env';
import { resolve } from '$app/paths';
import { HOUR_MS } from '#lib/time/duration.ts';

/**
 * Finds new versions of the app. The service worker installs a version unseen, and activates it only
 * when the user agrees: a reload in the middle of writing would lose words.
 */
class Update {
  /**
   * - `none`: this is the newest version known
   * - `ready`: a newer one is installed and needs the user's consent
   * - `taken`: another tab has activated it; this one runs on until it is reloaded
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
    const options = { updateViaCache: 'none' } as const;
    // Refused by some private windows: then there's no offline use and no update, and all else works.
    const registration = await navigator.serviceWorker
      .register(workerAddress(), options)
      .catch(() => undefined);
    if (!registration) return;
    const follow = () => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => this.#notice(registration));
    };
    this.#notice(registration);
    follow();
    registration.addEventListener('updatefound', follow);
    checkOnReturn(registration);
  }

  /** Activates the new version and reloads. */
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

/** Trusts only the address of our own worker. */
function workerAddress(): string {
  const address = `${resolve('/')}service-worker.js`;
  const rules = { createScriptURL: () => address };
  return window.trustedTypes?.createPolicy('toward-worker', rules).createScriptURL('') ?? address;
}

/** Looks for a new version, at most hourly: navigating inside the app never does. */
function checkOnReturn(registration: ServiceWorkerRegistration): void {
  let checked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - checked < HOUR_MS) return;
    checked = Date.now();
    // Fails offline; the next return to the app tries again.
    registration.update().catch(() => undefined);
  });
}

/** The updates of this tab. */
export const update = new Update();
