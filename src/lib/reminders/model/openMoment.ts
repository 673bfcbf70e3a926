import type { Day } from '#lib/time/day.ts';
import { DAY_MS, HOUR_MS } from '#lib/time/duration.ts';
import type { Entry } from '#lib/account/model/entry.ts';
import { missedHours, SPAN_HOURS, spanOf, type Span } from '#lib/account/model/missedBids.ts';
import type { Answer, Minute } from './reminder.ts';

/** How much there must be in these last weeks before a time to ask is proposed. */
export const ENOUGH_TO_ASK = {
  weeks: 8,
  /** The partner's bids in all. */
  bids: 40,
  /** What was noticed on weekdays at other hours, and on how many days. */
  noticed: 40,
  days: 20
} as const;

/** The first and the last span that can be proposed because nothing was noticed then. */
const AWAKE = { from: 8 * 60, to: 20 * 60 } as const;
const WEEK_MS = 7 * DAY_MS;

/** Hours of the week in which bids are often missed, and the numbers that say so. */
interface MissedMoment extends Span {
  readonly kind: 'missed';
  /** The partner's bids at those hours that I missed. */
  readonly missed: number;
  /** All of the partner's bids at those hours. */
  readonly bids: number;
}

/** Hours at which nothing was noticed, between others at which much was. */
interface UnnoticedMoment extends Span {
  readonly kind: 'unnoticed';
  /** What was noticed on weekdays at other hours. */
  readonly noticed: number;
  /** On how many days. */
  readonly noticedDays: number;
}

/** When a reminder would help most. */
export type OpenMoment = MissedMoment | UnnoticedMoment;

/**
 * When a reminder would help most, by the last eight weeks: where bids are missed, else where
 * nothing is noticed. Undefined where the log says neither.
 *
 * @param now milliseconds since the epoch
 */
export function openMoment(entries: readonly Entry[], now: number): OpenMoment | undefined {
  const from = now - ENOUGH_TO_ASK.weeks * WEEK_MS;
  const recent = entries.filter(({ at }) => at > from && at <= now);
  return missedMoment(recent) ?? unnoticedMoment(recent);
}

/** The two hours at which bids are missed beyond what chance explains, of at least 40 bids in all. */
function missedMoment(entries: readonly Entry[]): MissedMoment | undefined {
  const bids = entries.filter((entry) => entry.kind === 'bid' && entry.by === 'partner');
  const span = bids.length < ENOUGH_TO_ASK.bids ? undefined : missedHours(bids);
  return span && { kind: 'missed', ...span.key, missed: span.hits, bids: span.trials };
}

/**
 * The latest two waking hours of weekdays at which nothing was noticed, though something was both
 * earlier and later in the day: at least 40 times, on at least 20 days. Before the first and after
 * the last hour of noticing the two may be apart or asleep, and nothing is proposed.
 */
function unnoticedMoment(entries: readonly Entry[]): UnnoticedMoment | undefined {
  const noticed = entries.filter((entry) => isNoticed(entry) && spanOf(entry).days === 'weekdays');
  const noticedDays = new Set<Day>(noticed.map(({ day }) => day)).size;
  if (noticed.length < ENOUGH_TO_ASK.noticed || noticedDays < ENOUGH_TO_ASK.days) return undefined;
  const starts = new Set(noticed.map((entry) => spanOf(entry).from));
  const [first, last] = [Math.min(...starts), Math.max(...starts)];
  for (let from: Minute = AWAKE.to; from >= AWAKE.from; from -= SPAN_HOURS * 60) {
    if (from > first && from < last && !starts.has(from)) {
      return { kind: 'unnoticed', days: 'weekdays', from, noticed: noticed.length, noticedDays };
    }
  }
  return undefined;
}

function isNoticed(entry: Entry): boolean {
  return entry.kind === 'act' || (entry.kind === 'bid' && entry.response === 'toward');
}

/** Of these prompts, how many were followed by something noticed within the hour. */
export function noticedAfter(
  prompts: readonly Answer[],
  entries: readonly Entry[]
): { readonly noticed: number; readonly prompts: number } {
  const times = entries.filter(isNoticed).map(({ at }) => at);
  const noticed = prompts.filter(({ shownAt }) =>
    times.some((at) => at >= shownAt && at <= shownAt + HOUR_MS)
  );
  return { noticed: noticed.length, prompts: prompts.length };
}
