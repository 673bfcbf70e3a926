import type { Day } from '#lib/time/day.ts';
import { monthOf } from '#lib/time/month.ts';
import type { Goal, Win } from '../record.ts';

/** Something that somebody did for themselves. */
interface Won {
  readonly id: string;
  readonly day: Day;
  readonly text: string;
}

/** A month of what was won. */
interface MonthWon {
  /** Its first day. */
  readonly month: Day;
  /** The newest first. */
  readonly won: readonly Won[];
}

/**
 * Groups wins, and goals and plans that are done, by months: the newest first.
 *
 * @param wins the oldest first, as are the goals
 */
export function wonByMonth(wins: readonly Win[], goals: readonly Goal[]): MonthWon[] {
  const done = goals.filter(({ isDone }) => isDone);
  const all = [...wins, ...done.map((goal) => ({ ...goal, day: goal.doneOn ?? goal.day }))]
    .toReversed()
    .map(({ id, day, text }) => ({ id, day, text }))
    .sort((one, other) => (one.day < other.day ? 1 : one.day > other.day ? -1 : 0));
  const months = [...new Set(all.map(({ day }) => monthOf(day)))];
  return months.map((month) => ({ month, won: all.filter(({ day }) => monthOf(day) === month) }));
}
