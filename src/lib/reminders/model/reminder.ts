import { addDays, dayNumber, momentAt, type Day } from '#lib/time/day.ts';
import { chance } from './chance.ts';
import { weekdayOf, type Weekday } from '#lib/time/week.ts';

/*
 * reminder ──slotsOn(day)──► slots ──rhythm──► kept slots ──due / next──► one card, or none
 *              (what was planned)     (quieter when ignored)
 *
 * A slot is a local wall-clock time on a day. It floats: 20:00 is 20:00 wherever the person is.
 */

/** Minutes since local midnight, 0 to 1439. */
export type Minute = number;

/** By the clock: a day on which it is changed has more or fewer. */
export const MINUTES_A_DAY = 1440;

/** When on a day a reminder prompts: at fixed times, or so many times at random within a window. */
export type Times =
  | { readonly kind: 'fixed'; readonly at: readonly Minute[] }
  /** `to` is after `from`, and not included. */
  | { readonly kind: 'spread'; readonly count: number; readonly from: Minute; readonly to: Minute };

/** An if-then sentence on a cue of the user's own. */
export interface Plan {
  /** "we meet again after work" */
  readonly cue: string;
  /** "I look for one small act" */
  readonly action: string;
}

/** Hours in which nothing prompts. They may pass midnight; the end is not included. */
export interface QuietHours {
  readonly from: Minute;
  readonly to: Minute;
}

/** When a person wants to be prompted, and with what. */
export interface Reminder {
  /** UUID version 7. Also the seed of its random times: the same on every device. */
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** Milliseconds since the epoch. No prompt is first shown for a time before it. */
  readonly updatedAt: number;
  /** The user's own words; empty for a prompt from the list of small acts. */
  readonly text: string;
  readonly plan?: Plan;
  readonly days: readonly Weekday[];
  readonly times: Times;
  readonly quiet?: QuietHours;
  readonly isOn: boolean;
  /** Rises with every change, for calendars that have an older version. */
  readonly sequence: number;
}

/** One planned prompt: a reminder's id, and a wall-clock time. */
export interface Slot {
  readonly reminderId: string;
  readonly day: Day;
  readonly minute: Minute;
}

/** In the order in which they are offered. */
export const REPLIES = ['yes', 'not yet', 'not today'] as const;

/** How a prompt was answered. */
export type Reply = (typeof REPLIES)[number];

/** What became of a slot that a person has seen. */
export interface Answer extends Slot {
  /** When it was first shown, in milliseconds since the epoch. */
  readonly shownAt: number;
  /** Absent while it is unanswered. */
  readonly reply?: Reply;
  readonly repliedAt?: number;
}

/** What holds for all reminders. */
export interface ReminderRules {
  /** The most prompts in one day, of all reminders together. */
  readonly mostADay: number;
  /**
   * Nothing prompts before this instant, in milliseconds since the epoch, nor afterwards for a time
   * that has passed before it. Null is not paused; to end a pause early is to pause until now.
   */
  readonly pausedUntil: number | null;
  /** Notifications and calendars show a reminder's words. Else they are neutral: others may see them. */
  readonly showsWords?: boolean;
}

/** The rules until the user has changed them. */
export const DEFAULT_RULES: ReminderRules = { mostADay: 3, pausedUntil: null };

/** A pause that ends only when the user ends it. */
export const UNTIL_RESUMED = Number.MAX_SAFE_INTEGER;

/** The slots that a reminder plans for a day, in order: none in its quiet hours. */
export function slotsOn(reminder: Reminder, day: Day): Slot[] {
  if (!reminder.isOn || !reminder.days.includes(weekdayOf(day))) return [];
  return minutesOn(reminder, day).map((minute) => ({ reminderId: reminder.id, day, minute }));
}

/** The minutes of a day on which the reminder prompts: as many on every day, in order. */
function minutesOn({ id, times, quiet }: Reminder, day: Day): Minute[] {
  if (times.kind === 'fixed') return inOrder(times.at.filter((minute) => !isQuiet(minute, quiet)));
  const free = freeMinutes(times, quiet);
  // Parts of whole minutes, so that no two of them can draw the same one.
  const startOf = (part: number) => Math.floor((free.length * part) / times.count);
  const drawn = Array.from({ length: times.count }, (_, part) => {
    const length = startOf(part + 1) - startOf(part);
    return free.at(startOf(part) + Math.floor(length * chance(`${id} ${day} ${part}`)));
  });
  return inOrder(drawn.filter((minute) => minute !== undefined));
}

/** The minutes of a window that are not in quiet hours. */
export function freeMinutes(
  { from, to }: { readonly from: Minute; readonly to: Minute },
  quiet: QuietHours | undefined
): Minute[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index).filter(
    (minute) => !isQuiet(minute, quiet)
  );
}

/** Numbers from the lowest to the highest, each once. */
export function inOrder<T extends number>(numbers: readonly T[]): T[] {
  return [...new Set(numbers)].sort((one, other) => one - other);
}

/** The quiet hours that are proposed: what was due in the evening does not ring at night. */
export const NIGHT: QuietHours = { from: 22 * 60, to: 7 * 60 };

/** The quiet hours that a reminder at this time begins with: the night, or none for one at night. */
export function nightFor(minute: Minute): { readonly quiet?: QuietHours } {
  return isQuiet(minute, NIGHT) ? {} : { quiet: NIGHT };
}

/** Whether a minute of the day lies in quiet hours. */
export function isQuiet(minute: Minute, quiet: QuietHours | undefined): boolean {
  if (!quiet) return false;
  const { from, to } = quiet;
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

/**
 * The instant of a slot in a time zone, in milliseconds since the epoch. A wall-clock time that a
 * clock change skips moves on by the gap; of one that happens twice the first is taken.
 */
export function instantOf({ day, minute }: Pick<Slot, 'day' | 'minute'>, zone: string): number {
  const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time })
    .epochMilliseconds;
}

/** The minute of the day that an instant falls on in a time zone. */
export function minuteAt(at: number, zone: string): Minute {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return hour * 60 + minute;
}

/** The key under which a slot's answer is kept. */
export function slotKey({ reminderId, day, minute }: Slot): string {
  return `${reminderId} ${day} ${minute}`;
}

/** The slots of a reminder between two instants, both included, in the order in which they come. */
export function slotsBetween(reminder: Reminder, from: number, to: number, zone: string): Slot[] {
  const last = momentAt(to, zone).day;
  const found: { slot: Slot; at: number }[] = [];
  for (let day = momentAt(from, zone).day; day <= last; day = addDays(day, 1)) {
    for (const slot of slotsOn(reminder, day)) found.push({ slot, at: instantOf(slot, zone) });
  }
  return (
    found
      .filter(({ at }) => at >= from && at <= to)
      // Not that of the clock: 2:45 comes after 3:30 where the hour between is skipped.
      .sort((one, other) => one.at - other.at)
      .map(({ slot }) => slot)
  );
}

/** How many slots the reminder plans from 29 December 1969, a Monday, until a slot: the same on every device. */
export function slotOrdinal(reminder: Reminder, { day, minute }: Slot): number {
  const weekday = weekdayOf(day);
  const week = (dayNumber(day) + 4 - weekday) / 7;
  const daysBefore =
    week * reminder.days.length + reminder.days.filter((planned) => planned < weekday).length;
  const minutes = minutesOn(reminder, day);
  return daysBefore * minutes.length + minutes.filter((planned) => planned < minute).length;
}
