import { localTime } from './day.ts';
import type { Entry } from './entry.ts';
import type { Answer, Minute } from './reminder.ts';
import { weekdayOf } from './week.ts';

/** How much there must be before a time to ask is proposed. */
export const ENOUGH_TO_ASK = { bids: 40, missedThen: 5 } as const;

/** The hours that are looked at together. */
const SPAN_HOURS = 2;
const HOUR_MS = 3_600_000;

/** Hours of the week in which bids are often missed. */
export interface OpenMoment {
  /** Monday to Friday, or the two days after. */
  readonly days: 'weekdays' | 'weekend';
  /** Minutes since midnight; the span is two hours long. */
  readonly from: Minute;
  /** The partner's bids at those hours that I missed. */
  readonly missed: number;
  /** All of the partner's bids at those hours. */
  readonly bids: number;
}

/**
 * When a reminder would help most: the two hours, of weekdays or of weekends, in which the most of
 * the partner's bids were missed. Undefined with fewer than 40 of their bids in all, fewer than 5
 * missed at those hours, or where at those hours no larger share is missed than over all.
 */
export function openMoment(entries: readonly Entry[]): OpenMoment | undefined {
  const bids = entries.filter((entry) => entry.kind === 'bid' && entry.by === 'partner');
  const spans = new Map<string, OpenMoment>();
  for (const bid of bids) {
    const span = spanOf(bid);
    const key = `${span.days} ${span.from}`;
    const before = spans.get(key) ?? { ...span, missed: 0, bids: 0 };
    const missed = before.missed + (isMissed(bid) ? 1 : 0);
    spans.set(key, { ...before, missed, bids: before.bids + 1 });
  }
  const most = [...spans.values()].sort((one, other) => other.missed - one.missed)[0];
  if (!most || bids.length < ENOUGH_TO_ASK.bids || most.missed < ENOUGH_TO_ASK.missedThen) {
    return undefined;
  }
  const overall = bids.filter(isMissed).length / bids.length;
  return most.missed / most.bids > overall ? most : undefined;
}

function isMissed(entry: Entry): boolean {
  return entry.kind === 'bid' && entry.response === 'away';
}

function spanOf(entry: Entry): Pick<OpenMoment, 'days' | 'from'> {
  const hour = Number(localTime(entry).slice(11, 13));
  const from = Math.floor(hour / SPAN_HOURS) * SPAN_HOURS * 60;
  return { days: weekdayOf(entry.day) >= 6 ? 'weekend' : 'weekdays', from };
}

/** Of a reminder's prompts, how many were followed by something noticed within the hour. */
export function noticedAfter(
  answers: readonly Answer[],
  entries: readonly Entry[]
): { readonly noticed: number; readonly prompts: number } {
  const times = entries.filter(isNoticed).map(({ at }) => at);
  const noticed = answers.filter(({ shownAt }) =>
    times.some((at) => at >= shownAt && at <= shownAt + HOUR_MS)
  );
  return { noticed: noticed.length, prompts: answers.length };
}

function isNoticed(entry: Entry): boolean {
  return entry.kind === 'act' || (entry.kind === 'bid' && entry.response === 'toward');
}
