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
import { MINUTE_MS } from '#lib/time/duration.ts';
import type { Weekday } from '#lib/time/week.ts';
import type { Reminder } from '../model/reminder.ts';
import type { Made, Rung } from '../model/rings.ts';

/*
 * The one layer that rings while the app is closed. Times are floating: 20:00 is 20:00 wherever the
 * person is, as in the app. The most a day, pauses and growing quieter are the app's own: a calendar
 * rings at each planned time.
 */

/** The words of a calendar file. Others may see them: a calendar is often shared. */
export interface CalendarTexts {
  /** The calendar's name. */
  readonly name: string;
  /** The title of an event; undefined where it is cancelled. */
  titleOf(reminder: Reminder | undefined): string;
}

/** What a file depends on besides its reminders. */
export interface CalendarOptions {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Where an event's link leads. Without it the file doesn't tell which app made it. */
  readonly appUrl?: string | undefined;
  readonly texts: CalendarTexts;
}

/** A file must name the product that made it. This says nothing. */
export const PRODUCT = { company: 'Calendar', product: 'Calendar' };

const LENGTH_MS = 5 * MINUTE_MS;

const WEEKDAYS = [
  ICalWeekday.MO,
  ICalWeekday.TU,
  ICalWeekday.WE,
  ICalWeekday.TH,
  ICalWeekday.FR,
  ICalWeekday.SA,
  ICalWeekday.SU
];

/** The calendar file (RFC 5545) of these events. Empty where there are none. */
export function calendarOf(
  { events, handedOut }: Made,
  reminders: readonly Reminder[],
  options: CalendarOptions
): string {
  if (events.length === 0) return '';
  const byId = new Map(reminders.map((reminder) => [reminder.id, reminder]));
  const isCancelling = events.every(({ isCancelled }) => isCancelled);
  const calendar = ical({
    name: options.texts.name,
    prodId: PRODUCT,
    method: isCancelling ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    events: events.map((rung) => ({
      ...event(rung, byId.get(rung.ring.reminderId), options),
      sequence: handedOut.sequence
    }))
  });
  return `${calendar.toString()}\r\n`;
}

function event(
  { uid, ring, isCancelled }: Rung,
  reminder: Reminder | undefined,
  { now, appUrl, texts }: CalendarOptions
): ICalEventData {
  // The generator writes the UTC fields of a floating time.
  const start = Date.parse(ring.day) + ring.minute * MINUTE_MS;
  return {
    id: uid,
    stamp: new Date(now),
    floating: true,
    start: new Date(start),
    end: new Date(start + LENGTH_MS),
    ...(ring.weekly && { repeating: weeklyOn(ring.weekly) }),
    summary: texts.titleOf(isCancelled ? undefined : reminder),
    ...(appUrl && { url: appUrl }),
    class: ICalEventClass.PRIVATE,
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    alarms: isCancelled ? [] : [{ type: ICalAlarmType.display, trigger: 0 }]
  };
}

function weeklyOn(days: readonly Weekday[]) {
  const byDay = days.flatMap((day) => WEEKDAYS[day - 1] ?? []);
  return { freq: ICalEventRepeatingFreq.WEEKLY, byDay };
}
