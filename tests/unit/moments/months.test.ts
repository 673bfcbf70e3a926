import { expect, test } from 'vitest';
import { newEntry, type Facts } from '#lib/account/model/entry.ts';
import { tallyLog } from '#lib/account/model/tally.ts';
import { monthGrid } from '#lib/moments/model/calendar.ts';
import { byMonth, bySame } from '#lib/moments/model/months.ts';

const on = (day: string, facts: Facts) =>
  newEntry(facts, { id: `${day} ${facts.note}`, now: Date.parse(`${day}T12:00Z`), zone: 'UTC' });

const LAKE = on('2026-10-31', { kind: 'experience', note: 'The lake' });
const HELPED = on('2026-11-02', { kind: 'act', by: 'partner', act: 'helped' });
const SOUP = on('2026-11-03', { kind: 'act', by: 'me', act: 'brought', note: 'Soup' });
const TALLIES = [...tallyLog([LAKE, HELPED, SOUP]).values()];

test('own words come first in each month, wins among them, the newest first', () => {
  const win = { id: 'win', at: Date.parse('2026-11-02T08:00Z'), day: '2026-11-02', text: 'I ran' };
  const old = { ...win, id: 'old', day: '2026-08-01' };
  expect(byMonth([LAKE, HELPED, SOUP], [win, old], TALLIES)).toEqual([
    { month: '2026-11-01', count: 3, told: [SOUP, win], others: [HELPED] },
    { month: '2026-10-01', count: 1, told: [LAKE], others: [] },
    { month: '2026-08-01', count: 1, told: [old], others: [] }
  ]);
});

test('until the entries are read, the tallies tell the months', () => {
  expect(byMonth([], [], TALLIES).map(({ month, count }) => [month, count])).toEqual([
    ['2026-11-01', 2],
    ['2026-10-01', 1]
  ]);
});

test('what is told in the same words is told once, the most frequent first', () => {
  expect(bySame([LAKE, HELPED, SOUP], ({ kind }) => kind)).toEqual([
    { words: 'act', entries: [HELPED, SOUP] },
    { words: 'experience', entries: [LAKE] }
  ]);
});

test('a month is whole weeks, with places left empty before and after', () => {
  const days = (firstDay: 1 | 7) =>
    monthGrid('2026-11-15', firstDay, []).map((week) =>
      week.map((one) => one?.day.slice(-2) ?? '··').join(' ')
    );
  expect(days(1)).toEqual([
    '·· ·· ·· ·· ·· ·· 01',
    '02 03 04 05 06 07 08',
    '09 10 11 12 13 14 15',
    '16 17 18 19 20 21 22',
    '23 24 25 26 27 28 29',
    '30 ·· ·· ·· ·· ·· ··'
  ]);
  expect(days(7)[0]).toBe('01 02 03 04 05 06 07');
});

test.each([
  [0, 0],
  [1, 1],
  [2, 1],
  [3, 2],
  [5, 2],
  [6, 3],
  [40, 3]
])('a day with %i good moments has shade %i', (act, shade) => {
  const tallies = [{ day: '2026-11-01', counts: { act, 'bid:me:away': 2 } as const }];
  expect(monthGrid('2026-11-01', 7, tallies)[0]?.[0]).toEqual({
    day: '2026-11-01',
    count: act,
    shade
  });
});
