import { addDays, dayNumber, momentAt, type Day } from './day.ts';
import { chance } from './chance.ts';
import { weekdayOf, type Weekday } from './week.ts';

/*
 * reminder ──slotsOn(day)──► slots ──rhythm──► kept slots ──due / next──► one card, or none
 *              (what was planned)     (quieter when ignored)
 *
 * A slot is a local wall-clock time on a day. It floats: 20:00 is 20:00 wherever the person is.
 */

/** Minutes since local midnight, 0 to 1439. */
export type Minute = number;

export const MINUTES_A_DAY = 1440;

/** When on a day a reminder prompts: at fixed times, or so many times at random within a window. */
export type Times =
  | { readonly kind: 'fixed'; readonly at: readonly Minute[] }
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
  /** Milliseconds since the epoch. Nothing is due from before it. */
  readonly createdAt: number;
  /** Milliseconds since the epoch. */
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

/** How a prompt was answered. */
export type Reply = 'yes' | 'not yet' | 'not today';

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
  /** Nothing prompts before this instant, in milliseconds since the epoch; null is not paused. */
  readonly pausedUntil: number | null;
  /** Notifications and calendars show a reminder's words. Else they are neutral: others may see them. */
  readonly showsWords?: boolean;
}

export const DEFAULT_RULES: ReminderRules = { mostADay: 3, pausedUntil: null };

/** A pause that ends only when the user ends it. */
export const UNTIL_RESUMED = Number.MAX_SAFE_INTEGER;

/** The slots that a reminder plans for a day, in order, without those in its quiet hours. */
export function slotsOn(reminder: Reminder, day: Day): Slot[] {
  if (!reminder.isOn || !reminder.days.includes(weekdayOf(day))) return [];
  return minutesOn(reminder, day)
    .filter((minute) => !isQuiet(minute, reminder.quiet))
    .map((minute) => ({ reminderId: reminder.id, day, minute }));
}

function minutesOn({ id, times }: Reminder, day: Day): Minute[] {
  if (times.kind === 'fixed') return [...new Set(times.at)].sort((a, b) => a - b);
  const part = (times.to - times.from) / times.count;
  return Array.from({ length: times.count }, (_, index) =>
    Math.floor(times.from + part * (index + chance(`${id} ${day} ${index}`)))
  );
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
export function instantOf({ day, minute }: Slot, zone: string): number {
  const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time })
    .epochMilliseconds;
}

/** The key under which a slot's answer is kept. */
export function slotKey({ reminderId, day, minute }: Slot): string {
  return `${reminderId} ${day} ${minute}`;
}

/** The slots of a reminder between two instants, both included, in order. */
export function slotsBetween(reminder: Reminder, from: number, to: number, zone: string): Slot[] {
  const last = momentAt(to, zone).day;
  const slots: Slot[] = [];
  for (let day = momentAt(from, zone).day; day <= last; day = addDays(day, 1)) {
    slots.push(...slotsOn(reminder, day));
  }
  return slots.filter((slot) => {
    const at = instantOf(slot, zone);
    return at >= from && at <= to;
  });
}

/** Which slot of its reminder this is, counted from 1970-01-01: the same on every device. */
export function slotOrdinal(reminder: Reminder, slot: Slot): number {
  const index = slotsOn(reminder, slot.day).findIndex(({ minute }) => minute === slot.minute);
  const perDay = reminder.times.kind === 'fixed' ? reminder.times.at.length : reminder.times.count;
  return dayNumber(slot.day) * Math.max(1, perDay) + index;
}
