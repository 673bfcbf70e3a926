import { dayNumber, type Day } from './day.ts';

/** Days on which nothing fades (apart, ill, on a trip). Both ends are included; null is still going on. */
export interface Pause {
  readonly from: Day;
  readonly to: Day | null;
}

/** The most pauses that are kept. */
export const PAUSES_MAX = 1000;

/** Whether a pause ends no earlier than it begins. */
export function isPause({ from, to }: Pause): boolean {
  return to === null || to >= from;
}

/**
 * Tells of ever later days, by number, whether they are paused. Pauses may overlap and come in
 * any order. Made for one walk through time: an earlier day asked after a later one is not answered.
 */
export function pausedDays(pauses: readonly Pause[]): (dayNumber: number) => boolean {
  const spans = pauses
    .map(({ from, to }) => ({ from: dayNumber(from), to: to === null ? Infinity : dayNumber(to) }))
    .sort((a, b) => a.from - b.from);
  let next = 0;
  let until = -Infinity;
  return (day) => {
    for (let span = spans[next]; span && span.from <= day; span = spans[++next]) {
      until = Math.max(until, span.to);
    }
    return day <= until;
  };
}
