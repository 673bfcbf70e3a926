import {
  day,
  essential,
  expected,
  list,
  minute,
  oneOf,
  optional,
  or,
  text,
  whole
} from '#lib/record/field.ts';
import { setting, type ValueOf } from '#lib/record/setting.ts';
import { nested, shape } from '#lib/record/shape.ts';
import { DAY_MS, SECOND_MS } from '#lib/time/duration.ts';
import { EVERY_DAY, type Weekday } from '#lib/time/week.ts';
import {
  instantOf,
  isQuiet,
  minuteAt,
  slotsBetween,
  slotsOn,
  type Minute,
  type Reminder,
  type Slot
} from './reminder.ts';

/** Within so many days each of a reminder's fixed times comes up once. */
const ROUND_DAYS = 8;
/**
 * No rule of a calendar makes random times. So those of the next four weeks stand in the file one
 * by one, and a new file is needed after that.
 */
export const SPREAD_DAYS = 28;

/** What one event of a calendar rings for: a time that comes every week, or comes once. */
export interface Ring extends Slot {
  /** The days of the week on which it comes; undefined where it comes on its day alone. */
  readonly weekly?: readonly Weekday[];
}

/**
 * What a reminder rings for, from the next time on: nothing where it's off.
 *
 * @param now milliseconds since the epoch
 * @param zone where the person is now
 */
export function ringsOf(reminder: Reminder, now: number, zone: string): Ring[] {
  const ahead = (days: number) => slotsBetween(reminder, now + 1, now + days * DAY_MS, zone);
  return reminder.times.kind === 'fixed'
    ? weeklyRings(reminder, ahead(ROUND_DAYS))
    : ahead(SPREAD_DAYS).filter((slot) => !fallsQuiet(slot, reminder, zone));
}

/** One for each time of the day, which begins with the first slot that is to come. */
function weeklyRings({ days }: Reminder, ahead: readonly Slot[]): Ring[] {
  const firsts = new Map<Minute, Slot>();
  for (const slot of ahead) if (!firsts.has(slot.minute)) firsts.set(slot.minute, slot);
  return [...firsts.values()]
    .sort((one, other) => one.minute - other.minute)
    .map((slot) => ({ ...slot, weekly: [...days].sort() }));
}

/** Whether a change of clocks moves a slot into the reminder's quiet hours. A weekly rule can't tell. */
function fallsQuiet(slot: Slot, { quiet }: Reminder, zone: string): boolean {
  return isQuiet(minuteAt(instantOf(slot, zone), zone), quiet);
}

/** More than any number of reminders hands out in years. */
const HELD_MAX = 100_000;

/** All that calendars may hold: the events of every file that was handed out, but for those that are over. */
export const handedOutSetting = setting(
  'handedOut',
  nested(
    shape({
      events: list(
        nested(
          shape({
            uid: essential(text()),
            reminderId: essential(text()),
            day: essential(day()),
            minute: minute(),
            weekly: optional(list(oneOf(EVERY_DAY, 'weekday'), { max: 7, tooLong: 'weekday' }))
          })
        ),
        { max: HELD_MAX }
      ),
      /** The highest SEQUENCE of all files. */
      sequence: expected(or(whole([0, 2 ** 31 - 1], 'count'), 0))
    })
  )
);
export type HandedOut = ValueOf<typeof handedOutSetting>;
type HandedOutEvent = HandedOut['events'][number];

/** An event of a file. */
export interface Rung {
  readonly uid: string;
  readonly ring: Ring;
  readonly isCancelled: boolean;
}

/** What a file is about. */
export interface Scope {
  /** Those whose events are to stand in a calendar. One that is off has none. */
  readonly reminders: readonly Reminder[];
  /** Whether what was handed out of a reminder is replaced, or cancelled, by this file. */
  readonly covers: (reminderId: string) => boolean;
  /** What new events are named by where the reminder's id is the same on every device. */
  readonly ownName?: string;
}

/** The events of a file, and what calendars may hold once it is opened. */
export interface Made {
  readonly events: readonly Rung[];
  readonly handedOut: HandedOut;
}

/**
 * Makes the events of a file. An event is known by what it rings for, and what was handed out keeps
 * its name: so it's replaced, and rings once. What was handed out and is no longer wanted is
 * cancelled, by this file and by each later one for as long as it may ring: nobody knows which of the
 * files was opened.
 *
 * @param now milliseconds since the epoch
 * @param zone where the person is now
 */
export function eventsFor(
  { reminders, covers, ownName }: Scope,
  before: HandedOut,
  now: number,
  zone: string
): Made {
  const uids = new Map(before.events.map((event) => [keyOf(event), event.uid]));
  const wanted = reminders
    .flatMap((reminder) => ringsOf(reminder, now, zone))
    .map((ring) => ({ ...ring, uid: uids.get(keyOf(ring)) ?? uidOf(ring, ownName) }));
  const isWanted = new Set(wanted.map(({ uid }) => uid));
  const rest = before.events.filter(
    (event) => !isWanted.has(event.uid) && mayRing(event, now, zone)
  );
  const gone = rest.filter(({ reminderId }) => covers(reminderId));
  return {
    events: [
      ...wanted.map((ring) => ({ uid: ring.uid, ring, isCancelled: false })),
      ...gone.map((ring) => ({ uid: ring.uid, ring, isCancelled: true }))
    ],
    handedOut: { events: [...rest, ...wanted], sequence: nextSequence(before, reminders, now) }
  };
}

/**
 * What calendars may hold of a reminder whose files were made before anything noted what was handed
 * out: each event was named by its place in the day.
 *
 * @param id what the files called the reminder
 */
export function heldByPlace(
  reminder: Reminder,
  id: string,
  now: number,
  zone: string
): HandedOut['events'] {
  const placeOn = ({ day, minute }: Ring) =>
    slotsOn(reminder, day).findIndex((slot) => slot.minute === minute);
  return ringsOf(reminder, now, zone).map((ring, place) => ({
    ...ring,
    uid: ring.weekly ? `${id}-${place}` : `${id}-${ring.day}-${placeOn(ring)}`
  }));
}

/** What stands for the check-in, which is no reminder. It says nothing. */
export const CHECK_IN_EVENT = 'a-small-moment';

/** Whether a calendar may still ring for a reminder that was turned off or deleted. */
export function mayHoldGone(
  events: HandedOut['events'],
  all: readonly Reminder[],
  { now, zone }: { readonly now: number; readonly zone: string }
): boolean {
  const on = new Set([CHECK_IN_EVENT, ...all.filter(({ isOn }) => isOn).map(({ id }) => id)]);
  return events.some((event) => !on.has(event.reminderId) && mayRing(event, now, zone));
}

function mayRing(event: HandedOutEvent, now: number, zone: string): boolean {
  return event.weekly !== undefined || instantOf(event, zone) > now;
}

/**
 * A calendar takes what is newer than what it holds. Seconds count on over all files and devices,
 * also where a backup knows nothing of the files of the device before; a clock that was set back
 * doesn't keep the next file from being newer.
 */
function nextSequence(before: HandedOut, reminders: readonly Reminder[], now: number): number {
  const seconds = Math.floor((now - COUNTED_FROM) / SECOND_MS);
  return Math.max(seconds, before.sequence + 1, ...reminders.map(({ sequence }) => sequence + 1));
}

/** Leaves room below the 2³¹ that calendars can count, until 2094. */
const COUNTED_FROM = Date.UTC(2026, 0, 1);

/** What tells one ring from another. */
function keyOf({ reminderId, day, minute, weekly }: Ring): string {
  return weekly ? `${reminderId} ${minute}` : `${reminderId} ${day} ${minute}`;
}

/** The name of an event that no calendar knows yet. */
function uidOf({ reminderId, day, minute, weekly }: Ring, name = reminderId): string {
  const time = String(Math.floor(minute / 60) * 100 + (minute % 60)).padStart(4, '0');
  return weekly ? `${name}-${time}` : `${name}-${day}-${time}`;
}
