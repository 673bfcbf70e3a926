import { addDays, type Day } from '#lib/time/day.ts';
import type { Statement } from '#lib/account/model/statement.ts';

/** A statement of the week that begins on `start`, which fades nothing. */
export function statementOf(
  start: Day,
  opening: number,
  deposits: number,
  withdrawals: number
): Statement {
  return {
    week: { start, end: addDays(start, 6) },
    opening,
    faded: 0,
    deposits,
    withdrawals,
    closing: opening + deposits - withdrawals,
    band: 2
  };
}
