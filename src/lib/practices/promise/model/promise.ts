import { addDays, compareDays, isDay, momentAt, type Day, type Moment } from '#lib/time/day.ts';
import { newEntry, type Entry, type Stamp, type Who } from '#lib/account/model/entry.ts';
import { weekdayOf } from '#lib/time/week.ts';
import { amendRecord, lineText, newRecord, type Written } from '../../model/written.ts';
import { PROMISE_OUTCOMES } from '../record.ts';

/*
 * open ──on its day──► kept          a deposit, on the log as an entry
 *                 ├──► broken        a withdrawal, on the log as an entry
 *                 └──► renegotiated  neither; a new promise stands in its place
 *
 * The entry bears the promise's own id, so an outcome is on the log once, whatever is undone,
 * repeated or changed later. Another outcome is told anew; where the person has taken the entry off
 * the log, other words do not bring it back.
 */

/** What became of a promise. */
export type PromiseOutcome = (typeof PROMISE_OUTCOMES)[number];

/** A small, dated, checkable promise. */
export interface PromiseFacts {
  readonly text: string;
  /** Whose promise it is. */
  readonly by: Who;
  /** The day on which it is asked about. */
  readonly due: Day;
  /** Absent while it is open. */
  readonly outcome?: PromiseOutcome;
  /** When the outcome was told. */
  readonly told?: Moment;
  /** Put off: not asked before this day. */
  readonly notBefore?: Day;
  /** The promise in whose place it stands, where that was renegotiated. */
  readonly insteadOf?: string;
}

/** A promise as it is kept. */
export type PromiseMade = PromiseFacts & Written;

/** What a form says of a promise. */
export interface PromiseDraft {
  readonly text: string;
  readonly by: Who;
  readonly due: Day;
  readonly outcome?: PromiseOutcome | undefined;
}

/** Why a promise cannot be kept: it has no words, or its day does not exist. */
export type PromiseFault = 'text' | 'due';

/** A promise in its new state, and its entry where the log has to tell it anew. */
export interface Told {
  readonly promise: PromiseMade;
  readonly entry?: Entry;
}

/** Facts whose optional ones may also be there as undefined. */
type Loose = {
  readonly [Key in keyof PromiseFacts]: PromiseFacts[Key] | undefined;
} & PromiseDraft;

/**
 * The facts as a plain object that can be stored whatever it came from. An open promise holds
 * nothing of an outcome, and one with an outcome is no longer put off.
 */
export function plainPromise(facts: Loose): PromiseFacts {
  const { text, by, due, outcome, told, notBefore, insteadOf } = facts;
  return {
    text: lineText(text),
    by,
    due,
    ...(outcome && { outcome }),
    ...(outcome && told && { told: { at: told.at, day: told.day, zone: told.zone } }),
    ...(!outcome && notBefore && { notBefore }),
    ...(insteadOf && { insteadOf })
  };
}

/** Why the promise cannot be kept; undefined where it can. */
export function promiseFault({ text, due }: PromiseDraft): PromiseFault | undefined {
  if (lineText(text) === '') return 'text';
  return isDay(due) ? undefined : 'due';
}

/** A new promise, still open. */
export function newPromise({ text, by, due }: PromiseDraft, stamp: Stamp): PromiseMade {
  return newRecord(plainPromise({ ...NOTHING, text, by, due }), stamp);
}

/**
 * The promise as a form now has it, with an entry where the log has to say something new. A changed
 * outcome stays at the moment at which the first one was told; another day ends a putting off.
 */
export function changePromise(before: PromiseMade, draft: PromiseDraft, stamp: Stamp): Told {
  const { text, by, due, outcome } = draft;
  const told = before.told ?? momentAt(stamp.now, stamp.zone);
  const put = due === before.due ? before.notBefore : undefined;
  const facts = { ...NOTHING, ...before, text, by, due, outcome, told, notBefore: put };
  const promise = amendRecord(before, plainPromise(facts), stamp.now);
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
  const facts = { ...NOTHING, text, by: promise.by, due, insteadOf: promise.id };
  return {
    old: changePromise(promise, { ...promise, outcome: 'renegotiated' }, stamp).promise,
    next: newRecord(plainPromise(facts), stamp)
  };
}

/** The promise, not asked about before that day. */
export function putOffPromise(promise: PromiseMade, notBefore: Day, now: number): PromiseMade {
  return amendRecord(promise, plainPromise({ ...NOTHING, ...promise, notBefore }), now);
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

/** Its own words, for the search. */
export function wordsOfPromise({ text }: Pick<PromiseFacts, 'text'>): readonly string[] {
  return [text];
}

const NOTHING = {
  outcome: undefined,
  told: undefined,
  notBefore: undefined,
  insteadOf: undefined
};
