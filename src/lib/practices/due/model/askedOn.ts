import type { Day } from '#lib/time/day.ts';
import type { FearFacts } from '../../fear/model/fear.ts';
import type { PromiseFacts } from '../../promise/model/promise.ts';
import type { SharedTimeFacts } from '../../together/model/sharedTime.ts';

/*
 * When it is asked what became of something. It stands apart from the practices' own files: the log
 * needs this of them and no more.
 */

/** The first day on which it is asked about a promise; undefined where its outcome is known. */
export function promiseAskedOn({ due, outcome, notBefore }: PromiseFacts): Day | undefined {
  return outcome ? undefined : laterOf(due, notBefore);
}

/** The first day on which it is asked how a plan was; undefined where that is known, or it has no day. */
export function sharedTimeAskedOn(plan: SharedTimeFacts): Day | undefined {
  const { on, tookPlace, notBefore } = plan;
  return tookPlace !== undefined || on === null ? undefined : laterOf(on, notBefore);
}

/** The first day on which it is asked about a fear; undefined where it is known what happened. */
export function fearAskedOn({ by, outcome, notBefore }: FearFacts): Day | undefined {
  return outcome ? undefined : laterOf(by, notBefore);
}

/** Whether what is first asked about on that day, if on any, is to be asked about today. */
export function isAsked(on: Day | undefined, today: Day): boolean {
  return on !== undefined && on <= today;
}

/** Its own day or, where it was put off, the one it was put off to. */
function laterOf(day: Day, notBefore: Day = day): Day {
  return notBefore > day ? notBefore : day;
}
