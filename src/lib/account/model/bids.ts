import type { Day } from '#lib/time/day.ts';
import { ABOUTS, type About, type BidResponse, type Entry } from './entry.ts';
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

/** What some bids were about: how many there were, and how many of them were met. */
interface Topic {
  readonly about: About;
  readonly all: number;
  readonly met: number;
}

/** What the bids among some entries were about, the most frequent first, where that was said. */
export function topicsOf(entries: readonly Entry[]): Topic[] {
  const bids = entries.filter((entry) => entry.kind === 'bid');
  return ABOUTS.map((about) => {
    const its = bids.filter((bid) => bid.about === about);
    const met = its.filter(({ response }) => response === 'toward').length;
    return { about, all: its.length, met };
  })
    .filter(({ all }) => all > 0)
    .sort((one, other) => other.all - one.all);
}
