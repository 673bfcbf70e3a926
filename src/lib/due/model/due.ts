import { compareDays, momentAt, type Day } from '#lib/time/day.ts';
import type { Due as DuePrompt } from '#lib/reminders/model/due.ts';
import { slotKey } from '#lib/reminders/model/reminder.ts';
import {
  fearDueOn,
  isDueOn,
  isPromiseDue,
  promiseDueOn,
  requestDueOn,
  sharedTimeDueOn
} from './dueOn.ts';
import type { GentleRequest } from '#lib/practices/gently/record.ts';
import type { Fear } from '#lib/practices/fear/record.ts';
import type { PromiseMade } from '#lib/practices/promise/record.ts';
import type { SharedTime } from '#lib/practices/together/record.ts';
import type { PauseMade } from '#lib/practices/pause/record.ts';
import { hasEnded, isStale, ringsAtEnd, type Timer } from '#lib/practices/pause/model/timer.ts';

/** One thing that asks for an answer. */
export type Due =
  | { readonly what: 'timer'; readonly timer: Timer }
  | { readonly what: 'prompt'; readonly due: DuePrompt }
  | { readonly what: 'pause'; readonly pause: PauseMade }
  | { readonly what: 'check-in'; readonly on: Day }
  | { readonly what: 'promise'; readonly promise: PromiseMade }
  | { readonly what: 'together'; readonly plan: SharedTime }
  | { readonly what: 'fear'; readonly fear: Fear }
  | { readonly what: 'request'; readonly request: GentleRequest };

/** Everything that can be due. */
export interface DueSources {
  /** The timer of a pause that runs or has ended. */
  readonly timer: Timer | null;
  /** The prompt that is due. */
  readonly prompt: DuePrompt | undefined;
  /** The day whose check-in is due. */
  readonly checkIn: Day | undefined;
  readonly pauses: readonly PauseMade[];
  readonly promises: readonly PromiseMade[];
  readonly plans: readonly SharedTime[];
  readonly fears: readonly Fear[];
  readonly requests: readonly GentleRequest[];
}

/**
 * Lists what is due, the most urgent first. At the end of a break somebody is waiting, so the timer
 * comes before everything else. A prompt passes within a day, so it comes next, then what was put
 * off at night until the morning. The rest is sorted by
 * the day it became due, and within a day: check-in, promises, plans, fears, requests.
 *
 * @param now milliseconds since the epoch
 */
export function allDue(sources: DueSources, now: number, zone: string): Due[] {
  const { timer, prompt, checkIn, pauses, promises, plans, fears, requests } = sources;
  const today = momentAt(now, zone).day;
  const dated = [
    ...(checkIn ? [{ on: checkIn, item: { what: 'check-in', on: checkIn } as const }] : []),
    ...promises
      .filter((promise) => isPromiseDue(promise, now, zone))
      .map((promise) => ({
        on: promiseDueOn(promise),
        item: { what: 'promise', promise } as const
      })),
    ...plans.map((plan) => ({
      on: sharedTimeDueOn(plan),
      item: { what: 'together', plan } as const
    })),
    ...fears.map((fear) => ({ on: fearDueOn(fear), item: { what: 'fear', fear } as const })),
    ...requests.map((request) => ({
      on: requestDueOn(request, today),
      item: { what: 'request', request } as const
    }))
  ];
  return [
    ...(timer && ringsAtEnd(timer) && !isStale(timer, now)
      ? [{ what: 'timer', timer } as const]
      : []),
    ...(prompt ? [{ what: 'prompt', due: prompt } as const] : []),
    ...pauses
      .filter(({ lookAt }) => lookAt !== undefined && lookAt <= now)
      .map((pause) => ({ what: 'pause', pause }) as const),
    // The sort is stable: within a day the order above stays.
    ...dated
      .filter(({ on }) => isDueOn(on, today))
      .sort((one, other) => compareDays(one.on ?? '', other.on ?? ''))
      .map(({ item }) => item)
  ];
}

/** Whether a thing asks for its answer now. A timer that still runs only shows the time left. */
export function isDueNow(one: Due, now: number): boolean {
  return one.what !== 'timer' || hasEnded(one.timer, now);
}

/** Identifies a due thing among the others. */
export function dueKey(one: Due): string {
  switch (one.what) {
    case 'timer':
      return `timer ${one.timer.startedAt}`;
    case 'prompt':
      return `prompt ${slotKey(one.due.slot)}`;
    case 'check-in':
      return `check-in ${one.on}`;
    case 'pause':
      return one.pause.id;
    case 'promise':
      return one.promise.id;
    case 'together':
      return one.plan.id;
    case 'fear':
      return one.fear.id;
    case 'request':
      return one.request.id;
  }
}
