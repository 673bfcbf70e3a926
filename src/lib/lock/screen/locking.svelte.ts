import { tick } from 'svelte';
import { browser } from '$app/env';
import { dropKey, readLockRow } from '../store/index.ts';
import { isSealed, isShut, lock } from '../store/session.ts';
import { allKept } from '#lib/store/pendingWrites.ts';
import { untilLoaded } from '#lib/store/untilLoaded.ts';

/** Whether the app is locked in this tab, and what locks it. */
class Locking {
  /** The page is hidden before the key is deleted. */
  #isLeaving = $state(false);
  readonly #hadLock = browser && isSealed();

  /** Locking out of sight was chosen in this tab. It already counts while it's being written. */
  hidesSoon = $state(false);

  isResting = () => false;

  /** Whether only the lock screen may be shown. Until that's known, what was true last time counts. */
  get isClosed(): boolean {
    return this.#isLeaving || (this.isUnsure ? this.#hadLock : isShut(lock.current));
  }

  /** Whether nobody knows yet if there's a lock. */
  get isUnsure(): boolean {
    return lock.current === 'unknown';
  }

  /** Whether there's a lock, and it's open. */
  get isOpen(): boolean {
    return lock.current === 'open' && !this.#isLeaving;
  }

  /**
   * Follows what the database says of the lock from now on. Call while the layout is made. Resolves
   * once the database has answered, or can't.
   *
   * @param isResting whether the person has a good reason to touch nothing
   */
  watch(isResting: () => boolean): Promise<unknown> {
    this.isResting = isResting;
    // Behind the lock screen no page opens the database.
    const answered = readLockRow().catch(() => undefined);
    $effect(() => {
      if (!this.isOpen) return;
      const wasSeen = document.visibilityState === 'visible';
      let isOver = false;
      let stop = () => {};
      // Without it the app would stay open for good, and nobody would know.
      void untilLoaded(() => import('./autoLock.svelte.ts')).then(({ startIdle }) => {
        if (!isOver) stop = startIdle(this, wasSeen);
      });
      return () => {
        isOver = true;
        stop();
      };
    });
    return answered;
  }

  /** Shows nothing but the lock screen until some work is done, even if the work deletes the lock. */
  async behind(work: Promise<unknown>): Promise<void> {
    this.#isLeaving = true;
    try {
      await work;
    } finally {
      this.#isLeaving = false;
    }
  }

  /** Locks all tabs, once drafts are saved. Does nothing without a lock. */
  async now(): Promise<void> {
    if (!this.isOpen) return;
    this.#isLeaving = true;
    await tick();
    await allKept();
    await dropKey();
    this.#isLeaving = false;
  }
}

/** The lock of this tab. */
export const locking = new Locking();
