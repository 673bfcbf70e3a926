import { localTime } from '#lib/time/day.ts';
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
  const { day, zone, kind, note = '' } = entry;
  const time = localTime(entry).slice('YYYY-MM-DDT'.length);
  const common = { date: day, time, zone, kind, note };
  switch (entry.kind) {
    case 'bid': {
      const { by, response, warm, about = '' } = entry;
      return { ...common, by, response, warm: warm ? 'yes' : '', about };
    }
    case 'act':
      return { ...common, by: entry.by, act: entry.act };
    case 'repair':
      return { ...common, by: entry.by };
    case 'promise':
      return { ...common, by: entry.by, outcome: entry.outcome };
    case 'experience':
      return common;
  }
}

/**
 * What a spreadsheet would take for a formula begins with = + - @ or their full-width forms, or
 * with a tab or a line break before one. An apostrophe in front makes it text. Some spreadsheets
 * also end a cell at a semicolon, whatever its quotes, so what follows one is treated alike.
 */
function harmless(text: string): string {
  return text.replace(/^(?=[\t\r\n])|(?<=^|[;\t\r\n])(?=[=+\-@＝＋－＠])/g, "'");
}

function quote(text: string): string {
  return /[",\r\n\t;']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
