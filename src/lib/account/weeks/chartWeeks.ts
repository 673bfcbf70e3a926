import type { Tick } from 'chart.js';
import { addDays, dayNumber, type Day } from '#lib/time/day.ts';
import type { Pause } from '../model/awayDays.ts';
import { isFolded, type Statement } from '../model/statement.ts';
import { formatMonth, formatShortDay } from '#lib/ui/format.ts';

/*
 * The chart's time is counted in the statements shown, whole or not, so that weeks, months and pauses
 * all have their place on one straight axis and no date library is needed. A folded span has the room
 * of one week.
 */

const LABELS = 6;

/** Where a day begins on the axis. */
function placeOf(day: Day, statements: readonly Statement[]): number {
  const index = Math.max(
    0,
    statements.findLastIndex(({ week }) => week.start <= day)
  );
  const week = statements[index]?.week;
  if (!week) return 0;
  const days = dayNumber(week.end) - dayNumber(week.start) + 1;
  return index + (dayNumber(day) - dayNumber(week.start)) / days;
}

/** The middle of a statement, where its bar stands. */
export function middleOf(index: number): number {
  return index + 0.5;
}

/** A pause as a stretch of the axis. */
export function pausePlaces({ from, to }: Pause, statements: readonly Statement[]) {
  const end = to === null ? Infinity : placeOf(addDays(to, 1), statements);
  return { from: placeOf(from, statements), to: end };
}

/**
 * The ticks for statements: a few weeks by the day they begin on, or where there are more than twelve
 * the beginnings of months, with their year where there is more than one.
 */
export function timeTicks(statements: readonly Statement[]): Tick[] {
  const hasFold = statements.some(isFolded);
  if (statements.length <= 12) {
    return everyFew([...statements.entries()], 4).map(([index, { week }]) =>
      tick(middleOf(index), hasFold ? formatMonth(week.start, true) : formatShortDay(week.start))
    );
  }
  const months = statements.filter((one) => !isFolded(one)).flatMap(monthIn);
  const withYear = hasFold || months.length > 12;
  return everyFew(months, withYear ? LABELS - 1 : LABELS).map((day) =>
    tick(placeOf(day, statements), formatMonth(day, withYear))
  );
}

function tick(value: number, label: string): Tick {
  return { value, label };
}

/** At most `count` of them, evenly apart, the last one among them. */
function everyFew<T>(all: readonly T[], count: number): T[] {
  const step = Math.ceil(all.length / count);
  return all.filter((_, index) => (all.length - 1 - index) % step === 0);
}

/** The first day of the month that begins in a week, if one does. */
function monthIn({ week }: Statement): Day[] {
  return [0, 1, 2, 3, 4, 5, 6]
    .map((days) => addDays(week.start, days))
    .filter((day) => day.endsWith('-01'));
}
