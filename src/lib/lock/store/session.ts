import type { DBCoreTable } from 'dexie';
import { createSubscriber } from 'svelte/reactivity';
import { setAccess } from '#lib/store/access.ts';
import { readLocal, writeLocal } from '#lib/store/local.ts';
import { StorageError } from '#lib/store/storageError.ts';
import type { Seal } from '../crypto/ciphers.ts';
import type { LockRow } from './tables.ts';

/*
 * Whether this tab (or the worker) may read a sealed database. The key lives here, in memory, and
 * nowhere else.
 */

/**
 * - `unknown`: the database has not been opened yet
 * - `off`: it is not sealed
 * - `locked`: it is sealed, and this tab has no key
 * - `open`: it is sealed, and this tab has the key
 * - `damaged`: the lock's own row is lost, and with it the way to what was sealed
 */
type LockState = 'unknown' | 'off' | 'locked' | 'open' | 'damaged';

/** The key at work, and what came with it: neither is loaded where the lock is off. */
export interface OpenLock {
  readonly seal: Seal;
  readonly sealedTable: (down: DBCoreTable, seal: Seal) => DBCoreTable;
}

/**
 * That the lock was on when it was last looked at, for before the database is open. src/early.js
 * reads it before anything is seen.
 */
const MARK = 'toward.locked';

let state: LockState = 'unknown';
let open: OpenLock | undefined;
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

/** Resolves once nothing is locked: at once, or when the lock opens. */
export function whenReadable(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (isShut(state)) return;
      stop();
      resolve();
    };
    const stop = onLockChange(look);
    look();
  });
}

/** The open seal; undefined where the lock is off, locked or not known. */
export function openSeal(): Seal | undefined {
  return open?.seal;
}

/** Whether the database is sealed; before it is open, whether it was when it was last looked at. */
export function isSealed(): boolean {
  return state === 'unknown' ? wasOn() : state !== 'off';
}

/** Whether nothing can be read or written in this state. */
export function isShut(current: LockState): boolean {
  return current === 'locked' || current === 'damaged';
}

/** Whether the lock was on when this browser last looked, in whichever tab. */
export function wasOn(): boolean {
  return readLocal(MARK) !== null;
}

/** The key is here: what is sealed can be read. */
export function enterOpen(opened: OpenLock): void {
  const hadOther = open !== undefined;
  open?.seal.wipe();
  open = opened;
  tell('open', hadOther);
}

/** Without the key from here on: its bytes are overwritten. */
export function enterWithout(next: 'off' | 'locked' | 'damaged'): void {
  open?.seal.wipe();
  open = undefined;
  tell(next);
}

/** @param isOther whether another key opens the lock from here on, though its state is the same */
function tell(next: LockState, isOther = false): void {
  if (state === next && !isOther) return;
  state = next;
  writeLocal(MARK, next === 'off' ? null : 'on');
  setAccess(!isShut(next));
  for (const listener of [...listeners]) listener();
}

let lookAgain: ((row: LockRow | undefined) => void) | undefined;

/** Says what is done where this tab finds that the lock is not as it was: on, off or lost. */
export function whenStale(look: (row: LockRow | undefined) => void): void {
  lookAgain = look;
}

/**
 * What a transaction has to seal and open rows with, by the lock row that it found; undefined where
 * the lock is off. Has the state of this tab corrected where it is out of date.
 *
 * @throws StorageError `locked`
 */
export function sealFor(row: LockRow | undefined): OpenLock | undefined {
  if (!row) {
    if (state === 'off') return undefined;
    // One look at this row can't tell a lock that was turned off from one that was lost.
    if (state !== 'damaged') lookAgain?.(row);
    throw new StorageError('locked');
  }
  if (open && areEqual(open.seal.check, row.check)) return open;
  const isStale = state !== 'locked';
  enterWithout('locked');
  if (isStale) lookAgain?.(row);
  throw new StorageError('locked');
}

/** Whether the bytes are the same. */
export function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
