import type { Seal } from '../crypto/ciphers.ts';
import type { LockRow } from './tables.ts';

/** A lock that is about to hold. */
export interface NextLock {
  readonly row: LockRow;
  readonly seal: Seal;
}

/**
 * What lies outside the database and is sealed with it. It can't be written in one transaction with
 * the rows: it is made ready before their commit, and exchanged afterwards.
 */
export interface Outside {
  /**
   * Writes beside what is there how it is to be under the next lock.
   *
   * @throws StorageError, or DOMException where there is no room
   */
  prepare(next: NextLock): Promise<void>;
  /**
   * Puts in place what was made ready for the lock that holds now, and drops all else. It takes no
   * key and may be repeated.
   *
   * @throws DOMException
   */
  settle(row: LockRow | undefined): Promise<void>;
  /**
   * Has what was not made ready follow the lock that holds now. Resolves with whether it did.
   *
   * @param dataKey of the lock that held before
   */
  followLock(dataKey?: Uint8Array): Promise<boolean>;
}

/** The web lock that is held while the lock is turned on or off or gets another key. */
export const TURNING = 'toward-turning';

let load: () => Promise<Outside | undefined> = () => Promise.resolve(undefined);

/** Says what lies outside, and how its code is loaded. */
export function provideOutside(loadOutside: () => Promise<Outside>): void {
  load = loadOutside;
}

let carry: () => () => void = () => () => undefined;

/**
 * Says how small things that are kept outside, sealed by the same key, outlast a change of it: they
 * are read before it, and what that returns writes them anew.
 */
export function provideCarried(read: () => () => void): void {
  carry = read;
}

/** Reads those small things before the key changes. Returns what writes them after. */
export function carried(): () => void {
  return carry();
}

/** What lies outside; undefined where nobody said, as in a service worker. */
export function theOutside(): Promise<Outside | undefined> {
  return load();
}
