import type { Day } from '#lib/time/day.ts';
import { sumCounts, talliesBetween, type Tally } from './tally.ts';

/** The share of the partner's bids that I turned toward, with its interval. Shares are 0 to 1. */
export interface Rate {
  readonly toward: number;
  readonly bids: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Of how many bids a share begins to say something. */
export const ENOUGH_BIDS = 10;

/** The 97.5 % point of the standard normal distribution. */
const Z = 1.959964;

/**
 * The rate over a span of days, both ends included. Undefined where the partner made no bid.
 * A warm toward is a toward.
 */
export function rateBetween(tallies: readonly Tally[], from: Day, to: Day): Rate | undefined {
  const counts = sumCounts(talliesBetween(tallies, from, to));
  const toward = (counts['bid:partner:toward'] ?? 0) + (counts['bid:partner:warm'] ?? 0);
  const missed = (counts['bid:partner:away'] ?? 0) + (counts['bid:partner:against'] ?? 0);
  const bids = toward + missed;
  return bids === 0 ? undefined : { toward, bids, share: toward / bids, ...wilson(toward, bids) };
}

/**
 * The Wilson score interval at 95 % for `hits` of `trials` (Wilson 1927): honest for few trials,
 * and never outside 0 to 1.
 *
 * @param trials above 0
 */
export function wilson(hits: number, trials: number): { low: number; high: number } {
  const share = hits / trials;
  const spread = Z * Math.sqrt((share * (1 - share)) / trials + Z ** 2 / (4 * trials ** 2));
  const middle = share + Z ** 2 / (2 * trials);
  const scale = 1 + Z ** 2 / trials;
  return {
    low: Math.max(0, (middle - spread) / scale),
    high: Math.min(1, (middle + spread) / scale)
  };
}

/**
 * The noticing lens: the share that may stand behind an observed one. If every bad moment is
 * noticed but only a share q of the good ones, an observed share o stands for o / (o + q·(1 − o)).
 *
 * @param observed 0 to 1
 * @param noticed q, above 0 and at most 1
 */
export function shareBehind(observed: number, noticed: number): number {
  return observed / (observed + noticed * (1 - observed));
}
