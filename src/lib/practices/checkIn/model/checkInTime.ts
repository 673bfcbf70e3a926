import { day, expected, flag, minute, oneOf, optional, or } from '#lib/record/field.ts';
import { CHECK_IN_EVENT } from '#lib/reminders/model/rings.ts';
import { setting, type ValueOf } from '#lib/record/setting.ts';
import { nested, shape } from '#lib/record/shape.ts';
import { addDays, momentAt, type Day, type Moment } from '#lib/time/day.ts';
import { DAY_MS } from '#lib/time/duration.ts';
import { instantOf, type Reminder } from '#lib/reminders/model/reminder.ts';
import { EVERY_DAY, weekdayOf, type Weekday } from '#lib/time/week.ts';

/** When the check-in comes, and whether it does: Sunday evening until the user has said otherwise. */
export const checkInSetting = setting(
  'checkIn',
  nested(
    shape({
      isOn: expected(flag(true)),
      weekday: expected(or(oneOf(EVERY_DAY, 'weekday'), 7)),
      minute: expected(or(minute(), 19 * 60)),
      /** The day whose check-in was passed over. */
      skipped: optional(day())
    })
  )
);
export type CheckInRules = ValueOf<typeof checkInSetting>;

/** The rules until the user has changed them. */
export const DEFAULT_CHECK_IN: CheckInRules = checkInSetting.blank;

const DAYS_A_WEEK = 7;

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
  /** The first day on which something was logged; undefined where nothing was. */
  readonly began: Day | undefined;
  /** The last such day. */
  readonly lastLogged: Day | undefined;
}

/**
 * The day whose check-in is due, or undefined: from its time on for two days, unless one was made on
 * that day, since, or on the three days before, it was passed over, nothing was logged in the seven
 * days before, or logging only began on that day or since.
 *
 * @param now milliseconds since the epoch
 * @param zone where the person is now
 */
export function checkInDue(known: CheckInKnown, now: number, zone: string): Day | undefined {
  const { rules, lastAt, began, lastLogged } = known;
  if (!rules.isOn) return undefined;
  const today = momentAt(now, zone).day;
  const on = lastWeekday(rules.weekday, today);
  const at = instantOf({ day: on, minute: rules.minute }, zone);
  if (now < at || now >= at + DUE_DAYS * DAY_MS || rules.skipped === on) return undefined;
  const lastMade = lastAt === undefined ? '' : momentAt(lastAt, zone).day;
  // One of a later day was made by a wrong clock: it must not keep the check-in away until then.
  if (lastMade >= addDays(on, -MADE_WITHIN) && lastMade <= today) return undefined;
  if (!began || began >= on) return undefined;
  return lastLogged && lastLogged >= addDays(on, 1 - LOGGED_WITHIN) ? on : undefined;
}

/** The last day, up to today, that is this day of the week. */
function lastWeekday(weekday: Weekday, today: Day): Day {
  return addDays(today, -((weekdayOf(today) - weekday + DAYS_A_WEEK) % DAYS_A_WEEK));
}

/**
 * When the check-in comes that one made on a day is too early for: until then that one is done, also
 * where none comes.
 */
export function nextAfter({ weekday, minute }: CheckInRules, made: Day, zone: string): Moment {
  const day = lastWeekday(weekday, addDays(made, MADE_WITHIN + DAYS_A_WEEK));
  return { at: instantOf({ day, minute }, zone), day, zone };
}

/** When the next check-in comes, in milliseconds since the epoch; infinite where none does. */
export function nextCheckIn(
  { isOn, weekday, minute }: CheckInRules,
  now: number,
  zone: string
): number {
  if (!isOn) return Infinity;
  const last = lastWeekday(weekday, momentAt(now, zone).day);
  const times = [last, addDays(last, DAYS_A_WEEK)].map((day) => instantOf({ day, minute }, zone));
  return times.find((at) => at > now) ?? Infinity;
}

/**
 * The check-in as a calendar knows it: an event that comes every week.
 *
 * @param now milliseconds since the epoch
 */
export function checkInReminder({ isOn, weekday, minute }: CheckInRules, now: number): Reminder {
  return {
    id: CHECK_IN_EVENT,
    createdAt: now,
    updatedAt: now,
    text: '',
    days: [weekday],
    times: { kind: 'fixed', at: [minute] },
    isOn,
    sequence: 0
  };
}
