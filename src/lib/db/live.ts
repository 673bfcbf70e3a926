import { liveQuery } from 'dexie';
import { createSubscriber } from 'svelte/reactivity';

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
      const subscription = liveQuery(query).subscribe({
        next: (value) => {
          this.#value = value;
          this.#error = undefined;
          update();
        },
        error: (error) => {
          this.#error = error;
          update();
        }
      });
      return () => subscription.unsubscribe();
    });
  }

  /** The answer; undefined until the first one is there. Throws what the query threw. */
  get current(): T | undefined {
    this.#subscribe();
    if (this.#error) throw this.#error;
    return this.#value;
  }
}
