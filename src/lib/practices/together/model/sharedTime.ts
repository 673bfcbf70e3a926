import { addDays, isDay, momentAt, momentFromLocal, type Day } from '#lib/time/day.ts';
import { newEntry, type Entry, type Stamp } from '#lib/account/model/entry.ts';
import type { Minute } from '#lib/reminders/model/reminder.ts';
import { isMinute } from '#lib/reminders/model/reminderDraft.ts';
import { amendRecord, lineText, longText, newRecord, type Written } from '../../model/written.ts';

/** Time planned together, and afterwards how it was. */
export interface SharedTimeFacts {
  readonly what: string;
  /** Null where no day is set. */
  readonly on: Day | null;
  /** When on that day; null for any time of it. Never set without a day. */
  readonly minute: Minute | null;
  /** Whether it took place; absent while that is open. */
  readonly tookPlace?: boolean;
  /** How it was. */
  readonly memory: string;
  /** Put off: not asked before this day. */
  readonly notBefore?: Day;
}

/** A plan as it is kept, and what became of it. */
export type SharedTime = SharedTimeFacts & Written;

/** Why a plan cannot be kept. */
export type SharedTimeFault = 'no words' | 'no such day' | 'no such time';

/** The hour that stands for a day without a time, once it is over. */
const EVENING: Minute = 19 * 60;

/** The facts as a plain object that holds what is known and nothing else. */
export function plainSharedTime(facts: SharedTimeFacts): SharedTimeFacts {
  const { on, tookPlace, notBefore } = facts;
  const isOpen = tookPlace === undefined;
  return {
    what: lineText(facts.what),
    on,
    minute: on === null ? null : facts.minute,
    memory: longText(facts.memory),
    ...(!isOpen && { tookPlace }),
    ...(isOpen && notBefore && { notBefore })
  };
}

/** Why these facts cannot be kept; undefined where they can. */
export function sharedTimeFault({
  what,
  on,
  minute
}: SharedTimeFacts): SharedTimeFault | undefined {
  if (!lineText(what)) return 'no words';
  if (on !== null && !isDay(on)) return 'no such day';
  return minute === null || isMinute(minute) ? undefined : 'no such time';
}

/** A new plan. */
export function newSharedTime(facts: SharedTimeFacts, stamp: Stamp): SharedTime {
  return newRecord(plainSharedTime(facts), stamp);
}

/** The plan with other facts. */
export function amendSharedTime(
  record: SharedTime,
  facts: SharedTimeFacts,
  now: number
): SharedTime {
  return amendRecord(record, plainSharedTime(facts), now);
}

/** What a form says of a plan; whether it took place is said elsewhere. */
export type PlanWords = Pick<SharedTimeFacts, 'what' | 'on' | 'minute' | 'memory'>;

/** The plan in other words or at another time. On another day it is asked about then. */
export function changeSharedTime(plan: SharedTime, words: PlanWords, now: number): SharedTime {
  const { notBefore, ...rest } = plan;
  const later = words.on === plan.on && notBefore ? { notBefore } : {};
  return amendSharedTime(plan, { ...rest, ...later, ...words }, now);
}

/** Its own words, for the search. */
export function wordsOfSharedTime({ what, memory }: SharedTimeFacts): readonly string[] {
  return [what, memory];
}

/** Whether nobody has said yet what became of it. */
export function isOpen({ tookPlace }: SharedTimeFacts): boolean {
  return tookPlace === undefined;
}

/** Put off until tomorrow. */
export function putOffSharedTime(plan: SharedTime, today: Day, now: number): SharedTime {
  return amendSharedTime(plan, { ...plan, notBefore: addDays(today, 1) }, now);
}

/** On another day instead, and open again. */
export function moveSharedTime(plan: SharedTime, on: Day, now: number): SharedTime {
  const { what, minute, memory } = plan;
  return amendSharedTime(plan, { what, on, minute, memory }, now);
}

/** The plan and, where it took place, its entry: the one is to be written with the other. */
export interface Outcome {
  readonly plan: SharedTime;
  readonly entry?: Entry;
}

/**
 * What became of a plan. One that took place has an entry of its own, under its id and on the day that
 * it was planned for, unless that is still to come. One that was said to have taken place before gets
 * no other: where the person has taken its entry off the log, it stays off.
 */
export function decideSharedTime(
  plan: SharedTime,
  said: Pick<SharedTimeFacts, 'memory'> & { readonly tookPlace: boolean },
  { now, zone }: Pick<Stamp, 'now' | 'zone'>
): Outcome {
  const decided = amendSharedTime(plan, { ...plan, ...said }, now);
  if (!said.tookPlace || plan.tookPlace) return { plan: decided };
  const entry = newEntry({ kind: 'experience', note: plan.what }, { id: plan.id, now, zone });
  return { plan: decided, entry: { ...entry, ...momentOf(plan, now, zone) } };
}

function momentOf({ on, minute }: SharedTimeFacts, now: number, zone: string) {
  const present = momentAt(now, zone);
  if (on === null || on >= present.day) return present;
  const time = Temporal.PlainTime.from('00:00').add({ minutes: minute ?? EVENING });
  return momentFromLocal(`${on}T${time.toString()}`, zone);
}
