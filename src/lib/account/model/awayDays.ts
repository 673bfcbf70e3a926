import { essential, list, nullable, day } from '#lib/record/field.ts';
import { setting } from '#lib/record/setting.ts';
import { nested, shape, type Shape } from '#lib/record/shape.ts';
import { dayNumber } from '#lib/time/day.ts';
import type { Week } from '#lib/time/week.ts';

// Of a pause whose end can't be read nobody knows whether it is over.
const PAUSE = shape({ from: essential(day()), to: essential(nullable(day())) });

/** Days on which nothing fades (apart, ill, on a trip). Both ends are included; null is still going on. */
export type Pause = typeof PAUSE extends Shape<infer T> ? T : never;

/** Whether a pause ends no earlier than it begins. */
export function isPause({ from, to }: Pause): boolean {
  return to === null || to >= from;
}

/** The most spans of days that an account holds. */
export const PAUSES_MAX = 1000;

/** The pauses of the account. */
export const pausesSetting = setting(
  'pauses',
  list(nested(PAUSE, { holds: isPause, rule: 'pause-end', at: '.to' }), {
    max: PAUSES_MAX,
    tooLong: 'pauses-max',
    isEmpty: (pause) => !isPause(pause)
  })
);

/** Tells of a day, by its number, whether it is paused. Pauses may overlap and come in any order. */
export function pausedDays(pauses: readonly Pause[]): (dayNumber: number) => boolean {
  const spans = pauses.map(({ from, to }) => ({
    from: dayNumber(from),
    to: to === null ? Infinity : dayNumber(to)
  }));
  return (number) => spans.some(({ from, to }) => from <= number && number <= to);
}

/** How many days of a span are paused. */
export function countPaused({ start, end }: Week, pauses: readonly Pause[]): number {
  const isPaused = pausedDays(pauses);
  let count = 0;
  for (let day = dayNumber(start); day <= dayNumber(end); day++) count += Number(isPaused(day));
  return count;
}
