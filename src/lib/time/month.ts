import { addDays, type Day } from './day.ts';

/** The first day of the month that a day is in. */
export function monthOf(day: Day): Day {
  return `${day.slice(0, 7)}-01`;
}

/** The day that many months later, or earlier; the last of its month where that has no such day. */
export function addMonths(day: Day, months: number): Day {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

/** The last day of the month that a day is in. */
export function monthEnd(day: Day): Day {
  return addDays(addMonths(monthOf(day), 1), -1);
}
