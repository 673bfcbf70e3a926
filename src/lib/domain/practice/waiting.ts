import type { Day } from '../day.ts';
import type { Due } from '../due.ts';
import type { Fear } from './fear.ts';
import type { PromiseMade } from './promise.ts';
import type { SharedTime } from './sharedTime.ts';
import { isStale, ringsAtEnd, type Timer } from './timer.ts';

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

/** Something that is asked about on a day. */
interface Dated {
  readonly on: Day;
  readonly waiting: Waiting;
}

/**
 * What waits, the most due first. Somebody waits at the end of a break, so that comes before all. A
 * prompt passes within a day, so it is the next. The rest keeps: what has waited longest comes first,
 * and of one day a check-in, then promises, then plans, then fears.
 */
export function waiting(watched: Watched, now: number, today: Day): Waiting[] {
  const { timer, prompt, checkIn, promises, plans, fears } = watched;
  const dated: Dated[] = [
    ...(checkIn ? [{ on: checkIn, waiting: { what: 'check-in', on: checkIn } as const }] : []),
    ...promises.flatMap((promise) =>
      asked(promise.outcome === undefined, promise.due, promise, { what: 'promise', promise })
    ),
    ...plans.flatMap((plan) =>
      asked(plan.tookPlace === undefined, plan.on, plan, { what: 'together', plan })
    ),
    ...fears.flatMap((fear) =>
      asked(fear.outcome === undefined, fear.by, fear, { what: 'fear', fear })
    )
  ];
  const due = dated.filter(({ on }) => on <= today);
  return [
    ...(timer && ringsAtEnd(timer) && !isStale(timer, now)
      ? [{ what: 'timer', timer } as const]
      : []),
    ...(prompt ? [{ what: 'prompt', due: prompt } as const] : []),
    // A stable sort: of one day the order above stays.
    ...due.toSorted((one, other) => compare(one.on, other.on)).map(({ waiting }) => waiting)
  ];
}

/** Asked on its day or, where it was put off, on the day it was put off to. */
function asked(
  isOpen: boolean,
  day: Day | null,
  { notBefore }: { readonly notBefore?: Day },
  waiting: Waiting
): Dated[] {
  if (!isOpen || day === null) return [];
  return [{ on: notBefore && notBefore > day ? notBefore : day, waiting }];
}

function compare(one: Day, other: Day): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** What tells one thing that waits from another. */
export function waitingKey(one: Waiting): string {
  switch (one.what) {
    case 'timer':
      return `timer ${one.timer.startedAt}`;
    case 'prompt':
      return `prompt ${one.due.slot.reminderId} ${one.due.slot.day} ${one.due.slot.minute}`;
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
