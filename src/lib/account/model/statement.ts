import { accountDays, noiseBand, type AccountDay } from './balance.ts';
import { dayFromNumber, dayNumber, type Day } from '#lib/time/day.ts';
import type { Pause } from './awayDays.ts';
import type { Tally } from './tally.ts';
import type { Terms } from './terms.ts';
import { weekFrom, weekOf, type Week, type Weekday } from '#lib/time/week.ts';

/** A week of the account. Exact: opening − faded + deposits − withdrawals = closing. */
export interface Statement {
  readonly week: Week;
  readonly opening: number;
  /** Below zero where a negative balance faded toward zero. */
  readonly faded: number;
  readonly deposits: number;
  /** As a positive number. */
  readonly withdrawals: number;
  readonly closing: number;
  /** Half the width of the noise band at the week's end. */
  readonly band: number;
}

/**
 * The statements of all weeks, oldest first, from the week of the first tally to that of `today`.
 * What is dated later is in none of them. Empty where there are no tallies up to today.
 *
 * @param tallies in the order of their days, one a day
 */
export function statements(
  tallies: readonly Tally[],
  terms: Terms,
  pauses: readonly Pause[],
  firstDay: Weekday,
  today: Day
): Statement[] {
  const first = tallies[0];
  if (!first) return [];
  const start = dayNumber(weekOf(first.day, firstDay).start);
  const weeks: Statement[] = [];
  for (const day of accountDays(tallies, terms, pauses, today)) {
    const index = Math.floor((day.number - start) / 7);
    const before = weeks[index] ?? openWeek(start + 7 * index, weeks.at(-1)?.closing ?? 0);
    weeks[index] = withDay(before, day);
  }
  return weeks;
}

function openWeek(start: number, opening: number): Statement {
  const week = weekFrom(dayFromNumber(start));
  return { week, opening, faded: 0, deposits: 0, withdrawals: 0, closing: opening, band: 0 };
}

function withDay(week: Statement, day: AccountDay): Statement {
  return {
    week: week.week,
    opening: week.opening,
    faded: week.faded + day.faded,
    deposits: week.deposits + day.deposits,
    withdrawals: week.withdrawals + day.withdrawals,
    closing: day.balance,
    band: noiseBand(day)
  };
}

/** A run of weeks without deposits or withdrawals is one statement where it's longer than this. */
const EMPTY_WEEKS = 52;

/**
 * The statements with each long run of empty weeks as one that spans them all. One moment of long ago
 * would otherwise be followed by thousands of rows that say nothing. The newest week stays a week.
 */
export function foldEmpty(statements: readonly Statement[]): Statement[] {
  const folded: Statement[] = [];
  let run: Statement[] = [];
  for (const statement of statements) {
    const isEmpty = statement.deposits === 0 && statement.withdrawals === 0;
    if (isEmpty && statement !== statements.at(-1)) run.push(statement);
    else {
      folded.push(...foldRun(run), statement);
      run = [];
    }
  }
  return folded;
}

function foldRun(run: readonly Statement[]): readonly Statement[] {
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last || run.length <= EMPTY_WEEKS) return run;
  const week = { start: first.week.start, end: last.week.end };
  const faded = run.reduce((sum, one) => sum + one.faded, 0);
  return [{ ...last, week, opening: first.opening, faded }];
}

/** Whether a statement spans more than one week: see {@link foldEmpty}. */
export function isFolded({ week }: Statement): boolean {
  return dayNumber(week.end) - dayNumber(week.start) > 6;
}

/**
 * The statement in whole numbers, for display. Opening and closing are rounded, so that one week's
 * closing is the next one's opening; deposits and withdrawals are whole already; what faded takes
 * up the rest, so that the rounded statement adds up too.
 */
export function roundStatement(statement: Statement): Statement {
  const opening = roundAmount(statement.opening);
  const closing = roundAmount(statement.closing);
  const { deposits, withdrawals } = statement;
  return {
    ...statement,
    opening,
    faded: opening + deposits - withdrawals - closing,
    closing,
    band: roundAmount(statement.band)
  };
}

/** An amount as it is shown: the nearest whole number, halves up, never minus zero. */
export function roundAmount(amount: number): number {
  return Math.floor(amount + 0.5);
}
