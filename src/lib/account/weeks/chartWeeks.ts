import type { Tick } from 'chart.js';
import { dayFromNumber, dayNumber, type Day } from '#lib/time/day.ts';
import type { Pause } from '../model/awayDays.ts';
import type { Statement } from '../model/statement.ts';
import { formatMonth, formatShortDay } from '#lib/ui/format.ts';

/*
 * The chart's time is counted in weeks since 1970-01-01, whole or not, so that weeks, months and
 * pauses all have their place on one straight axis and no date library is needed.
 */

const LABELS = 6;

/** Where a day begins on the axis. */
function placeOf(day: Day): number {
  return dayNumber(day) / 7;
}

/** The middle of a week, where its bar stands. */
export function placeOfWeek({ week }: Statement): number {
  return placeOf(week.start) + 0.5;
}

/** A pause as a stretch of the axis. */
export function pausePlaces({ from, to }: Pause): { from: number; to: number } {
  return { from: placeOf(from), to: to === null ? Infinity : placeOf(to) + 1 / 7 };
}

/**
 * The ticks for weeks: a few weeks by the day they begin on, or where there are more than twelve
 * the beginnings of months, with their year where there is more than one.
 */
export function timeTicks(statements: readonly Statement[]): Tick[] {
  const starts = statements.map(({ week }) => week.start);
  const from = starts[0];
  const to = statements.at(-1)?.week.end;
  if (from === undefined || to === undefined) return [];
  if (starts.length <= 12) {
    return everyFew(starts, 4).map((day) => tick(placeOf(day) + 0.5, formatShortDay(day)));
  }
  const months = monthsBetween(from, to);
  const withYear = months.length > 12;
  return everyFew(months, withYear ? LABELS - 1 : LABELS).map((day) =>
    tick(placeOf(day), formatMonth(day, withYear))
  );
}

function tick(value: number, label: string): Tick {
  return { value, label };
}

/** At most `count` of the days, evenly apart, the last one among them. */
function everyFew(days: readonly Day[], count: number): Day[] {
  const step = Math.ceil(days.length / count);
  return days.filter((_, index) => (days.length - 1 - index) % step === 0);
}

/** The first days of the months that begin in a span of days. */
function monthsBetween(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let number = dayNumber(from); number <= dayNumber(to); number++) {
    const day = dayFromNumber(number);
    if (day.endsWith('-01')) days.push(day);
  }
  return days;
}
