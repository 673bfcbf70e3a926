import type { Subscription } from 'dexie';
import { createSubscriber } from 'svelte/reactivity';
import { onAccessChange } from './access.ts';
import { onConnectionChange, storageError } from './connectionState.ts';
import { loadStore } from './lazy.ts';
import { StorageError, type StorageFault } from './storageError.ts';
import { awaiting } from './waiting.ts';

/** What a change of the connection or of the lock heals, or nothing does. */
const TOLD: readonly StorageFault[] = ['lost', 'locked', 'outdated', 'erased'];

/** After how many milliseconds any other error is asked about again: twice as long each time. */
const AGAIN = { first: 1000, longest: 60_000 };

/**
 * A question to the database whose answer stays up to date, readable in runes. All readers share
 * one subscription; it ends with the last of them. Read every parameter of the query before making
 * one: what is read only inside the query is not tracked.
 */
export class Live<T> {
  #value: T | undefined;
  #error: unknown;
  #subscribe: () => void;

  /** @param load brings the query, whose code may come later */
  constructor(load: () => Promise<() => Promise<T>>) {
    this.#subscribe = createSubscriber((update) => {
      let watching: Subscription | undefined;
      let round = 0;
      let wait = AGAIN.first;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let answered = () => {};
      const settle = (value: T | undefined, error?: unknown) => {
        answered();
        this.#value = value;
        this.#error = error;
        update();
      };
      const fail = (error: unknown) => {
        settle(isLocked(error) ? undefined : this.#value, error);
        if (TOLD.includes(storageError(error).fault)) return;
        timer = setTimeout(askAgain, wait);
        wait = Math.min(2 * wait, AGAIN.longest);
      };
      const watch = async () => {
        const mine = ++round;
        clearTimeout(timer);
        this.#error = undefined;
        try {
          const [query, { liveQuery }] = await Promise.all([loadStore(load), import('dexie')]);
          if (mine !== round) return;
          answered = awaiting('reads');
          // Dexie may hand over an older answer after a newer one, in a timer of its own.
          let asked = 0;
          let told = 0;
          // Dexie follows the promises of async functions only.
          const numbered = async () => {
            const run = ++asked;
            return { run, value: await query() };
          };
          watching = liveQuery(numbered).subscribe(({ run, value }) => {
            if (run < told) return;
            told = run;
            wait = AGAIN.first;
            settle(value);
          }, fail);
        } catch (error) {
          if (mine === round) fail(error);
        }
      };
      // After an error Dexie asks no more by itself.
      const askAgain = () => {
        if (!this.#error) return;
        answered();
        watching?.unsubscribe();
        void watch();
      };
      void watch();
      const stops = [
        onConnectionChange(askAgain),
        onAccessChange((isOpen) => (isOpen ? askAgain() : fail(new StorageError('locked'))))
      ];
      return () => {
        round++;
        clearTimeout(timer);
        answered();
        for (const stop of stops) stop();
        watching?.unsubscribe();
      };
    });
  }

  /**
   * The answer; undefined until the first one is there, and while locked. Where the database fails
   * later on, the last answer stays and `connection` tells; where it fails before, this throws what
   * the query threw.
   */
  get current(): T | undefined {
    this.#subscribe();
    if (this.#value === undefined && this.#error && !isLocked(this.#error)) throw this.#error;
    return this.#value;
  }
}

/**
 * What a function of a module answers, as a value that stays up to date. The module is loaded when the
 * value is first read.
 */
export function live<
  Name extends string,
  Module extends Readonly<Record<Name, (...args: never[]) => Promise<unknown>>>
>(load: () => Promise<Module>, name: Name, ...args: Parameters<Module[Name]>) {
  return new Live<Awaited<ReturnType<Module[Name]>>>(async () => {
    const query = (await load())[name] as (
      ...args: Parameters<Module[Name]>
    ) => Promise<Awaited<ReturnType<Module[Name]>>>;
    return () => query(...args);
  });
}

/**
 * What live values say; undefined while they can't be read. For whoever only watches them: the page tells
 * of the fault.
 */
export function ifRead<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof StorageError && error.fault === 'locked';
}
