import { addDays, type Day } from '#lib/time/day.ts';
import { statements, type Statement } from '../model/statement.ts';
import type { Tally } from '../model/tally.ts';
import { DEFAULT_TERMS } from '../model/terms.ts';

/** A Monday long past, so that no week of the example is taken for one of the reader's. */
const START: Day = '2024-01-01';

/** Made up: how often, week by week, a bid was met, missed and rejected. */
const WEEKS = [
  [7, 1, 0],
  [9, 2, 0],
  [8, 1, 0],
  [10, 2, 0],
  [6, 3, 1],
  [5, 4, 0],
  [4, 2, 1],
  [8, 2, 0],
  [11, 1, 0],
  [12, 2, 0],
  [10, 1, 0],
  [13, 1, 0]
] as const;

/** The statements of an account that never was, to show what a balance looks like. */
export function exampleStatements(): Statement[] {
  const tallies = WEEKS.map(([toward, away, against], index): Tally => ({
    day: addDays(START, 7 * index + 3),
    counts: {
      'bid:partner:toward': toward,
      'bid:me:away': away,
      ...(against && { 'bid:me:against': against })
    }
  }));
  return statements(tallies, DEFAULT_TERMS, [], 1, addDays(START, 7 * WEEKS.length - 1));
}
