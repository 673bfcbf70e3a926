import type { Entry } from '#lib/account/model/entry.ts';
import { dayNumber, type Day } from '#lib/time/day.ts';
import { addMonths } from '#lib/time/month.ts';
import { around, mayComeBack } from './draw.ts';

/** How long ago, the rarer first. */
const AGOS = [
  { ago: 'year', months: 12 },
  { ago: 'month', months: 1 }
] as const;

/** How long ago a moment was that comes back. */
export type Ago = (typeof AGOS)[number]['ago'];

/** The days before and after that count as a month or a year ago too. */
const REACH = 3;

/** What to look for, seen from a day. */
interface Back {
  readonly ago: Ago;
  /** The same day of the month, then. */
  readonly day: Day;
  readonly from: Day;
  readonly to: Day;
}

/** Where to look for a moment of a year ago and of a month ago, in this order. */
export function spansBack(today: Day): Back[] {
  return AGOS.map(({ ago, months }) => {
    const day = addMonths(today, -months);
    return { ago, day, ...around(day, REACH) };
  });
}

/**
 * The good moment to bring back: one with a note or a kind act, of the day nearest to the one that is
 * looked for. Of one day the first with a note comes before the first act.
 */
export function chooseBack(entries: readonly Entry[], day: Day): Entry | undefined {
  const told = mayComeBack(entries).filter(({ kind, note }) => note ?? kind === 'act');
  const distance = (entry: Entry) =>
    2 * Math.abs(dayNumber(entry.day) - dayNumber(day)) + (entry.note ? 0 : 1);
  return told.toSorted((one, other) => distance(one) - distance(other))[0];
}
