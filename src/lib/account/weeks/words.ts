import { m } from '#i18n/paraglide/messages.js';
import { countPaused, type Pause } from '../model/awayDays.ts';
import type { BidResponse } from '../model/entry.ts';
import { isFolded, roundStatement, type Statement } from '../model/statement.ts';
import { ENOUGH, type Evidence } from '../model/trend.ts';
import type { Day } from '#lib/time/day.ts';
import { formatAmount, formatSigned, formatSpan, formatWeek } from '#lib/ui/format.ts';
import { sentences } from '#lib/ui/sentences.ts';

/** What the balance page comes to, in words: what this week held. The balance is said beside it. */
export function takeawayWords(
  moments: { good: number; hard: number },
  { toward, away, against }: Readonly<Record<BidResponse, number>>
): string {
  if (moments.good + moments.hard === 0) return m.takeaway_quiet();
  if (toward === 0) return noticedWords(moments);
  const words = { toward, away, against };
  if (away === 0)
    return against > 0 ? m.takeaway_week_met_snapped(words) : m.takeaway_week_met(words);
  return against > 0 ? m.takeaway_week_snapped(words) : m.takeaway_week(words);
}

/** What was noticed. Where nothing good was, that is met with kindness, not with a sum. */
export function noticedWords({ good, hard }: { good: number; hard: number }): string {
  if (good > 0) return m.noticed({ count: good, shown: formatAmount(good) });
  return hard > 0 ? m.noticed_hard() : m.noticed_none();
}

/** What makes the number, in three lines: where the week began, what came, what faded and why. */
export function whyWords(
  statement: Statement,
  moments: { good: number; hard: number },
  isFirst: boolean
): string[] {
  const { opening, deposits, withdrawals, faded, closing } = statement;
  const came = {
    good: moments.good,
    deposits: formatSigned(deposits),
    hard: moments.hard,
    withdrawals: formatSigned(-withdrawals)
  };
  const { good, hard } = moments;
  return [
    isFirst
      ? m.why_began_first({ closing: formatAmount(closing) })
      : m.why_began({ opening: formatAmount(opening), closing: formatAmount(closing) }),
    good + hard === 0
      ? m.why_came_nothing()
      : hard === 0
        ? m.why_came_good(came)
        : good === 0
          ? m.why_came_hard(came)
          : m.why_came(came),
    fadedWords(faded)
  ];
}

function fadedWords(faded: number): string {
  const words = { faded: formatAmount(Math.abs(faded)) };
  if (faded === 0) return m.why_faded_nothing();
  return faded > 0 ? m.why_faded(words) : m.why_faded_below(words);
}

/** How far the log is from saying anything of a trend. */
export function notEnoughWords({ entries, days }: Evidence): string {
  return m.takeaway_early({
    entries: Math.min(entries, ENOUGH.entries),
    ofEntries: ENOUGH.entries,
    days: Math.min(days, ENOUGH.days),
    ofDays: ENOUGH.days
  });
}

/** A statement in the signs that it is shown with. Each text adds up with the others. */
export function statementAmounts(statement: Statement) {
  const { opening, faded, deposits, withdrawals, closing, band } = roundStatement(statement);
  return {
    opening: formatAmount(opening),
    faded: formatSigned(-faded),
    deposits: formatSigned(deposits),
    withdrawals: formatSigned(-withdrawals),
    closing: formatAmount(closing),
    band: `±${formatAmount(band)}`
  };
}

/** What a statement is of: 'Week of 16 – 22 Nov', or a long span without entries. */
export function headingWords(statement: Statement, today: Day): string {
  const { week } = statement;
  return isFolded(statement)
    ? m.statement_empty({ span: formatSpan(week.start, week.end) })
    : m.week_heading({ week: formatWeek(week, today) });
}

/** A whole statement to be read out: 'Week of 16 – 22 Nov: started at 37, faded −6, …'. */
export function statementWords(statement: Statement, today: Day): string {
  const words = { week: formatWeek(statement.week, today), ...statementAmounts(statement) };
  return statement.week.end < today ? m.statement_words(words) : m.statement_words_now(words);
}

/** All that the chart shows of a statement, to be read out: its band and its paused days too. */
export function chartWords(statement: Statement, pauses: readonly Pause[], today: Day): string {
  const words = isFolded(statement)
    ? headingWords(statement, today)
    : statementWords(statement, today);
  const { band } = statementAmounts(statement);
  return sentences(words, m.statement_band({ band }), pausedWords(statement, pauses, today));
}

/** How many days of a statement are paused, up to today; empty where none is. */
export function pausedWords(
  { week: { start, end } }: Statement,
  pauses: readonly Pause[],
  today: Day
): string {
  const count = countPaused({ start, end: end < today ? end : today }, pauses);
  return count > 0 ? m.week_paused({ count, shown: formatAmount(count) }) : '';
}
