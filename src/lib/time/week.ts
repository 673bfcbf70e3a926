import { addDays, type Day } from './day.ts';

/** The first day of the week as ISO numbers it: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** All of them, in their order. */
export const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
export const WEEKEND: readonly Weekday[] = [6, 7];

/** The days of the week in the order in which weeks that begin on `firstDay` have them. */
export function weekdaysFrom(firstDay: Weekday): Weekday[] {
  return [...EVERY_DAY.slice(firstDay - 1), ...EVERY_DAY.slice(0, firstDay - 1)];
}

/** Seven days, both ends included. */
export interface Week {
  readonly start: Day;
  readonly end: Day;
}

/** Whether a value is a weekday number. */
export function isWeekday(value: unknown): value is Weekday {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 7;
}

/** The week that a day falls in, where weeks begin on `firstDay`. */
export function weekOf(day: Day, firstDay: Weekday): Week {
  const daysIn = (weekdayOf(day) - firstDay + 7) % 7;
  return weekFrom(addDays(day, -daysIn));
}

/** The week that begins on a day. */
export function weekFrom(start: Day): Week {
  return { start, end: addDays(start, 6) };
}

/** The day of the week that a day is. */
export function weekdayOf(day: Day): Weekday {
  return Temporal.PlainDate.from(day).dayOfWeek as Weekday;
}
