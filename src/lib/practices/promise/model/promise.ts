import { addDays, compareDays, momentAt, type Day, type Stamp } from '#lib/time/day.ts';
import { newEntry, type Entry } from '#lib/account/model/entry.ts';
import { weekdayOf } from '#lib/time/week.ts';
import {
  promiseRecord,
  type PromiseFacts,
  type PromiseMade,
  type PromiseOutcome
} from '../record.ts';

/*
 * open ──on its day──► kept          a deposit, on the log as an entry
 *                 ├──► broken        a withdrawal, on the log as an entry
 *                 └──► renegotiated  neither; a new promise stands in its place
 *
 * The entry bears the promise's own id, so an outcome is on the log once, whatever is undone,
 * repeated or changed later. Another outcome is told anew; where the person has taken the entry off
 * the log, other words do not bring it back.
 */

/** What a form says of a promise. */
export type PromiseDraft = Pick<PromiseFacts, 'text' | 'by' | 'due'> & {
  readonly outcome?: PromiseOutcome | undefined;
};

/** A promise in its new state, and its entry where the log has to tell it anew. */
export interface Told {
  readonly promise: PromiseMade;
  readonly entry?: Entry;
}

/**
 * The promise as a form now has it, with an entry where the log has to say something new. A changed
 * outcome stays at the moment at which the first one was told; another day ends a putting off.
 */
export function changePromise(before: PromiseMade, draft: PromiseDraft, stamp: Stamp): Told {
  const { text, by, due, outcome } = draft;
  const told = before.told ?? momentAt(stamp.now, stamp.zone);
  const put = due === before.due ? before.notBefore : undefined;
  const facts = { text, by, due, outcome, told, notBefore: put };
  const promise = promiseRecord.amend(before, facts, stamp.now);
  const entry = before.outcome === promise.outcome ? undefined : promiseEntry(promise);
  return { promise, ...(entry && { entry }) };
}

/** The promise once it is told, now, that it was kept or broken; and the entry for that. */
export function tellPromise(promise: PromiseMade, outcome: 'kept' | 'broken', stamp: Stamp): Told {
  return changePromise(promise, { ...promise, outcome }, stamp);
}

/** The entry that tells a promise's outcome on the log, in the moment of telling it; undefined where there is none. */
export function promiseEntry(promise: PromiseMade): Entry | undefined {
  const { id, text, by, outcome, told } = promise;
  if ((outcome !== 'kept' && outcome !== 'broken') || !told) return undefined;
  const stamp = { id, now: told.at, zone: told.zone };
  const entry = newEntry({ kind: 'promise', by, outcome, note: text }, stamp);
  return { ...entry, updatedAt: promise.updatedAt };
}

/** The promise as renegotiated, which is neither kept nor broken, and the one in its place. */
export function renegotiatePromise(
  promise: PromiseMade,
  { text, due }: Pick<PromiseDraft, 'text' | 'due'>,
  stamp: Stamp
): { readonly old: PromiseMade; readonly next: PromiseMade } {
  const facts = { text, by: promise.by, due, insteadOf: promise.id };
  return {
    old: changePromise(promise, { ...promise, outcome: 'renegotiated' }, stamp).promise,
    next: promiseRecord.create(facts, stamp)
  };
}

/** The promise, not asked about before that day. */
export function putOffPromise(promise: PromiseMade, notBefore: Day, now: number): PromiseMade {
  return promiseRecord.amend(promise, { notBefore }, now);
}

/** The promises that are still open, by their days; of one day the first made first. */
export function openPromises(promises: readonly PromiseMade[]): PromiseMade[] {
  return promises
    .filter(({ outcome }) => outcome === undefined)
    .sort((one, other) => compareDays(one.due, other.due) || one.at - other.at);
}

/** Days that are near, each once, by the names that people have for them. */
export type NearDay = 'today' | 'tomorrow' | 'weekend' | 'week';

/** What a day can be chosen by: today, tomorrow, the end of this weekend, a week from now. */
export function nearDays(today: Day): { readonly name: NearDay; readonly day: Day }[] {
  const sunday = addDays(today, 7 - weekdayOf(today));
  const days = [
    { name: 'today', day: today },
    { name: 'tomorrow', day: addDays(today, 1) },
    { name: 'weekend', day: sunday },
    { name: 'week', day: addDays(today, 7) }
  ] as const;
  return days.filter(({ day }, index) => days.findIndex((other) => other.day === day) === index);
}
