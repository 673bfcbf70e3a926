import { createSubscriber } from 'svelte/reactivity';
import { StorageError } from '../storageError.ts';
import type { LockRow } from './row.ts';
import type { Seal } from './seal.ts';

/*
 * Whether this tab (or the worker) may read a sealed database. The key lives here, in memory, and
 * nowhere else.
 */

/**
 * - `unknown`: the database has not been opened yet
 * - `off`: it is not sealed
 * - `locked`: it is sealed, and this tab has no key
 * - `open`: it is sealed, and this tab has the key
 */
export type LockState = 'unknown' | 'off' | 'locked' | 'open';

let state: LockState = 'unknown';
let seal: Seal | undefined;
const listeners = new Set<() => void>();

/** Calls back at each change of the lock's state, until the function returned is called. */
export function onLockChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const subscribe = createSubscriber(onLockChange);

/** The state of the lock, readable in runes. */
export const lock = {
  get current(): LockState {
    subscribe();
    return state;
  }
};

/** The open seal; undefined where the lock is off, locked or not known. */
export function openSeal(): Seal | undefined {
  return seal;
}

/** Whether the database is sealed, as far as this tab knows. */
export function isSealed(): boolean {
  return state === 'open' || state === 'locked';
}

/** The key is here: what is sealed can be read. */
export function enterOpen(opened: Seal): void {
  if (seal !== opened) seal?.wipe();
  seal = opened;
  tell('open');
}

/** Without the key from here on: its bytes are overwritten. */
export function enterWithout(next: 'off' | 'locked'): void {
  seal?.wipe();
  seal = undefined;
  tell(next);
}

function tell(next: LockState): void {
  if (state === next) return;
  state = next;
  for (const listener of [...listeners]) listener();
}

let askFor: ((row: LockRow) => void) | undefined;

/** Says what is done where this tab finds that another one has turned the lock on. */
export function whenStale(ask: (row: LockRow) => void): void {
  askFor = ask;
}

/**
 * What a transaction has to seal and open rows with, by the lock row that it found; undefined where
 * there is none. Corrects the state of this tab where it was out of date.
 *
 * @throws StorageError `locked`
 */
export function sealFor(row: LockRow | undefined): Seal | undefined {
  if (!row) {
    if (state !== 'off') enterWithout('off');
    return undefined;
  }
  if (seal && areEqual(seal.check, row.check)) return seal;
  const isStale = state !== 'locked';
  enterWithout('locked');
  if (isStale) askFor?.(row);
  throw new StorageError('locked');
}

/** Whether the bytes are the same. */
export function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
