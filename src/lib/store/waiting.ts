import { createSubscriber } from 'svelte/reactivity';

/*
 * The database may not answer for long: another tab holds it, or the device is busy. Whoever waits
 * for it is told.
 */

/** How long it may take before that is told, and how long a lock waits for it, in milliseconds. */
export const PATIENCE = 2000;

const late = { reads: 0, writes: 0, forgotten: 0 };
const listeners = new Set<() => void>();
const subscribe = createSubscriber((update) => {
  listeners.add(update);
  return () => listeners.delete(update);
});

/** How many reads and writes the database keeps waiting too long, readable in runes. */
export const waiting = {
  get reads(): number {
    subscribe();
    return late.reads;
  },
  get writes(): number {
    subscribe();
    return late.writes;
  },
  /** Those writes that couldn't be remembered either: they're only on this page. */
  get forgotten(): number {
    subscribe();
    return late.forgotten;
  }
};

/**
 * Waits for an answer of the database, until the function returned is called.
 *
 * @param onlate is called where that takes too long; returns whether what is waited for is remembered
 */
export function awaiting(what: 'reads' | 'writes', onlate?: () => boolean): () => void {
  let isLate = false;
  let isRemembered = true;
  const count = (isNow: boolean) => {
    if (isLate === isNow) return;
    isLate = isNow;
    late[what] += isNow ? 1 : -1;
    if (!isRemembered) late.forgotten += isNow ? 1 : -1;
    for (const update of listeners) update();
  };
  const timer = setTimeout(() => {
    isRemembered = onlate?.() ?? true;
    count(true);
  }, PATIENCE);
  return () => {
    clearTimeout(timer);
    count(false);
  };
}
