import type { Timer } from './model/timer.ts';

const running = new Set<Timer>();

/** Counts a running timer as use until its end, or until the returned function is called. */
export function restBy(timer: Timer): () => void {
  running.add(timer);
  return () => running.delete(timer);
}

/**
 * Tells whether a timer that counts as use still runs.
 *
 * @param now in milliseconds since the epoch
 */
export function isRestingAt(now: number): boolean {
  return [...running].some(({ endsAt }) => endsAt > now);
}
