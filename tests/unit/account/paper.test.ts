import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { accountDays, keepPerDay, noiseBand, stepDay } from '#lib/account/model/balance.ts';
import {
  addDays,
  compareDays,
  dayFromNumber,
  localTime,
  momentAt,
  type Moment
} from '#lib/time/day.ts';
import { newEntry, type Facts } from '#lib/account/model/entry.ts';
import type { Pause } from '#lib/account/model/awayDays.ts';
import { shareBehind, wilson } from '#lib/account/model/rate.ts';
import { roundStatement, statements } from '#lib/account/model/statement.ts';
import { countEntries, talliesUntil, tallyLog, type Tally } from '#lib/account/model/tally.ts';
import {
  chanceAmong,
  chanceOf,
  isNamedMost,
  levelAmong,
  standsOut
} from '#lib/account/model/standsOut.ts';
import {
  breakEvenShare,
  DEFAULT_TERMS,
  EARLIER_TERMS,
  type TermName,
  type Terms
} from '#lib/account/model/terms.ts';
import { evidence } from '#lib/account/model/trend.ts';
import { countGoodOf, monthGrid } from '#lib/moments/model/calendar.ts';
import { spansBack } from '#lib/moments/model/lookBack.ts';
import { weekFrom, weekOf, type Weekday } from '#lib/time/week.ts';
import { standingOf } from './standing.ts';

/*
 * Every table of docs/balance.md, row by row. A table is known by the names of its columns; its
 * numbers are held to as many places as the paper prints.
 */

type Row = Readonly<Record<string, string>>;

const UNREAD = readTables('docs/balance.md');

const FACTS: Readonly<Record<TermName, Facts>> = {
  toward: { kind: 'bid', by: 'partner', response: 'toward' },
  warm: { kind: 'bid', by: 'me', response: 'toward', warm: true },
  away: { kind: 'bid', by: 'partner', response: 'away' },
  against: { kind: 'bid', by: 'me', response: 'against' },
  act: { kind: 'act', by: 'partner', act: 'helped' },
  repair: { kind: 'repair', by: 'me' },
  kept: { kind: 'promise', by: 'me', outcome: 'kept' },
  broken: { kind: 'promise', by: 'me', outcome: 'broken' },
  experience: { kind: 'experience' }
};

/** The rows of the table with these columns. */
function table(columns: string): Row[] {
  const rows = UNREAD.get(columns);
  UNREAD.delete(columns);
  if (!rows) throw new Error(`docs/balance.md has no table "${columns}"`);
  return rows;
}

test.each(table('Instant (UTC) | Time zone | Local time | Day'))('the day: %o', (row) => {
  const moment = momentAt(Date.parse(`${row['Instant (UTC)']}Z`), text(row, 'Time zone'));
  expect(moment.day).toBe(row['Day']);
  expect(localTime(moment)).toBe(row['Local time']);
});

test.each(table('Day | Weeks begin on | From | To'))('the week: %o', (row) => {
  const weekdays: Readonly<Record<string, Weekday>> = { Monday: 1, Saturday: 6, Sunday: 7 };
  const firstDay = weekdays[text(row, 'Weeks begin on')] as Weekday;
  expect(weekOf(text(row, 'Day'), firstDay)).toEqual({ start: row['From'], end: row['To'] });
});

test('the terms', () => {
  const rows = table('Name | What happened | Worth | Begun earlier');
  const worth = (column: string) =>
    Object.fromEntries(
      rows.map((row) => [text(row, 'Name').replaceAll('`', ''), number(row, column)])
    );
  expect({ worth: worth('Worth'), halfLife: 28 }).toEqual(DEFAULT_TERMS);
  expect({ worth: worth('Begun earlier'), halfLife: 28 }).toEqual(EARLIER_TERMS);
});

test.each(table('Logged | Begun now | Begun earlier'))('begun now and earlier: %o', (row) => {
  const logged = tallies([[LAST_DAY, text(row, 'Logged')]]);
  expectPrinted(standingOf(logged, DEFAULT_TERMS, [], LAST_DAY).balance, row, 'Begun now');
  expectPrinted(standingOf(logged, EARLIER_TERMS, [], LAST_DAY).balance, row, 'Begun earlier');
});

test.each(table('k | Break-even share'))('the break-even share: %o', (row) => {
  const worth = { ...DEFAULT_TERMS.worth, toward: 1, away: -number(row, 'k') };
  expectPrinted(breakEvenShare({ ...DEFAULT_TERMS, worth }, 'away'), row, 'Break-even share');
});

test.each(table('Balance | Half-life | Days | Left'))('fading: %o', (row) => {
  const keep = keepPerDay(halfLife(row));
  let standing = { balance: number(row, 'Balance'), variance: 0 };
  for (let day = 0; day < number(row, 'Days'); day++) {
    standing = stepDay(standing, { deposits: 0, withdrawals: 0, squares: 0 }, keep);
  }
  expectPrinted(standing.balance, row, 'Left');
});

test.each(table("A day's log | Good | Shade"))('good moments of a day: %o', (row) => {
  const day = tallies([['2026-11-01', text(row, "A day's log")]]);
  expect(countGoodOf(day)).toBe(number(row, 'Good'));
  expect(monthGrid('2026-11-01', 7, day)[0]?.[0]?.shade).toBe(number(row, 'Shade'));
});

test.each(table('Today | A year ago | From | To | A month ago'))('a look back: %o', (row) => {
  const [year, month] = spansBack(text(row, 'Today'));
  expect(year).toMatchObject({ day: row['A year ago'], from: row['From'], to: row['To'] });
  expect(month?.day).toBe(row['A month ago']);
});

const DIARY = table('Day | Logged | Deposits | Withdrawals | Left | Balance');
const TALLIES = tallies(DIARY.map((row) => [text(row, 'Day'), text(row, 'Logged')]));
const LAST_DAY = text(DIARY.at(-1) ?? {}, 'Day');

test.each(DIARY.map((row, index) => ({ row, index })))('day by day: $row', ({ row, index }) => {
  const days = [...accountDays(TALLIES, DEFAULT_TERMS, [], LAST_DAY)];
  const [before, day] = [days[index - 1], days[index]];
  expect(day && dayFromNumber(day.number)).toBe(row['Day']);
  expectPrinted(day?.deposits, row, 'Deposits');
  expectPrinted(day?.withdrawals, row, 'Withdrawals');
  expectPrinted((before?.balance ?? 0) - (day?.faded ?? NaN), row, 'Left');
  expectPrinted(day?.balance, row, 'Balance');
});

test.each(table('Account | Week | Opening | Faded | Deposits | Withdrawals | Closing'))(
  'the statement: %o',
  (row) => {
    const account = text(row, 'Account');
    const own: Readonly<Record<string, Terms>> = {
      'no fading': { ...DEFAULT_TERMS, halfLife: null },
      'begun earlier': EARLIER_TERMS
    };
    const terms = own[account] ?? DEFAULT_TERMS;
    const weeks = statements(TALLIES, terms, pauses(account), 1, LAST_DAY);
    const statement = weeks.find(({ week }) => week.start === row['Week']);
    expectPrinted(statement?.opening, row, 'Opening');
    expectPrinted(statement?.faded, row, 'Faded');
    expectPrinted(statement?.deposits, row, 'Deposits');
    expectPrinted(statement?.withdrawals, row, 'Withdrawals');
    expectPrinted(statement?.closing, row, 'Closing');
  }
);

test.each(
  table(
    'Opening | Faded | Deposits | Withdrawals | Closing | Opening shown | Faded shown | Closing shown'
  )
)('the statement in whole numbers: %o', (row) => {
  const exact = {
    week: weekFrom('2026-03-02'),
    opening: number(row, 'Opening'),
    faded: number(row, 'Faded'),
    deposits: number(row, 'Deposits'),
    withdrawals: number(row, 'Withdrawals'),
    closing: number(row, 'Closing'),
    band: 0
  };
  expect(exact.opening - exact.faded + exact.deposits - exact.withdrawals).toBe(exact.closing);
  expect(roundStatement(exact)).toEqual({
    ...exact,
    opening: number(row, 'Opening shown'),
    faded: number(row, 'Faded shown'),
    closing: number(row, 'Closing shown')
  });
});

test.each(table('Logged | Seen | Balance | Later than today'))('as of today: %o', (row) => {
  const noon = momentAt(Date.parse('2026-11-22T11:00Z'), 'Europe/Berlin');
  const moments = [...Array.from({ length: 77 }, () => noon), momentOf(row, 'Logged')];
  const log = moments.map(({ at, zone }) => newEntry(FACTS.toward, { id: '', now: at, zone }));
  const logged = [...tallyLog(log).values()].sort((one, other) => compareDays(one.day, other.day));
  const today = momentOf(row, 'Seen').day;
  expectPrinted(standingOf(logged, DEFAULT_TERMS, [], today).balance, row, 'Balance');
  const later = countEntries(logged) - countEntries(talliesUntil(logged, today));
  expect(later).toBe(number(row, 'Later than today'));
});

test.each(table('Half-life | Today | 28 days ago | Band'))('the noise band: %o', (row) => {
  const terms: Terms = { ...DEFAULT_TERMS, halfLife: halfLife(row) };
  const logged = tallies([
    [addDays(LAST_DAY, -28), text(row, '28 days ago')],
    [LAST_DAY, text(row, 'Today')]
  ]);
  expectPrinted(noiseBand(standingOf(logged, terms, [], LAST_DAY)), row, 'Band');
});

test.each(table('Entries a day, today last | Entries | Days | Enough'))('enough: %o', (row) => {
  const counts = text(row, 'Entries a day, today last').split(' ').map(Number);
  const logged = counts.flatMap((act, index) => {
    const day = addDays(LAST_DAY, index - counts.length + 1);
    return act > 0 ? [{ day, counts: { act } }] : [];
  });
  expect(evidence(logged, LAST_DAY)).toEqual({
    entries: number(row, 'Entries'),
    days: number(row, 'Days'),
    isEnough: row['Enough'] === 'yes'
  });
});

test.each(table('Toward | Bids | Share | From | To'))('the rate: %o', (row) => {
  const [toward, bids] = [number(row, 'Toward'), number(row, 'Bids')];
  const { low, high } = wilson(toward, bids);
  expectPrinted(toward / bids, row, 'Share');
  expectPrinted(low, row, 'From');
  expectPrinted(high, row, 'To');
});

test.each(table('Observed | Noticed | Stands for'))('the noticing lens: %o', (row) => {
  expectPrinted(shareBehind(number(row, 'Observed'), number(row, 'Noticed')), row, 'Stands for');
});

test.each(
  table('Missed then | Bids then | Missed in all | Bids in all | Groups | Chance | At most | Told')
)('a group among others: %o', (row) => {
  const group = { key: 'then', hits: number(row, 'Missed then'), trials: number(row, 'Bids then') };
  const all = { hits: number(row, 'Missed in all'), trials: number(row, 'Bids in all') };
  expectPrinted(chanceAmong(group, all), row, 'Chance');
  expectPrinted(levelAmong(number(row, 'Groups')), row, 'At most');
  const empty = Array.from({ length: number(row, 'Groups') - 2 }, () => ({
    key: 'none',
    hits: 0,
    trials: 0
  }));
  const others = { key: 'else', hits: all.hits - group.hits, trials: all.trials - group.trials };
  expect(standsOut([group, others, ...empty])?.key).toBe(
    row['Told'] === 'yes' ? 'then' : undefined
  );
});

test.each(table('Named | Doubts | Triggers | Chance | At most | Told'))(
  'a trigger among others: %o',
  (row) => {
    const [named, doubts] = [number(row, 'Named'), number(row, 'Doubts')];
    const triggers = number(row, 'Triggers');
    expectPrinted(chanceOf(named, doubts, 1 / triggers), row, 'Chance');
    expectPrinted(levelAmong(triggers), row, 'At most');
    const others = Array.from({ length: triggers - 1 }, (_, key) => ({
      key: String(key),
      hits: Math.floor((doubts - named + key) / (triggers - 1)),
      trials: 0
    }));
    const groups = [{ key: 'it', hits: named, trials: named }, ...others];
    expect(isNamedMost(groups)?.key).toBe(row['Told'] === 'yes' ? 'it' : undefined);
  }
);

test('no table of the paper is left unread', () => {
  expect([...UNREAD.keys()]).toEqual([]);
});

/** The tables of a Markdown file, by their columns. */
function readTables(path: string): Map<string, Row[]> {
  const tables = new Map<string, Row[]>();
  for (const [block] of readFileSync(path, 'utf8').matchAll(/(?:^\|.*\n)+/gm)) {
    const [columns = [], , ...rows] = block
      .trim()
      .split('\n')
      .map((line) =>
        line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim())
      );
    tables.set(
      columns.join(' | '),
      rows.map((cells) => Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? ''])))
    );
  }
  return tables;
}

/** '2026-11-22T11:05 Europe/Berlin': an instant in UTC, and where it was. */
function momentOf(row: Row, column: string): Moment {
  const [instant, zone = ''] = text(row, column).split(' ');
  return momentAt(Date.parse(`${instant}Z`), zone);
}

function text(row: Row, column: string): string {
  return row[column] ?? '';
}

/** The number in a cell: '−2' is minus two, '50 %' a half. */
function number(row: Row, column: string): number {
  const cell = text(row, column);
  return Number(cell.replace('−', '-').replace(/ %$/, '')) / (cell.endsWith('%') ? 100 : 1);
}

function halfLife(row: Row): number | null {
  return row['Half-life'] === 'none' ? null : number(row, 'Half-life');
}

/** Holds a value to its cell, to as many places as the cell has. */
function expectPrinted(value: number | undefined, row: Row, column: string) {
  const cell = text(row, column);
  const places = /\.(\d+)/.exec(cell)?.[1]?.length ?? 0;
  const shown = (value ?? NaN) * (cell.endsWith('%') ? 100 : 1);
  expect(shown.toFixed(places).replace('-', '−') + (cell.endsWith('%') ? ' %' : '')).toBe(cell);
}

/** The tallies of days on which this was logged: '4 toward, 1 away', or 'nothing'. */
function tallies(days: readonly (readonly [day: string, logged: string])[]): Tally[] {
  const log = days.flatMap(([day, logged]) => {
    const now = Date.parse(`${day}T12:00Z`);
    return factsOf(logged).map((facts) => newEntry(facts, { id: '', now, zone: 'UTC' }));
  });
  return [...tallyLog(log).values()];
}

function factsOf(logged: string): Facts[] {
  if (logged === 'nothing') return [];
  return logged.split(', ').flatMap((item) => {
    const [count, name] = item.split(' ');
    return Array.from({ length: Number(count) }, () => FACTS[name as TermName]);
  });
}

/** The pause that an account's name tells of: 'paused 2026-03-09 – 2026-03-12'. */
function pauses(account: string): Pause[] {
  const [from, to] = account.match(/\d{4}-\d\d-\d\d/g) ?? [];
  return from && to ? [{ from, to }] : [];
}
