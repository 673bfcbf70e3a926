import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventTransparency,
  type ICalAlarmData,
  type ICalEventData
} from 'ical-generator';
import { addDays } from '#lib/time/day.ts';
import { HOUR_MS, MINUTE_MS } from '#lib/time/duration.ts';
import { isOpen } from './model/sharedTime.ts';
import type { SharedTime } from './record.ts';
import { PRODUCT } from '#lib/reminders/calendar/calendar.ts';

/*
 * Time planned together as a calendar file: one event, for the whole day or from an hour of it.
 * Floating, like all times of the app.
 */

/** The words of the file. Others may see them: a calendar is often shared. */
export interface PlanTexts {
  /** The calendar's name. */
  readonly name: string;
  titleOf(plan: SharedTime): string;
}

/** What a file depends on besides its plan. */
interface PlanCalendarOptions {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Where the event's link leads. Without it the file doesn't tell which app made it. */
  readonly appUrl?: string | undefined;
  readonly texts: PlanTexts;
}

const LENGTH_MS = 2 * HOUR_MS;
/** An hour before it begins; of a whole day at nine in the morning. In seconds. */
const BEFORE: ICalAlarmData = { type: ICalAlarmType.display, triggerBefore: 60 * 60 };
const IN_THE_MORNING: ICalAlarmData = { type: ICalAlarmType.display, triggerAfter: 9 * 60 * 60 };

/** The calendar file (RFC 5545) of a plan. Empty where it has no day, or is over. */
export function planCalendarOf(plan: SharedTime, options: PlanCalendarOptions): string {
  const times = isOpen(plan) && timesOf(plan);
  if (!times) return '';
  const calendar = ical({
    name: options.texts.name,
    prodId: PRODUCT,
    method: ICalCalendarMethod.PUBLISH,
    events: [{ ...event(plan, options), ...times }]
  });
  return `${calendar.toString()}\r\n`;
}

function event(plan: SharedTime, { now, appUrl, texts }: PlanCalendarOptions) {
  return {
    id: plan.id,
    // Rises with every change, and asks for no count of its own.
    sequence: Math.max(0, Math.round((plan.updatedAt - plan.at) / 1000)),
    stamp: new Date(now),
    summary: texts.titleOf(plan),
    ...(appUrl && { url: appUrl }),
    class: ICalEventClass.PRIVATE
  } satisfies Partial<ICalEventData>;
}

function timesOf({ on, minute }: SharedTime) {
  if (on === null) return undefined;
  // The generator writes the UTC fields of a floating time.
  const midnight = Date.parse(on);
  if (minute === null) {
    return {
      allDay: true,
      start: new Date(midnight),
      end: new Date(Date.parse(addDays(on, 1))),
      transparency: ICalEventTransparency.TRANSPARENT,
      alarms: [IN_THE_MORNING]
    };
  }
  const start = midnight + minute * MINUTE_MS;
  return {
    floating: true,
    start: new Date(start),
    end: new Date(start + LENGTH_MS),
    transparency: ICalEventTransparency.OPAQUE,
    alarms: [BEFORE]
  };
}
