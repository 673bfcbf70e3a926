import { compareDays, type Day } from '#lib/time/day.ts';
import type { Due } from '#lib/reminders/model/due.ts';
import { slotKey } from '#lib/reminders/model/reminder.ts';
import { fearAskedOn, isAsked, promiseAskedOn, sharedTimeAskedOn } from './askedOn.ts';
import type { Fear } from '../../fear/model/fear.ts';
import type { PromiseMade } from '../../promise/model/promise.ts';
import type { SharedTime } from '../../together/model/sharedTime.ts';
import { hasEnded, isStale, ringsAtEnd, type Timer } from '../../pause/model/timer.ts';

/*
 * All that waits for the person, in one list. The log shows its first, and no more than that; the
 * practices show all of it.
 */

/** One thing that waits for an answer. */
export type Waiting =
  | { readonly what: 'timer'; readonly timer: Timer }
  | { readonly what: 'prompt'; readonly due: Due }
  | { readonly what: 'check-in'; readonly on: Day }
  | { readonly what: 'promise'; readonly promise: PromiseMade }
  | { readonly what: 'together'; readonly plan: SharedTime }
  | { readonly what: 'fear'; readonly fear: Fear };

/** What is looked at. */
export interface Watched {
  /** What runs by the clock in a pause. */
  readonly timer: Timer | null;
  /** The prompt that is due. */
  readonly prompt: Due | undefined;
  /** The day whose check-in is due. */
  readonly checkIn: Day | undefined;
  readonly promises: readonly PromiseMade[];
  readonly plans: readonly SharedTime[];
  readonly fears: readonly Fear[];
}

/**
 * What waits, the most due first. Somebody waits at the end of a break, so that comes before all. A
 * prompt passes within a day, so it is the next. The rest keeps: what has waited longest comes first,
 * and of one day a check-in, then promises, then plans, then fears.
 */
export function waiting(watched: Watched, now: number, today: Day): Waiting[] {
  const { timer, prompt, checkIn, promises, plans, fears } = watched;
  const asked = [
    ...(checkIn ? [{ on: checkIn, waiting: { what: 'check-in', on: checkIn } as const }] : []),
    ...promises.map((promise) => ({
      on: promiseAskedOn(promise),
      waiting: { what: 'promise', promise } as const
    })),
    ...plans.map((plan) => ({
      on: sharedTimeAskedOn(plan),
      waiting: { what: 'together', plan } as const
    })),
    ...fears.map((fear) => ({ on: fearAskedOn(fear), waiting: { what: 'fear', fear } as const }))
  ];
  return [
    ...(timer && ringsAtEnd(timer) && !isStale(timer, now)
      ? [{ what: 'timer', timer } as const]
      : []),
    ...(prompt ? [{ what: 'prompt', due: prompt } as const] : []),
    // A stable sort: of one day the order above stays.
    ...asked
      .filter(({ on }) => isAsked(on, today))
      .sort((one, other) => compareDays(one.on ?? '', other.on ?? ''))
      .map(({ waiting }) => waiting)
  ];
}

/** Whether it asks for something by now. A timer that still runs only shows what is left. */
export function isDueNow(one: Waiting, now: number): boolean {
  return one.what !== 'timer' || hasEnded(one.timer, now);
}

/** What tells one thing that waits from another. */
export function waitingKey(one: Waiting): string {
  switch (one.what) {
    case 'timer':
      return `timer ${one.timer.startedAt}`;
    case 'prompt':
      return `prompt ${slotKey(one.due.slot)}`;
    case 'check-in':
      return `check-in ${one.on}`;
    case 'promise':
      return one.promise.id;
    case 'together':
      return one.plan.id;
    case 'fear':
      return one.fear.id;
  }
}
