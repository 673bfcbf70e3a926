import { addDays, momentAt, type Day } from '#lib/time/day.ts';
import { instantOf, minuteAt, type Minute } from '#lib/reminders/model/reminder.ts';
import type { FearFacts } from '#lib/practices/fear/record.ts';
import type { GentleRequest } from '#lib/practices/gently/record.ts';
import type { PromiseFacts, PromiseMade } from '#lib/practices/promise/record.ts';
import type { SharedTimeFacts } from '#lib/practices/together/record.ts';

/*
 * From which day on a record asks what became of it. Kept apart from the practices' models, because
 * Today needs no more of them than these functions.
 */

/** The day from which on a promise is due; undefined once its outcome is known. */
export function promiseDueOn({ due, outcome, notBefore }: PromiseFacts): Day | undefined {
  return outcome ? undefined : laterOf(due, notBefore);
}

/** When the evening begins. */
const EVENING: Minute = 18 * 60;

/**
 * Whether a promise asks what became of it: from the evening of its day on, and where it was only
 * made in that evening, from the next day on.
 *
 * @param now milliseconds since the epoch
 */
export function isPromiseDue(promise: PromiseMade, now: number, zone: string): boolean {
  const { day } = momentAt(now, zone);
  if (!isDueOn(promiseDueOn(promise), day)) return false;
  if (day > promise.due) return true;
  const isMadeBefore = promise.at < instantOf({ day, minute: EVENING }, zone);
  return isMadeBefore && minuteAt(now, zone) >= EVENING;
}

/** The day from which on a plan is due; undefined once it is known how it was, or where it has no day. */
export function sharedTimeDueOn(plan: SharedTimeFacts): Day | undefined {
  const { on, tookPlace, notBefore } = plan;
  return tookPlace !== undefined || on === null ? undefined : laterOf(on, notBefore);
}

/** The day from which on a fear is due; undefined once it is known what happened. */
export function fearDueOn({ by, outcome, notBefore }: FearFacts): Day | undefined {
  return outcome ? undefined : laterOf(by, notBefore);
}

/** After so many days a request is asked about, and after so many no more. */
const REQUEST_FROM = 3;
const REQUEST_UNTIL = 14;

/**
 * The day from which on a request is asked about; undefined once it's known how it was met, where it
 * says nothing that could be met, and for one of long ago.
 */
export function requestDueOn(request: GentleRequest, today: Day): Day | undefined {
  const { day, about, wish, answer, notBefore } = request;
  const isPast = today > addDays(day, REQUEST_UNTIL);
  if (answer || isPast || !(about || wish)) return undefined;
  return laterOf(addDays(day, REQUEST_FROM), notBefore);
}

/** Whether something that is due from a day on, if from any, is due today. */
export function isDueOn(on: Day | undefined, today: Day): boolean {
  return on !== undefined && on <= today;
}

/** Postpones a day to `notBefore`, the day to which the user put the record off. */
function laterOf(day: Day, notBefore: Day = day): Day {
  return notBefore > day ? notBefore : day;
}
