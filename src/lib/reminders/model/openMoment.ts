import { localTime, type Day } from '#lib/time/day.ts';
import { DAY_MS, HOUR_MS } from '#lib/time/duration.ts';
import type { Entry } from '#lib/account/model/entry.ts';
import { wilson } from '#lib/account/model/rate.ts';
import type { Answer, Minute } from './reminder.ts';
import { weekdayOf } from '#lib/time/week.ts';

/** How much there must be in these last weeks before a time to ask is proposed. */
export const ENOUGH_TO_ASK = {
  weeks: 8,
  /** The partner's bids in all, and those missed at the proposed hours. */
  bids: 40,
  missedThen: 5,
  /** What was noticed on weekdays at other hours, and on how many days. */
  noticed: 40,
  days: 20
} as const;

/** The hours that are looked at together. */
const SPAN_HOURS = 2;
/** The first and the last span that can be proposed because nothing was noticed then. */
const AWAKE = { from: 8 * 60, to: 20 * 60 } as const;
const WEEK_MS = 7 * DAY_MS;

/** Two hours of the week. */
interface Span {
  /** Monday to Friday, or the two days after. */
  readonly days: 'weekdays' | 'weekend';
  /** Minutes since midnight; the span is two hours long. */
  readonly from: Minute;
}

/** Hours of the week in which bids are often missed, and the numbers that say so. */
export interface MissedMoment extends Span {
  readonly kind: 'missed';
  /** The partner's bids at those hours that I missed. */
  readonly missed: number;
  /** All of the partner's bids at those hours. */
  readonly bids: number;
}

/** Hours at which nothing was noticed, between others at which much was. */
export interface UnnoticedMoment extends Span {
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

/**
 * The two hours, of weekdays or of weekends, in which the most of the partner's bids were missed:
 * at least 5, of at least 40 bids in all, and so large a share of the bids then that chance alone
 * does not explain it (the low end of its 95 % interval is above the share over all hours).
 */
function missedMoment(entries: readonly Entry[]): MissedMoment | undefined {
  const bids = entries.filter((entry) => entry.kind === 'bid' && entry.by === 'partner');
  if (bids.length < ENOUGH_TO_ASK.bids) return undefined;
  const overall = bids.filter(isMissed).length / bids.length;
  const spans = new Map<string, MissedMoment>();
  for (const bid of bids) {
    const span = spanOf(bid);
    const key = `${span.days} ${span.from}`;
    const before = spans.get(key) ?? { kind: 'missed', ...span, missed: 0, bids: 0 };
    const missed = before.missed + (isMissed(bid) ? 1 : 0);
    spans.set(key, { ...before, missed, bids: before.bids + 1 });
  }
  return [...spans.values()]
    .filter((span) => span.missed >= ENOUGH_TO_ASK.missedThen)
    .filter((span) => wilson(span.missed, span.bids).low > overall)
    .sort((one, other) => one.missed - other.missed)
    .at(-1);
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

function isMissed(entry: Entry): boolean {
  return entry.kind === 'bid' && entry.response === 'away';
}

function isNoticed(entry: Entry): boolean {
  return entry.kind === 'act' || (entry.kind === 'bid' && entry.response === 'toward');
}

function spanOf(entry: Entry): Span {
  const hour = Number(localTime(entry).slice(11, 13));
  const from = Math.floor(hour / SPAN_HOURS) * SPAN_HOURS * 60;
  return { days: weekdayOf(entry.day) >= 6 ? 'weekend' : 'weekdays', from };
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
