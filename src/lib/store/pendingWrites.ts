import { storageError } from './connectionState.ts';
import type { StorageFault } from './storageError.ts';
import { awaiting, PATIENCE } from './waiting.ts';

/*
 * What is being written to the database right now. Whoever leaves the page amid a write loses nothing:
 * the write is remembered outside the database, and done again at the next start. Before the app locks
 * it waits for all of them: without the key nothing can be written.
 */

/** A write that can be done again, even where it has reached the database already. */
export interface Write {
  readonly id: string;
  /** The function that writes, by its name. */
  readonly verb: string;
  /** What that is given: plain data. */
  readonly args: readonly unknown[];
  /** When it was asked for, in milliseconds since the epoch; undefined until version 0.3. */
  readonly at?: number;
  /** Why it failed last; undefined where it was only left. */
  readonly fault?: StorageFault;
}

/** Where writes are remembered for the next start. */
export interface Memory {
  /** Returns whether there was room for all of them. */
  add(writes: readonly Write[]): boolean;
  drop(id: string): void;
}

const going = new Map<Write, Promise<unknown>>();
const remembered = new Set<Write>();
const leavers = new Set<() => void>();
let memory: Memory | undefined;
let isLeft = false;

/** Remembers there, from now on, what is being written when the page is left. */
export function rememberIn(place: Memory): void {
  memory = place;
}

/** Is told that the page may be gone any moment now, or is seen again. */
export function leave(isGoing: boolean): void {
  isLeft = isGoing;
  if (!isGoing) return;
  for (const write of leavers) write();
  remember(going.keys());
}

/** Calls back when the page may be left, to begin what is still to be written, until the function returned is called. */
export function onLeave(write: () => void): () => void {
  leavers.add(write);
  return () => leavers.delete(write);
}

/**
 * Does a write that outlives the page: where the page is left amid it, or the database doesn't answer,
 * the write is remembered until it is done.
 */
export async function outliving<T>(write: Write, work: () => Promise<T>): Promise<T> {
  const result = work();
  going.set(write, result);
  if (isLeft) remember([write]);
  const answered = awaiting('writes', () => remember([write]));
  try {
    await result;
    forget(write);
  } catch (error) {
    // A page that goes takes its writes along. With the key, or at the next start, it can still be done.
    if (storageError(error).fault === 'locked') remember([write]);
    else if (!isLeft) forget(write);
  } finally {
    answered();
    going.delete(write);
  }
  return result;
}

/** Resolves once all of it is written, has failed, or is remembered since it takes too long. */
export async function allKept(): Promise<void> {
  const tooLong = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  await Promise.race([Promise.allSettled(going.values()), tooLong]);
  remember(going.keys());
}

/** Returns whether there was room for those that weren't remembered yet. */
function remember(writes: Iterable<Write>): boolean {
  const more = [...writes].filter((write) => !remembered.has(write));
  if (!memory || more.length === 0) return true;
  for (const write of more) remembered.add(write);
  return memory.add(more);
}

function forget(write: Write): void {
  if (remembered.delete(write)) memory?.drop(write.id);
}
