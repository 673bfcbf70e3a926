import { liveQuery } from 'dexie';
import { createSubscriber } from 'svelte/reactivity';
import { onConnectionChange } from './connection.ts';

/**
 * A question to the database whose answer stays up to date, readable in runes. All readers share
 * one subscription; it ends with the last of them. Read every parameter of the query before making
 * one: what is read only inside the query is not tracked.
 */
export class Live<T> {
  #value: T | undefined;
  #error: unknown;
  #subscribe: () => void;

  constructor(query: () => Promise<T>) {
    this.#subscribe = createSubscriber((update) => {
      const settle = (value: T | undefined, error?: unknown) => {
        this.#value = value;
        this.#error = error;
        update();
      };
      const watch = () => liveQuery(query).subscribe(settle, (error) => settle(this.#value, error));
      this.#error = undefined;
      let watching = watch();
      // After an error Dexie asks no more by itself.
      const stop = onConnectionChange(() => {
        if (!this.#error) return;
        watching.unsubscribe();
        watching = watch();
      });
      return () => {
        stop();
        watching.unsubscribe();
      };
    });
  }

  /**
   * The answer; undefined until the first one is there. Where the database fails later on, the last
   * answer stays and `connection` tells; where it fails before, this throws what the query threw.
   */
  get current(): T | undefined {
    this.#subscribe();
    if (this.#error && this.#value === undefined) throw this.#error;
    return this.#value;
  }
}
