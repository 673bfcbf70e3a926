import { tick } from 'svelte';
import { browser } from '$app/env';
import { dropKey, readLockRow } from '../store/index.ts';
import { isSealed, isShut, lock } from '../store/session.ts';
import { allKept } from '#lib/store/pendingWrites.ts';

/** Whether the app is locked, and how it comes to be. */
class Locking {
  /** The page goes before the key does: from here on nothing is to be seen. */
  #isLeaving = $state(false);
  readonly #hadLock = browser && isSealed();

  /** That it locks out of sight was chosen in this tab, and is being written: it holds already. */
  hidesSoon = $state(false);

  isResting = () => false;

  /** Whether no page may be shown but the lock screen. Before it is known, what held last time holds. */
  get isClosed(): boolean {
    return this.#isLeaving || (this.isUnsure ? this.#hadLock : isShut(lock.current));
  }

  /** Whether it is not known yet. */
  get isUnsure(): boolean {
    return lock.current === 'unknown';
  }

  /** Whether there is a lock, and it is open. */
  get isOpen(): boolean {
    return lock.current === 'open' && !this.#isLeaving;
  }

  /**
   * Goes by what the database says of the lock, from here on. Make it run while the layout is made.
   * Resolves once the database has answered, or can't.
   *
   * @param isResting whether whoever is here touches nothing for a good reason
   */
  watch(isResting: () => boolean): Promise<unknown> {
    this.isResting = isResting;
    // Behind the lock screen no page opens the database.
    const answered = readLockRow().catch(() => undefined);
    $effect(() => {
      if (!this.isOpen) return;
      const wasSeen = document.visibilityState === 'visible';
      const starting = import('./autoLock.svelte.ts').then(({ startIdle }) =>
        startIdle(this, wasSeen)
      );
      return () => void starting.then((stop) => stop());
    });
    return answered;
  }

  /** Shows the lock screen and nothing else until this is through, though the lock may go with it. */
  async behind(work: Promise<unknown>): Promise<void> {
    this.#isLeaving = true;
    try {
      await work;
    } finally {
      this.#isLeaving = false;
    }
  }

  /** Locks here and in all tabs. What is half written is kept before. Nothing happens where there is no lock. */
  async now(): Promise<void> {
    if (!this.isOpen) return;
    this.#isLeaving = true;
    await tick();
    await allKept();
    await dropKey();
    this.#isLeaving = false;
  }
}

/** The one of this tab. */
export const locking = new Locking();
