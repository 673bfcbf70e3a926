import { localTime } from '#lib/time/day.ts';
import { weekdayOf } from '#lib/time/week.ts';
import type { About, BidFacts, Entry } from './entry.ts';
import { groupBy, standsOut, type Outstanding } from './standsOut.ts';

/** How many hours of the day are looked at together. */
export const SPAN_HOURS = 2;

/** Two hours of the week. */
export interface Span {
  /** Monday to Friday, or the two days after. */
  readonly days: 'weekdays' | 'weekend';
  /** Minutes since midnight; the span is two hours long. */
  readonly from: number;
}

/** The two hours of the week, by the clock where it was logged, in which an entry falls. */
export function spanOf(entry: Entry): Span {
  const hour = Number(localTime(entry).slice(11, 13));
  const from = Math.floor(hour / SPAN_HOURS) * SPAN_HOURS * 60;
  return { days: weekdayOf(entry.day) >= 6 ? 'weekend' : 'weekdays', from };
}

/** The two hours, of weekdays or of weekends, in which more of the partner's bids are missed than at others. */
export function missedHours(entries: readonly Entry[]): Outstanding<Span> | undefined {
  return standsOut(groupBy(entries.filter(isTheirBid), spanOf, isMissed));
}

/** What more of the partner's bids are missed about than about other things. Bids of which nobody said are left out. */
export function missedAbout(entries: readonly Entry[]): Outstanding<About> | undefined {
  const told = entries.filter(isTheirBid).filter(({ about }) => about) as (BidFacts & {
    about: About;
  })[];
  return standsOut(groupBy(told, ({ about }) => about, isMissed));
}

function isTheirBid(entry: Entry): entry is Entry & BidFacts {
  return entry.kind === 'bid' && entry.by === 'partner';
}

function isMissed({ response }: BidFacts): boolean {
  return response === 'away';
}
