import {
  addDays,
  compareDays,
  momentAt,
  momentFromLocal,
  type Day,
  type Stamp
} from '#lib/time/day.ts';
import { newEntry, type Entry } from '#lib/account/model/entry.ts';
import type { Minute } from '#lib/reminders/model/reminder.ts';
import { sharedTimeRecord, type SharedTime, type SharedTimeFacts } from '../record.ts';

/** The hour that stands for a day without a time, once it is over. */
const EVENING: Minute = 19 * 60;

/** What a form says of a plan; whether it took place is said elsewhere. */
export type PlanWords = Pick<SharedTimeFacts, 'what' | 'on' | 'minute' | 'memory'>;

/** The plan in other words or at another time. On another day it is asked about then. */
export function changeSharedTime(plan: SharedTime, words: PlanWords, now: number): SharedTime {
  const notBefore = words.on === plan.on ? plan.notBefore : undefined;
  return sharedTimeRecord.amend(plan, { ...words, notBefore }, now);
}

/** Whether nobody has said yet what became of it. */
export function isOpen({ tookPlace }: SharedTimeFacts): boolean {
  return tookPlace === undefined;
}

/** The plans that are still open: the soonest first, those without a day at the end. */
export function openPlans<Plan extends SharedTime>(plans: readonly Plan[]): Plan[] {
  const end = '9999';
  return plans.filter(isOpen).sort((one, other) => compareDays(one.on ?? end, other.on ?? end));
}

/** Put off until tomorrow. */
export function putOffSharedTime(plan: SharedTime, today: Day, now: number): SharedTime {
  return sharedTimeRecord.amend(plan, { notBefore: addDays(today, 1) }, now);
}

/** On another day instead, and open again. */
export function moveSharedTime(plan: SharedTime, on: Day, now: number): SharedTime {
  return sharedTimeRecord.amend(plan, { on, tookPlace: undefined, notBefore: undefined }, now);
}

/** The plan and, where it took place, its entry: the one is to be written with the other. */
interface Outcome {
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
  const decided = sharedTimeRecord.amend(plan, said, now);
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
