import { instant, nullable, oneOf, type Held } from '#lib/record/field.ts';
import { nested, shape } from '#lib/record/shape.ts';
import { addDays, momentAt, momentFromLocal } from '#lib/time/day.ts';
import { HOUR_MS, MINUTE_MS } from '#lib/time/duration.ts';
import type { Way } from '../record.ts';

/*
 * What runs by the clock in a pause. It is kept as two instants, and what is left is worked out
 * from them each time: so it does not drift, and a reload or a closed tab changes nothing.
 */

const TIMED_WAYS = ['breathing', 'walk', 'break'] as const satisfies readonly Way[];

/** A way that runs by the clock. */
export type TimedWay = (typeof TIMED_WAYS)[number];

/** The one that runs, or has ended and was not yet seen. */
export const timerField = nested(
  shape({
    way: oneOf(TIMED_WAYS),
    /** In milliseconds since the epoch, as all instants here. */
    startedAt: instant(),
    endsAt: instant(),
    /** When its end was told; null until then. */
    rungAt: nullable(instant())
  })
);
export type Timer = Held<typeof timerField>;

/** Minutes to choose from. */
export const LENGTHS = {
  breathing: [3, 5, 10, 15],
  walk: [5, 10, 20, 30],
  break: [20, 30, 45, 60]
} as const satisfies Record<TimedWay, readonly number[]>;

/** How many minutes each takes unless chosen otherwise. */
export const USUAL_LENGTH = { breathing: 5, walk: 10, break: 20 } as const;

/** A shared break is no shorter: a flooded body needs that long. */
export const BREAK_MIN = 20;

/** Breathing in and breathing out, in milliseconds: six breaths a minute, the way out the longer one. */
export const BREATH_IN = 4000;
const BREATH_OUT = 6000;
/** A whole breath, in milliseconds. */
export const BREATH = BREATH_IN + BREATH_OUT;

/** A way that was left sooner was not done. */
const DONE_AFTER = MINUTE_MS / 2;

/** After its end a timer is of use for so long. Later nobody waits for what it told. */
const STALE_AFTER = 6 * HOUR_MS;

/** One that starts now. A shared break is never shorter than {@link BREAK_MIN}. */
export function newTimer(way: TimedWay, minutes: number, now: number): Timer {
  return lasting({ way, startedAt: now, endsAt: now, rungAt: null }, minutes);
}

/** The timer with another length, counted from its start. It has not been told that it ended. */
export function lasting(timer: Timer, minutes: number): Timer {
  const least = timer.way === 'break' ? BREAK_MIN : 1;
  const length = Math.max(least, minutes) * MINUTE_MS;
  return { ...timer, endsAt: timer.startedAt + length, rungAt: null };
}

/** A shared break from now until an agreed time to come back. */
export function breakUntil(back: number, now: number): Timer {
  return newTimer('break', (back - now) / MINUTE_MS, now);
}

/** Whether two are the same one, of the same length, told or not; null is none. */
export function isSameTimer(one: Timer | null | undefined, other: Timer | null): boolean {
  return one?.startedAt === other?.startedAt && one?.endsAt === other?.endsAt;
}

/** How many minutes it takes in all. */
export function minutesOf({ startedAt, endsAt }: Timer): number {
  return Math.round((endsAt - startedAt) / MINUTE_MS);
}

/** Milliseconds until it ends; 0 once it has. A clock that was set back makes it no longer than it was. */
export function leftOf({ startedAt, endsAt }: Timer, now: number): number {
  return Math.min(Math.max(0, endsAt - now), endsAt - startedAt);
}

/** Whether its time is up. */
export function hasEnded(timer: Timer, now: number): boolean {
  return leftOf(timer, now) === 0;
}

/** Whether it ended so long ago that nobody waits for it. */
export function isStale({ endsAt }: Timer, now: number): boolean {
  return now - endsAt > STALE_AFTER;
}

/** Whether it ran long enough to count as done. */
export function wasDone({ startedAt, endsAt }: Timer, now: number): boolean {
  return Math.min(now, endsAt) - startedAt >= DONE_AFTER;
}

/** Whether its end calls the user back: while breathing they are here. */
export function ringsAtEnd({ way }: Timer): boolean {
  return way !== 'breathing';
}

/** Whether its end is to be told now. */
export function isToRing(timer: Timer, now: number): boolean {
  const { rungAt } = timer;
  return ringsAtEnd(timer) && rungAt === null && hasEnded(timer, now) && !isStale(timer, now);
}

/** In how many milliseconds its end is to be told; infinite where that is past, or never is. */
export function untilRing(timer: Timer, now: number): number {
  return ringsAtEnd(timer) && !hasEnded(timer, now) ? leftOf(timer, now) : Infinity;
}

/** Where in a breath one is, that long after the start. */
interface Breath {
  readonly phase: 'in' | 'out';
  /** How many breaths were taken before this one. */
  readonly number: number;
  /** Milliseconds since the breath began. */
  readonly since: number;
}

/** The breath at a time. Before the start it is the beginning of the first. */
export function breathAt({ startedAt }: Pick<Timer, 'startedAt'>, now: number): Breath {
  const elapsed = Math.max(0, now - startedAt);
  const since = elapsed % BREATH;
  const number = Math.floor(elapsed / BREATH);
  return { phase: since < BREATH_IN ? 'in' : 'out', number, since };
}

/**
 * The instant of a wall-clock time ('19:40') that two have agreed on to come back: the next one
 * that leaves room for a break. Undefined where the text is no time.
 */
export function backAt(time: string, now: number, zone: string): number | undefined {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return undefined;
  const { day } = momentAt(now, zone);
  const nextDays = [0, 1, 2].map(
    (days) => momentFromLocal(`${addDays(day, days)}T${time}`, zone).at
  );
  return nextDays.find((back) => back - now >= BREAK_MIN * MINUTE_MS);
}

/** The soonest whole minute at which a break from now may end. */
export function soonestBack(now: number): number {
  return Math.ceil(now / MINUTE_MS) * MINUTE_MS + BREAK_MIN * MINUTE_MS;
}
