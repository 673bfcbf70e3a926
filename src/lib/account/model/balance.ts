import { dayNumber, type Day } from '#lib/time/day.ts';
import { pausedDays, type Pause } from './awayDays.ts';
import { COUNT_KEYS, worthOfKey, type Counts, type Tally } from './tally.ts';
import type { Terms } from './terms.ts';

/** Where the account stands at the end of a day. */
interface Standing {
  /** The running total of the account. */
  readonly balance: number;
  /** Σ v²·4^(−age/h): the square of the noise band. */
  readonly variance: number;
}

/** What one day's entries are worth together. */
interface DayWorth {
  /** Sum of what is above zero. */
  readonly deposits: number;
  /** Sum of what is below zero, as a positive number. */
  readonly withdrawals: number;
  /** Sum of the squares, for the noise band. */
  readonly squares: number;
}

/** One day of the account: what faded, what came and went, and where it stood at the end. */
export interface AccountDay extends DayWorth, Standing {
  /** Days since 1970-01-01. */
  readonly number: number;
  /** What the balance lost by time alone; below zero where a negative balance faded toward zero. */
  readonly faded: number;
}

/** An account on which nothing has happened. */
export const NOTHING: Standing = { balance: 0, variance: 0 };

const NO_WORTH: DayWorth = { deposits: 0, withdrawals: 0, squares: 0 };

/** The share of a balance that one day leaves: 2^(−1/h), or all of it without fading. */
export function keepPerDay(halfLife: number | null): number {
  return halfLife === null ? 1 : 2 ** (-1 / halfLife);
}

/** What a day's counts are worth under the terms. */
export function dayWorth(counts: Counts, terms: Terms): DayWorth {
  let deposits = 0;
  let withdrawals = 0;
  let squares = 0;
  for (const key of COUNT_KEYS) {
    const count = counts[key] ?? 0;
    const worth = worthOfKey(key, terms);
    if (worth > 0) deposits += count * worth;
    else withdrawals -= count * worth;
    squares += count * worth * worth;
  }
  return { deposits, withdrawals, squares };
}

/**
 * One step: b(d) = b(d−1)·keep + net(d). What is left after fading is kept to the nearest 2^−20
 * (about a millionth). Worths are whole, so every later sum and difference is exact in binary
 * floating point, and a statement adds up to the last bit.
 */
export function stepDay(
  before: Standing,
  worth: DayWorth,
  keep: number
): Standing & Pick<AccountDay, 'faded'> {
  const left = Math.round(before.balance * keep * 2 ** 20) / 2 ** 20;
  return {
    faded: before.balance - left,
    balance: left + worth.deposits - worth.withdrawals,
    variance: before.variance * keep * keep + worth.squares
  };
}

/**
 * The fold: every day of the account in order, from the first tally to `through`. What is dated
 * later does not count yet. Paused days do not fade. Yields nothing where there are no tallies.
 *
 * @param tallies in the order of their days, one a day
 */
export function* accountDays(
  tallies: readonly Tally[],
  terms: Terms,
  pauses: readonly Pause[],
  through: Day
): Generator<AccountDay> {
  const first = tallies[0];
  if (!first) return;
  const keep = keepPerDay(terms.halfLife);
  const isPaused = pausedDays(pauses);
  const end = dayNumber(through);
  let standing = NOTHING;
  let next = 0;
  let nextNumber = dayNumber(first.day);
  for (let number = nextNumber; number <= end; number++) {
    let worth = NO_WORTH;
    if (number === nextNumber) {
      worth = dayWorth(tallies[next]?.counts ?? {}, terms);
      const following = tallies[++next];
      nextNumber = following ? dayNumber(following.day) : Infinity;
    }
    const step = stepDay(standing, worth, isPaused(number) ? 1 : keep);
    standing = step;
    yield { number, ...worth, ...step };
  }
}

/** Half the width of the noise band: what chance alone could do to a balance, as one standard deviation. */
export function noiseBand({ variance }: Standing): number {
  return Math.sqrt(variance);
}
