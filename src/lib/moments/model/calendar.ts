import { counter } from '#lib/account/model/filter.ts';
import type { Tally } from '#lib/account/model/tally.ts';
import { addDays, type Day } from '#lib/time/day.ts';
import { monthEnd, monthOf } from '#lib/time/month.ts';
import { weekOf, type Weekday } from '#lib/time/week.ts';

const countGood = counter({ good: true });

/** The least good moments of a day for the second and the third shade. */
const SHADES = [1, 3, 6] as const;

/** Something that was on a day. */
interface Dated {
  readonly day: Day;
}

/** A day of a month: how many good moments it had, wins among them, and how dark it is, from 0 for none to 3. */
export interface CalendarDay {
  readonly day: Day;
  readonly count: number;
  readonly shade: number;
}

/** How many good moments some days had: on the log, and as wins. */
export function countGoodOf(tallies: readonly Tally[], wins: readonly Dated[] = []): number {
  return tallies.reduce((sum, tally) => sum + countGood(tally), wins.length);
}

/**
 * The weeks of a month, seven places each; undefined where a place belongs to the month before or
 * after.
 *
 * @param month any of its days
 * @param firstDay on which weeks begin
 */
export function monthGrid(
  month: Day,
  firstDay: Weekday,
  tallies: readonly Tally[],
  wins: readonly Dated[] = []
): (CalendarDay | undefined)[][] {
  const isOn = (day: Day) => (one: Dated) => one.day === day;
  const countOf = (day: Day) => countGoodOf(tallies.filter(isOn(day)), wins.filter(isOn(day)));
  const [first, last] = [monthOf(month), monthEnd(month)];
  const weeks: (CalendarDay | undefined)[][] = [];
  for (let start = weekOf(first, firstDay).start; start <= last; start = addDays(start, 7)) {
    const days = Array.from({ length: 7 }, (_, index) => addDays(start, index));
    weeks.push(
      days.map((day) => (first <= day && day <= last ? dayOf(day, countOf(day)) : undefined))
    );
  }
  return weeks;
}

function dayOf(day: Day, count: number): CalendarDay {
  return { day, count, shade: SHADES.filter((least) => count >= least).length };
}
