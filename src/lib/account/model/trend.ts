import { addDays, type Day } from '#lib/time/day.ts';
import { countEntries, talliesBetween, type Tally } from './tally.ts';

/** How much there must be before anything is said of a trend. */
export const ENOUGH = { entries: 10, days: 5, ofDays: 14 } as const;

/** How far the last 14 days are from being enough to speak of a trend. */
export interface Evidence {
  readonly entries: number;
  readonly days: number;
  readonly isEnough: boolean;
}

/**
 * Whether an account is too young for its balance to say anything: before 10 entries on 5 days.
 *
 * @param tallies those up to today
 */
export function isTakingShape(tallies: readonly Tally[]): boolean {
  return countEntries(tallies) < ENOUGH.entries || tallies.length < ENOUGH.days;
}

/** The evidence of the 14 days that end with `today`: 10 entries on 5 of them are enough. */
export function evidence(tallies: readonly Tally[], today: Day): Evidence {
  const recent = talliesBetween(tallies, addDays(today, 1 - ENOUGH.ofDays), today);
  const entries = countEntries(recent);
  const days = recent.length;
  return { entries, days, isEnough: entries >= ENOUGH.entries && days >= ENOUGH.days };
}
