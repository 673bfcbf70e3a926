import {
  day,
  essential,
  expected,
  flag,
  instant,
  list,
  mend,
  minute,
  MINUTE_MAX,
  named,
  nullable,
  once,
  oneOf,
  optional,
  or,
  text,
  uuid,
  whole,
  type Facts,
  type Field,
  type Held
} from '#lib/record/field.ts';
import { setting, type ValueOf } from '#lib/record/setting.ts';
import { nested, shape, variant } from '#lib/record/shape.ts';
import { follow, join, partsOf, sharedFields } from '#lib/record/shared.ts';
import { addDays, dayNumber, momentAt, type Day } from '#lib/time/day.ts';
import { EVERY_DAY, weekdayOf } from '#lib/time/week.ts';
import { chance } from './chance.ts';

/*
 * reminder ──slotsOn(day)──► slots ──rhythm──► kept slots ──due / next──► one card, or none
 *              (what was planned)     (quieter when ignored)
 *
 * A slot is a local wall-clock time on a day. It floats: 20:00 is 20:00 wherever the person is.
 */

/** Minutes since local midnight, 0 to 1439. */
export type Minute = number;

/** By the clock: a day on which it is changed has more or fewer. */
export const MINUTES_A_DAY = MINUTE_MAX + 1;

/** The longest text of a reminder, and of each half of a plan, in UTF-16 code units. */
export const TEXT_MAX = 200;
/** The most times a day of one reminder, and the highest limit for all of them together. */
export const TIMES_MAX = 12;
/** The most reminders that an account holds. */
export const REMINDERS_MAX = 1000;
/** Leaves room below what a calendar can count. */
const SEQUENCE_MAX = 1_000_000_000;

const words = () => text({ max: TEXT_MAX, tooLong: 'reminder-length' });
const timesADay = () => whole([1, TIMES_MAX], 'times-a-day');

/** When on a day a reminder prompts: at fixed times, or so many times at random within a window. */
export const timesField = nested(
  variant(
    'kind',
    {
      fixed: {
        at: list(minute(), { min: 1, max: TIMES_MAX, tooLong: 'times-a-day', unique: once })
      },
      /** `to` is after `from`, and not included. */
      spread: { count: timesADay(), from: minute(), to: minute() }
    },
    'times'
  ),
  {
    holds: (times) => times.kind === 'fixed' || times.to > times.from,
    rule: 'window',
    at: '.to'
  }
);
export type Times = Held<typeof timesField>;

/** An if-then sentence on a cue of the user's own: "we meet again after work", "I look for one small act". */
export const planField = nested(shape({ cue: named(words()), action: named(words()) }));
export type Plan = Held<typeof planField>;

/** Hours in which nothing prompts. They may pass midnight; the end is not included. */
export const quietField = nested(shape({ from: minute(), to: minute() }));
export type QuietHours = Held<typeof quietField>;

const DRAFT = {
  /** The user's own words; empty for a prompt from the list of small acts. */
  text: expected(words()),
  plan: optional(planField),
  // Without days or times a reminder would say that it is on, and stay silent.
  days: essential(list(oneOf(EVERY_DAY, 'weekday'), { max: 7, tooLong: 'weekday', unique: once })),
  times: timesField,
  quiet: optional(quietField),
  isOn: expected(flag())
};

/** What a form says of a reminder. */
export const draftShape = shape(DRAFT);
export type ReminderDraft = Facts<typeof DRAFT>;

const MADE = {
  createdAt: instant(),
  /** When its times were last changed; left out by older versions. */
  timedAt: optional(instant()),
  ...DRAFT,
  /** Rises with every change, for calendars that have an older version. */
  sequence: expected(or(whole([0, SEQUENCE_MAX], 'count'), 0))
};

const PARTS = partsOf([MADE], [['times', 'quiet', 'timedAt']]);

/** When a person wants to be prompted, and with what. */
export const reminderField = nested(
  shape({
    /** UUID version 7. Also the seed of its random times: the same on every device. */
    id: uuid(),
    updatedAt: instant(),
    ...MADE,
    ...sharedFields(PARTS)
  })
);
export type Reminder = Held<typeof reminderField>;

/** When a reminder was last given other times: no prompt is first shown for a time before it. */
export function plannedSince({ timedAt, updatedAt }: Reminder): number {
  return timedAt ?? updatedAt;
}

/** A reminder as it's stored in place of another: it tells which of its parts were written when. */
export function followReminder(before: Reminder, after: Reminder): Reminder {
  return follow(PARTS, before, after);
}

/** Brings two versions of one reminder together, whichever comes first. */
export function joinReminders(one: Reminder, other: Reminder): Reminder {
  return join(PARTS, one, other);
}

const SLOT = { reminderId: uuid(), day: essential(day()), minute: minute() };

/** One planned prompt: a reminder's id, and a wall-clock time. */
export type Slot = Facts<typeof SLOT>;

/** In the order in which they are offered. */
const REPLIES = ['yes', 'not yet', 'not today'] as const;

/** How a prompt was answered. */
export type Reply = (typeof REPLIES)[number];

/** What became of a slot that a person has seen. */
export const answerField = nested(
  shape({
    ...SLOT,
    /** When it was last shown. */
    shownAt: instant(),
    /** Absent while it is unanswered. */
    reply: optional(oneOf(REPLIES, 'reply')),
    repliedAt: optional(instant())
  }),
  {
    holds: ({ reply, repliedAt }) => (reply === undefined) === (repliedAt === undefined),
    rule: 'replied-at',
    at: '.repliedAt'
  }
);
export type Answer = Held<typeof answerField>;

/** A pause that ends only when the user ends it. */
export const UNTIL_RESUMED = Number.MAX_SAFE_INTEGER;

const untilResumed = oneOf([UNTIL_RESUMED], 'instant');
const until: Field<number> = {
  ...instant(),
  read: (value, ...rest) => untilResumed.read(value, mend, '') ?? instant().read(value, ...rest)
};

/** What holds for all reminders. */
export const rulesSetting = setting(
  'rules',
  nested(
    shape({
      /** The most prompts in one day, of all reminders together. */
      mostADay: expected(or(timesADay(), 3)),
      /**
       * Nothing prompts before this instant, nor afterwards for a time that has passed before it.
       * Null is not paused; to end a pause early is to pause until now.
       */
      pausedUntil: expected(nullable(until)),
      /** Notifications and calendars show a reminder's words. Else they are neutral: others may see them. */
      showsWords: optional(flag())
    })
  )
);
export type ReminderRules = ValueOf<typeof rulesSetting>;

/** The rules until the user has changed them. */
export const DEFAULT_RULES: ReminderRules = rulesSetting.blank;

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
