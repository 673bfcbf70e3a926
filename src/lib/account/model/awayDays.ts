import { dayNumber, type Day } from '#lib/time/day.ts';

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

/** Tells of a day, by its number, whether it is paused. Pauses may overlap and come in any order. */
export function pausedDays(pauses: readonly Pause[]): (dayNumber: number) => boolean {
  const spans = pauses.map(({ from, to }) => ({
    from: dayNumber(from),
    to: to === null ? Infinity : dayNumber(to)
  }));
  return (number) => spans.some(({ from, to }) => from <= number && number <= to);
}
