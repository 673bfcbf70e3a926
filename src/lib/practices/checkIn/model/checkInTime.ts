import { addDays, momentAt, type Day } from '#lib/time/day.ts';
import { DAY_MS } from '#lib/time/duration.ts';
import { instantOf, type Minute } from '#lib/reminders/model/reminder.ts';
import { weekdayOf, type Weekday } from '#lib/time/week.ts';

/** When the check-in comes, and whether it does. */
export interface CheckInRules {
  readonly isOn: boolean;
  readonly weekday: Weekday;
  readonly minute: Minute;
  /** The day whose check-in was passed over. */
  readonly skipped?: Day;
}

/** Sunday evening. */
export const DEFAULT_CHECK_IN: CheckInRules = { isOn: true, weekday: 7, minute: 19 * 60 };

/** It stays due for so many days: until the evening after the next. */
const DUE_DAYS = 2;

/** One that was made on these days before it was about the same week. */
const MADE_WITHIN = 3;

/** The days before it on which something must have been logged: else there is no week to look at. */
const LOGGED_WITHIN = 7;

/** What is known when it is asked whether a check-in is due. */
export interface CheckInKnown {
  readonly rules: CheckInRules;
  /** When the last check-in was made, in milliseconds since the epoch; undefined where there is none. */
  readonly lastAt: number | undefined;
  /** The last day on which something was logged; undefined where nothing was. */
  readonly lastLogged: Day | undefined;
}

/**
 * The day whose check-in is due, or undefined: from its time on for two days, unless one was made on
 * that day, since, or on the three days before, it was passed over, or nothing was logged in the
 * seven days before.
 *
 * @param now milliseconds since the epoch
 * @param zone where the person is now
 */
export function checkInDue(known: CheckInKnown, now: number, zone: string): Day | undefined {
  const { rules, lastAt, lastLogged } = known;
  if (!rules.isOn) return undefined;
  const today = momentAt(now, zone).day;
  const on = lastWeekday(rules.weekday, today);
  const at = instantOf({ day: on, minute: rules.minute }, zone);
  if (now < at || now >= at + DUE_DAYS * DAY_MS || rules.skipped === on) return undefined;
  if (lastAt !== undefined && momentAt(lastAt, zone).day >= addDays(on, -MADE_WITHIN))
    return undefined;
  return lastLogged && lastLogged >= addDays(on, 1 - LOGGED_WITHIN) ? on : undefined;
}

/** The last day, up to today, that is this day of the week. */
function lastWeekday(weekday: Weekday, today: Day): Day {
  return addDays(today, -((weekdayOf(today) - weekday + 7) % 7));
}

/** When the next check-in comes, in milliseconds since the epoch; infinite where none does. */
export function nextCheckIn(
  { isOn, weekday, minute }: CheckInRules,
  now: number,
  zone: string
): number {
  if (!isOn) return Infinity;
  const last = lastWeekday(weekday, momentAt(now, zone).day);
  const times = [last, addDays(last, 7)].map((day) => instantOf({ day, minute }, zone));
  return times.find((at) => at > now) ?? Infinity;
}
