import {
  checkInDue,
  nextCheckIn,
  type CheckInKnown
} from '#lib/practices/checkIn/model/checkInTime.ts';
import { untilRing, type Timer } from '#lib/practices/pause/model/timer.ts';
import { timesAgain, timesAhead } from '#lib/reminders/model/due.ts';
import {
  isQuiet,
  minuteAt,
  MINUTES_A_DAY,
  type Answer,
  type Reminder,
  type ReminderRules
} from '#lib/reminders/model/reminder.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#lib/time/duration.ts';

/** A ring: an instant in seconds since the epoch, and for how many seconds after it it's worth a ring. */
export type PlannedRing = readonly [at: number, ttl: number];

/** How many days are planned. A device whose app isn't opened for so long falls silent. */
const DAYS = 28;
/** As many as the relay takes. */
export const RINGS_MAX = 200;
/** Later than that a ring is of no use, in milliseconds. */
const LATE_MS = 4 * HOUR_MS;

/** All that a plan is made of. */
export interface RingSources {
  readonly reminders: readonly Reminder[];
  readonly answers: readonly Answer[];
  readonly rules: ReminderRules;
  readonly checkIn: CheckInKnown;
  readonly timer: Timer | null;
}

/** A time that rings, and from when on it must not: in milliseconds since the epoch. */
interface Timed {
  readonly at: number;
  readonly until: number;
}

/**
 * Plans when a closed app is to be rung: for its reminders, the next check-in and the end of a break.
 * Worked out here, so that changes of clocks are right in it.
 *
 * @param extra one more instant, in milliseconds since the epoch
 * @param now milliseconds since the epoch
 * @param zone where the person is now
 */
export function planRings(
  { reminders, answers, rules, checkIn, timer }: RingSources,
  extra: number | undefined,
  now: number,
  zone: string
): PlannedRing[] {
  const next = nextCheckIn(checkIn.rules, now, zone);
  const comes = Number.isFinite(next) && checkInDue(checkIn, next, zone) !== undefined;
  const known = { answers, rules, now, zone };
  const prompts = [...timesAhead(reminders, known, DAYS), ...timesAgain(reminders, known)];
  const times = [
    ...prompts.map(({ at, reminder }) => ({ at, until: quietFrom(reminder, at, zone) })),
    ...[comes ? next : Infinity, timer ? now + untilRing(timer, now) : Infinity, extra ?? 0].map(
      (at) => ({ at, until: Infinity })
    )
  ];
  return inSeconds(times.filter(({ at }) => at > now && Number.isFinite(at)));
}

/** When a reminder's quiet hours begin after a time of its own; infinite where it has none. */
function quietFrom({ quiet }: Reminder, at: number, zone: string): number {
  if (!quiet || quiet.from === quiet.to) return Infinity;
  const minute = at - (at % MINUTE_MS);
  const ahead = (quiet.from - minuteAt(minute, zone) + MINUTES_A_DAY) % MINUTES_A_DAY;
  const from = minute + ahead * MINUTE_MS;
  if (minuteAt(from, zone) === quiet.from) return from;
  // The clocks change in between, and may leave out the minute itself.
  let first = minute;
  while (first < at + LATE_MS && !isQuiet(minuteAt(first, zone), quiet)) first += MINUTE_MS;
  return first;
}

/** Each second once, each ring until the next one, its quiet hours, or until it's of no use. */
function inSeconds(times: readonly Timed[]): PlannedRing[] {
  const bySecond = new Map<number, number>();
  for (const { at, until } of times) {
    const second = Math.ceil(at / SECOND_MS);
    bySecond.set(second, Math.min(until, bySecond.get(second) ?? Infinity));
  }
  const seconds = [...bySecond.keys()].sort((one, other) => one - other).slice(0, RINGS_MAX);
  return seconds.map((at, index) => {
    const ends = [(bySecond.get(at) ?? 0) / SECOND_MS, seconds[index + 1] ?? Infinity];
    return [at, Math.floor(Math.min(LATE_MS / SECOND_MS, ...ends.map((end) => end - at)))];
  });
}

/** How long after an instant a ring may come and still count as that of the instant, in milliseconds. */
const MAY_TAKE = 15 * MINUTE_MS;

/** What a device knows of its rings. */
export interface RingRecord {
  /** Those that it has uploaded last. */
  readonly rings: readonly PlannedRing[];
  /** When ringing was turned on, in milliseconds since the epoch. */
  readonly since: number;
  /** When it was rung last. */
  readonly rungAt?: number;
}

/**
 * Since when the device wasn't rung although it was to be, in milliseconds since the epoch; undefined
 * where all is well.
 */
export function unreachedSince(record: RingRecord, now: number): number | undefined {
  return missedAt(record, now) > 0 ? (record.rungAt ?? record.since) : undefined;
}

/** The last time that the device was to be rung, and wasn't: in milliseconds since the epoch, 0 for never. */
export function missedAt({ rings, since, rungAt }: RingRecord, now: number): number {
  const [last] = rings.findLast(([at]) => at * SECOND_MS < now - MAY_TAKE) ?? [0];
  return (rungAt ?? since) < last * SECOND_MS ? last * SECOND_MS : 0;
}
