import { resolve } from '$app/paths';
import { m } from '#i18n/paraglide/messages.js';
import { askPermission } from '#lib/device/askPermission.ts';
import { MINUTE_MS } from '#lib/time/duration.ts';
import { faultWords } from '#lib/ui/faultWords.ts';
import { storageError } from '#lib/store/connectionState.ts';
import { findRelay, type Relay } from './relay.ts';
import { renew, setSilent, tryAt, turnOff, turnOn } from './store/index.ts';
import type { Ended } from './store/ringing.ts';
import type { RingFault } from './store/tables.ts';

/** The origin of a relay elsewhere, as the build was told; empty where it's the site's own. */
declare const RELAY_ORIGIN: string;

const FAULTS: Record<RingFault, () => string> = {
  push: m.ring_fault_push,
  full: m.ring_fault_full,
  refused: m.ring_fault_refused,
  away: m.ring_fault_away
};

const ENDED: Record<Ended, () => string> = {
  done: m.ring_off,
  away: m.ring_off_away,
  left: m.ring_off_left
};

/** The host of that relay elsewhere; empty where it's the site's own. */
export const relayHost = RELAY_ORIGIN.replace(/^https?:\/\//, '');

/** What the user decides about ringing, and what came of it. */
export class Ringing {
  /** What answered when the site was asked; undefined until it was. */
  found: Relay | 'none' | 'away' | undefined = $state.raw();
  isBusy = $state(false);
  /** What came of the last decision. */
  said = $state('');
  /** When it's tried, in milliseconds since the epoch. */
  triedFor: number | undefined = $state();

  /** Asks the site once whether it has a relay. */
  look(): Promise<void> {
    return this.#busy(async () => {
      const site = RELAY_ORIGIN || location.origin + resolve('/').replace(/\/$/, '');
      this.found = await findRelay(`${site}/relay/v1`);
    });
  }

  /** Turns ringing on, which asks for leave to notify, or off. */
  turn(isOn: boolean): Promise<void> {
    return this.#busy(async () => {
      this.said = isOn ? await this.#turnOn() : await this.#turnOff();
    });
  }

  /** Has this device rung once, in a minute. */
  tryOut(): Promise<void> {
    return this.#busy(async () => {
      const at = Date.now() + MINUTE_MS;
      await tryAt(at);
      // Else the row says why not.
      if (!(await this.#renew())) this.triedFor = at;
    });
  }

  /** Says which reminders don't ring. */
  silence(ids: readonly string[]): Promise<void> {
    return this.#busy(async () => {
      await setSilent(ids);
      await this.#renew();
    });
  }

  async #turnOn(): Promise<string> {
    if (typeof this.found !== 'object') return '';
    const permission = await askPermission();
    if (permission === 'denied') return m.ring_fault_denied();
    if (permission !== 'granted') return m.ring_fault_dismissed();
    const registration = await navigator.serviceWorker?.getRegistration();
    const fault = registration ? await turnOn(this.found, registration) : 'push';
    return fault ? FAULTS[fault]() : '';
  }

  async #turnOff(): Promise<string> {
    this.triedFor = undefined;
    return ENDED[await turnOff(await navigator.serviceWorker?.getRegistration())]();
  }

  async #renew(): Promise<RingFault | undefined> {
    const registration = await navigator.serviceWorker?.getRegistration();
    return registration ? renew(registration) : 'push';
  }

  async #busy(work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.said = '';
    try {
      await work();
    } catch (error) {
      this.said = faultWords(storageError(error).fault);
    } finally {
      this.isBusy = false;
    }
  }
}
