import { m } from '#i18n/paraglide/messages.js';
import { getLocale, getTextDirection } from '#i18n/paraglide/runtime.js';
import type { ArchiveBlock, ArchivePage, ArchiveSection } from '../archive.ts';
import type { Account } from '../model/account.ts';
import { chosenOf, type ArchiveChoice } from '../model/archiveChoice.ts';
import type { Day } from '#lib/time/day.ts';
import { byDay, type Entry } from '#lib/account/model/entry.ts';
import { foldEmpty, type Statement } from '#lib/account/model/statement.ts';
import { statementAmounts } from '#lib/account/weeks/words.ts';
import { formatDate, formatSpan, formatTime } from '#lib/ui/format.ts';
import { entryWords } from '#lib/account/words.ts';
import { LIST_NAMES } from '#lib/practices/names.ts';
import {
  practiceOf,
  practiceTables,
  type PracticeRows,
  type PracticeTable
} from '#lib/practices/registry.ts';

/** The page that was chosen, in words. */
export function archivePage(
  account: Account,
  weeks: readonly Statement[],
  choice: ArchiveChoice,
  today: Day
): ArchivePage {
  const { from, to, statement, log } = choice;
  const { entries, practices } = chosenOf(account, choice);
  const shown = weeks.filter(({ week }) => week.end >= from && week.start <= to);
  const left = choice.withdrawals ? [] : [m.archive_partial()];
  return {
    lang: getLocale(),
    dir: getTextDirection(),
    title: m.archive_heading(),
    lines: [formatSpan(from, to), m.archive_made({ date: formatDate(today) }), ...left],
    sections: [
      ...(statement ? [weeksSection(foldEmpty(shown), choice.withdrawals)] : []),
      ...(log ? [logSection(entries)] : []),
      ...practiceTables()
        .filter((table) => choice.practices.includes(table))
        .map((table) => practiceSection(table, practices[table]))
    ]
  };
}

function weeksSection(weeks: readonly Statement[], isWhole: boolean): ArchiveSection {
  const others = [
    m.table_opening(),
    m.table_faded(),
    m.chart_deposits(),
    m.chart_withdrawals(),
    m.table_closing()
  ];
  const columns = [m.table_week(), ...(isWhole ? others : [m.chart_deposits()])];
  const rows = weeks.map((one) => {
    const { opening, faded, deposits, withdrawals, closing } = statementAmounts(one);
    const amounts = isWhole ? [opening, faded, deposits, withdrawals, closing] : [deposits];
    return [formatSpan(one.week.start, one.week.end), ...amounts];
  });
  return section(m.archive_weeks(), rows.length > 0 ? [{ kind: 'table', columns, rows }] : []);
}

function logSection(entries: readonly Entry[]): ArchiveSection {
  const days = byDay(entries);
  const blocks = [...days].map(([day, those]) => ({
    kind: 'list' as const,
    heading: formatDate(day),
    items: those.map(lineOf)
  }));
  return section(m.nav_history(), blocks);
}

function lineOf(entry: Entry): string {
  const words = `${formatTime(entry.at, entry.zone)}  ${entryWords(entry)}`;
  // Hidden only says what doesn't come back by itself: on paper nothing does.
  const marked = entry.favorite ? `${words} · ${m.moments_favorite()}` : words;
  return entry.note ? `${marked}\n${entry.note}` : marked;
}

function practiceSection<T extends PracticeTable>(
  table: T,
  rows: readonly PracticeRows[T][]
): ArchiveSection {
  const { words } = practiceOf(table);
  const blocks = rows.map((row) => ({
    kind: 'list' as const,
    heading: formatDate(row.day),
    items: words(row)
  }));
  return section(LIST_NAMES[table](), blocks);
}

function section(heading: string, blocks: readonly ArchiveBlock[]): ArchiveSection {
  return {
    heading,
    blocks: blocks.length > 0 ? blocks : [{ kind: 'text', text: m.archive_empty() }]
  };
}
