import { m } from '#i18n/paraglide/messages.js';
import type { BidResponse } from '../model/entry.ts';
import { roundStatement, type Statement } from '../model/statement.ts';
import { ENOUGH, type Evidence } from '../model/trend.ts';
import type { Day } from '#lib/time/day.ts';
import { formatAmount, formatSigned, formatWeek } from '#lib/ui/format.ts';

/** What the balance page comes to, in words: where the account stands, and what this week held. */
export function takeawayWords(
  statement: Statement,
  responses: Readonly<Record<BidResponse, number>>,
  { isEnough }: Evidence
): string {
  const { opening, closing } = roundStatement(statement);
  const week = m.takeaway_week({
    toward: formatAmount(responses.toward),
    away: formatAmount(responses.away),
    against: formatAmount(responses.against)
  });
  return `${isEnough ? movedWords(opening, closing) : m.takeaway_balance({ balance: formatAmount(closing) })} ${week}`;
}

function movedWords(opening: number, closing: number): string {
  const words = {
    balance: formatAmount(closing),
    change: formatAmount(Math.abs(closing - opening))
  };
  if (closing === opening) return m.takeaway_same(words);
  return closing > opening ? m.takeaway_up(words) : m.takeaway_down(words);
}

/** How far the log is from saying anything of a trend. */
export function notEnoughWords({ entries, days }: Evidence): string {
  return m.takeaway_early({
    entries: formatAmount(Math.min(entries, ENOUGH.entries)),
    ofEntries: formatAmount(ENOUGH.entries),
    days: formatAmount(Math.min(days, ENOUGH.days)),
    ofDays: formatAmount(ENOUGH.days)
  });
}

/** A statement in the signs that it is shown with. Each text adds up with the others. */
export function statementAmounts(statement: Statement) {
  const { opening, faded, deposits, withdrawals, closing } = roundStatement(statement);
  return {
    opening: formatAmount(opening),
    faded: formatSigned(-faded),
    deposits: formatSigned(deposits),
    withdrawals: formatSigned(-withdrawals),
    closing: formatAmount(closing)
  };
}

/** A whole statement to be read out: 'Week of 16 – 22 Nov: opening 37, faded −6, …'. */
export function statementWords(statement: Statement, today: Day): string {
  return m.statement_words({
    week: formatWeek(statement.week, today),
    ...statementAmounts(statement)
  });
}
