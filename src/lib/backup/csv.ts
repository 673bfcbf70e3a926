import { localTime, usableZone } from '#lib/time/day.ts';
import type { Entry } from '#lib/account/model/entry.ts';

const COLUMNS = [
  'date',
  'time',
  'zone',
  'kind',
  'by',
  'response',
  'warm',
  'about',
  'act',
  'outcome',
  'favorite',
  'hidden',
  'note'
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], string>>;

/** Tells a spreadsheet that the file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * The log as a table for spreadsheets, in the order in which things happened: CSV as RFC 4180 has
 * it, in UTF-8 with a byte order mark. Date and time are those of the place where it was logged.
 */
export function entriesToCsv(entries: readonly Entry[]): string {
  const inOrder = entries.toSorted((a, b) => a.at - b.at);
  const lines = [COLUMNS, ...inOrder.map(cellsOf)].map((cells) => cells.map(quote).join(','));
  return BYTE_ORDER_MARK + lines.map((line) => `${line}\r\n`).join('');
}

function cellsOf(entry: Entry): string[] {
  const row = rowOf(entry);
  return COLUMNS.map((column) => harmless(row[column] ?? ''));
}

function rowOf(entry: Entry): Row {
  const { day, zone, kind, note = '', favorite, hidden } = entry;
  const time = localTime(entry).slice('YYYY-MM-DDT'.length);
  // The zone that the time is told in.
  const place = { date: day, time, zone: usableZone(zone) };
  const common = { ...place, kind, note, favorite: yes(favorite), hidden: yes(hidden) };
  switch (entry.kind) {
    case 'bid': {
      const { by, response, warm, about = '' } = entry;
      return { ...common, by, response, warm: yes(warm), about };
    }
    case 'act':
      return { ...common, by: entry.by, act: entry.act };
    case 'repair':
      return { ...common, by: entry.by ?? '' };
    case 'promise':
      return { ...common, by: entry.by, outcome: entry.outcome };
    case 'experience':
      return common;
  }
}

const yes = (mark: true | undefined) => (mark ? 'yes' : '');

/** Where a spreadsheet may begin a cell: which character separates depends on the country, or on a choice. */
const SEPARATORS = ',;|\\t\\r\\n\\v\\f\\u0085\\u2028\\u2029';

/** Of a formula's first character, behind quotes, blanks and what can't be seen: where it begins. */
const FORMULA = new RegExp(`(?=[=+\\-@＝＋－＠])(?<=(?:^|[${SEPARATORS}])["\\s\\p{C}]*)`, 'gu');

/**
 * What a spreadsheet would take for a formula begins with = + - @ or their full-width forms, or
 * with a tab or a line break before one. An apostrophe in front makes it text. A spreadsheet that
 * expects another separator ends cells in the middle of what was written, whatever its quotes, so
 * what follows any separator is treated alike.
 */
function harmless(text: string): string {
  return text.replace(/^(?=[\t\r\n])/, "'").replace(FORMULA, "'");
}

const TO_QUOTE = new RegExp(`["'${SEPARATORS}]`);

function quote(text: string): string {
  return TO_QUOTE.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
