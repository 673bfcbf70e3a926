import type { Entry } from '#lib/account/model/entry.ts';
import { counter } from '#lib/account/model/filter.ts';
import { isGood, type Tally } from '#lib/account/model/tally.ts';
import { addDays, type Day } from '#lib/time/day.ts';

/** A share of all there is to draw from: at least 0, below 1. */
type Chance = number;

const countGood = counter({ good: true });

/** How many days around the one that was drawn are looked through for a moment with words, one after another. */
export const REACHES = [3, 30, 365] as const;

/** The day of a good moment, each as likely as any other; undefined where there is none. */
export function drawDay(tallies: readonly Tally[], chance: Chance): Day | undefined {
  const total = tallies.reduce((sum, tally) => sum + countGood(tally), 0);
  let left = Math.floor(chance * total);
  return tallies.find((tally) => (left -= countGood(tally)) < 0)?.day;
}

/** The days around one, both ends included. */
export function around(day: Day, reach: number): { readonly from: Day; readonly to: Day } {
  return { from: addDays(day, -reach), to: addDays(day, reach) };
}

/**
 * The good moments that may come back by themselves.
 *
 * @param isForTwo the other one looks on: making up speaks of what came before it, and stays out
 */
export function mayComeBack(entries: readonly Entry[], isForTwo = false): Entry[] {
  return entries.filter(
    (entry) => isGood(entry) && !entry.hidden && !(isForTwo && entry.kind === 'repair')
  );
}

/** One of some moments: another than last time, where there is one. */
export function drawOne(
  moments: readonly Entry[],
  chance: Chance,
  last?: string
): Entry | undefined {
  const others = moments.filter(({ id }) => id !== last);
  const pool = others.length > 0 ? others : moments;
  return pool[Math.floor(chance * pool.length)];
}
