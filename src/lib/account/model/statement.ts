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
