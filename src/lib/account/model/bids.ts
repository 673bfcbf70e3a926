import type { Day } from '#lib/time/day.ts';
import type { BidResponse } from './entry.ts';
import { sumCounts, talliesBetween, type Tally } from './tally.ts';

/**
 * How the bids of both were met over a span of days, both ends included: how often each response
 * was given. A warm toward is a toward.
 */
export function responsesBetween(
  tallies: readonly Tally[],
  from: Day,
  to: Day
): Readonly<Record<BidResponse, number>> {
  const counts = sumCounts(talliesBetween(tallies, from, to));
  const both = (response: BidResponse | 'warm') =>
    (counts[`bid:partner:${response}`] ?? 0) + (counts[`bid:me:${response}`] ?? 0);
  return {
    toward: both('toward') + both('warm'),
    away: both('away'),
    against: both('against')
  };
}
