import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventClass,
  ICalEventRepeatingFreq,
  ICalEventStatus,
  ICalEventTransparency,
  ICalWeekday,
  type ICalEventData
} from 'ical-generator';
import { DAY_MS, MINUTE_MS } from '#lib/time/duration.ts';
import {
  instantOf,
  isQuiet,
  minuteAt,
  slotKey,
  slotsBetween,
  slotsOn,
  type Reminder,
  type Slot
} from '../model/reminder.ts';

/*
 * The one layer that rings while the app is closed. Times are floating: 20:00 is 20:00 wherever the
 * person is, as in the app. The most a day, pauses and growing quieter are the app's own: a calendar
 * rings at each planned time.
 */

/** The words of a calendar file. Others may see them: a calendar is often shared. */
export interface CalendarTexts {
  /** The calendar's name. */
  readonly name: string;
  titleOf(reminder: Reminder): string;
}

/** What a file depends on besides its reminders. */
export interface CalendarOptions {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Where the person is now: it decides which times are still to come. */
  readonly zone: string;
  /** Where an event's link leads. Without it the file doesn't tell which app made it. */
  readonly appUrl?: string | undefined;
  readonly texts: CalendarTexts;
  /** Makes a file that takes the events out of a calendar again. */
  readonly isCancelled?: boolean;
}

/** A file must name the product that made it. This says nothing. */
export const PRODUCT = { company: 'Calendar', product: 'Calendar' };

const LENGTH_MS = 5 * MINUTE_MS;

/** Within so many days each of a reminder's fixed times comes up once. */
const ROUND_DAYS = 8;
/**
 * No rule of a calendar makes random times. So those of the next four weeks stand in the file one
 * by one, and a new file is needed after that.
 */
export const SPREAD_DAYS = 28;

const WEEKDAYS = [
  ICalWeekday.MO,
  ICalWeekday.TU,
  ICalWeekday.WE,
  ICalWeekday.TH,
  ICalWeekday.FR,
  ICalWeekday.SA,
  ICalWeekday.SU
];

/** The calendar file (RFC 5545) of these reminders. Empty where none of them has a time to come. */
export function calendarOf(reminders: readonly Reminder[], options: CalendarOptions): string {
  const { texts, isCancelled } = options;
  const events = reminders.flatMap((reminder) => eventsOf(reminder, options));
  if (events.length === 0) return '';
  const calendar = ical({
    name: texts.name,
    prodId: PRODUCT,
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    events
  });
  return `${calendar.toString()}\r\n`;
}

function eventsOf(reminder: Reminder, options: CalendarOptions): ICalEventData[] {
  const { now, zone, isCancelled } = options;
  // One that was turned off is cancelled at the times that it had.
  const planned = isCancelled ? { ...reminder, isOn: true } : reminder;
  const ahead = (days: number) => slotsBetween(planned, now + 1, now + days * DAY_MS, zone);
  return planned.times.kind === 'fixed'
    ? repeated(planned, ahead(ROUND_DAYS), options)
    : ahead(SPREAD_DAYS)
        .filter((slot) => !fallsQuiet(slot, planned, zone))
        .map((slot) => single(planned, slot, options));
}

/** Whether a change of clocks moves a slot into the reminder's quiet hours. A weekly rule can't tell. */
function fallsQuiet(slot: Slot, { quiet }: Reminder, zone: string): boolean {
  return isQuiet(minuteAt(instantOf(slot, zone), zone), quiet);
}

/** One repeating event for each time of the day. Its place in the day names it, so that it can move. */
function repeated(
  reminder: Reminder,
  ahead: readonly Slot[],
  options: CalendarOptions
): ICalEventData[] {
  const minutes = [...new Set(ahead.map(({ minute }) => minute))].sort((a, b) => a - b);
  const byDay = [...reminder.days].sort().flatMap((day) => WEEKDAYS[day - 1] ?? []);
  return minutes.flatMap((minute, place) => {
    const first = ahead.find((slot) => slot.minute === minute);
    if (!first) return [];
    const repeating = { freq: ICalEventRepeatingFreq.WEEKLY, byDay };
    return { ...event(reminder, `${place}`, first, options), repeating };
  });
}

function single(reminder: Reminder, slot: Slot, options: CalendarOptions): ICalEventData {
  const key = slotKey(slot);
  const place = slotsOn(reminder, slot.day).findIndex((other) => slotKey(other) === key);
  return event(reminder, `${slot.day}-${place}`, slot, options);
}

function event(
  reminder: Reminder,
  name: string,
  { day, minute }: Slot,
  { now, appUrl, texts, isCancelled }: CalendarOptions
): ICalEventData {
  // The generator writes the UTC fields of a floating time.
  const start = Date.parse(day) + minute * MINUTE_MS;
  return {
    id: `${reminder.id}-${name}`,
    // What cancels must be newer than what it cancels.
    sequence: reminder.sequence + (isCancelled ? 1 : 0),
    stamp: new Date(now),
    floating: true,
    start: new Date(start),
    end: new Date(start + LENGTH_MS),
    summary: texts.titleOf(reminder),
    ...(appUrl && { url: appUrl }),
    class: ICalEventClass.PRIVATE,
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    alarms: isCancelled ? [] : [{ type: ICalAlarmType.display, trigger: 0 }]
  };
}
