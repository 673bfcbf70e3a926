import { m } from '#i18n/paraglide/messages.js';
import { getLocale, getTextDirection } from '#i18n/paraglide/runtime.js';
import type { ArchiveBlock, ArchivePage, ArchiveSection } from '../archive.ts';
import type { Account } from '../model/account.ts';
import { chosenOf, type ArchiveChoice } from '../model/archiveChoice.ts';
import type { Day } from '#lib/time/day.ts';
import type { Entry } from '#lib/account/model/entry.ts';
import { wordsOfCheckIn } from '#lib/practices/checkIn/model/checkIn.ts';
import { wordsOfDisclosure } from '#lib/practices/openness/model/disclosure.ts';
import { wordsOfFear } from '#lib/practices/fear/model/fear.ts';
import { wordsOfGoal, wordsOfSentence, wordsOfWin } from '#lib/practices/ground/model/ground.ts';
import { wordsOfGrounding } from '#lib/practices/pause/model/grounding.ts';
import {
  PRACTICE_TABLES,
  type PracticeRows,
  type PracticeTable
} from '#lib/practices/model/practices.ts';
import { wordsOfPromise } from '#lib/practices/promise/model/promise.ts';
import { wordsOfQuestions } from '#lib/practices/questions/model/questions.ts';
import { wordsOfRequest } from '#lib/practices/gently/model/request.ts';
import { wordsOfSharedTime } from '#lib/practices/together/model/sharedTime.ts';
import { wordsOfThought } from '#lib/practices/thought/model/thought.ts';
import type { Statement } from '#lib/account/model/statement.ts';
import { statementAmounts } from '#lib/account/weeks/words.ts';
import { formatDate, formatSpan, formatTime } from '#lib/ui/format.ts';
import { entryWords } from '#lib/account/words.ts';

/** What each list of the practices is called. */
export const PRACTICE_NAMES: Record<PracticeTable, () => string> = {
  groundings: m.practice_pause,
  questions: m.practice_questions,
  thoughts: m.practice_thought,
  fears: m.practice_fear,
  requests: m.practice_gently,
  promises: m.practice_promises,
  disclosures: m.practice_openness,
  sharedTimes: m.practice_together,
  checkIns: m.practice_check_in,
  goals: m.archive_goals,
  wins: m.archive_wins,
  sentences: m.archive_sentences
};

const WORDS: { [T in PracticeTable]: (row: PracticeRows[T]) => readonly string[] } = {
  groundings: wordsOfGrounding,
  questions: wordsOfQuestions,
  thoughts: wordsOfThought,
  fears: wordsOfFear,
  requests: wordsOfRequest,
  promises: wordsOfPromise,
  disclosures: wordsOfDisclosure,
  sharedTimes: wordsOfSharedTime,
  checkIns: wordsOfCheckIn,
  goals: wordsOfGoal,
  wins: wordsOfWin,
  sentences: wordsOfSentence
};

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
      ...(statement ? [weeksSection(shown, choice.withdrawals)] : []),
      ...(log ? [logSection(entries)] : []),
      ...PRACTICE_TABLES.filter((table) => choice.practices.includes(table)).map((table) =>
        practiceSection(table, practices[table])
      )
    ]
  };
}

function weeksSection(weeks: readonly Statement[], isWhole: boolean): ArchiveSection {
  const others = [
    m.table_opening_short(),
    m.table_faded(),
    m.table_deposits_short(),
    m.table_withdrawals_short(),
    m.table_closing_short()
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
  const days = Map.groupBy(entries, ({ day }) => day);
  const blocks = [...days].map(([day, those]) => ({
    kind: 'list' as const,
    heading: formatDate(day),
    items: those.map(lineOf)
  }));
  return section(m.nav_log(), blocks);
}

function lineOf(entry: Entry): string {
  const words = `${formatTime(entry.at, entry.zone)}  ${entryWords(entry)}`;
  return entry.note ? `${words}\n${entry.note}` : words;
}

function practiceSection<T extends PracticeTable>(
  table: T,
  rows: readonly PracticeRows[T][]
): ArchiveSection {
  const blocks = rows.map((row) => ({
    kind: 'list' as const,
    heading: formatDate(row.day),
    items: WORDS[table](row).filter(Boolean)
  }));
  return section(PRACTICE_NAMES[table](), blocks);
}

function section(heading: string, blocks: readonly ArchiveBlock[]): ArchiveSection {
  return {
    heading,
    blocks: blocks.length > 0 ? blocks : [{ kind: 'text', text: m.archive_empty() }]
  };
}
