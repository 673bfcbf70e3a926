import { expect, test } from 'vitest';
import { newEntry, type Facts } from '#lib/account/model/entry.ts';
import { chooseBack, spansBack } from '#lib/moments/model/lookBack.ts';

test.each([
  ['2026-11-29', '2025-11-29', '2026-10-29'],
  ['2026-03-31', '2025-03-31', '2026-02-28'],
  ['2028-02-29', '2027-02-28', '2028-01-29']
])('from %s a look back goes to %s and %s', (today, year, month) => {
  expect(spansBack(today).map(({ ago, day }) => [ago, day])).toEqual([
    ['year', year],
    ['month', month]
  ]);
});

test('three days before and after count too', () => {
  expect(spansBack('2026-11-29')[1]).toMatchObject({ from: '2026-10-26', to: '2026-11-01' });
});

const DAY = '2026-10-29';
const MET: Facts = { kind: 'bid', by: 'partner', response: 'toward' };
const ACT: Facts = { kind: 'act', by: 'partner', act: 'helped' };

const on = (id: string, day: string, facts: Facts) =>
  newEntry(facts, { id, now: Date.parse(`${day}T12:00Z`), zone: 'UTC' });

test.each<[string, [string, string, Facts][], string | undefined]>([
  ['nothing where there is nothing', [], undefined],
  ['no bid without words', [['bid', DAY, MET]], undefined],
  ['a bid with a note', [['bid', DAY, { ...MET, note: 'Soup' }]], 'bid'],
  ['an act without one', [['act', DAY, ACT]], 'act'],
  [
    'of one day rather the note',
    [
      ['act', DAY, ACT],
      ['note', DAY, { ...MET, note: 'Soup' }]
    ],
    'note'
  ],
  [
    'the nearest day first',
    [
      ['note', '2026-10-27', { ...MET, note: 'Soup' }],
      ['act', '2026-10-30', ACT]
    ],
    'act'
  ],
  [
    'nothing hard',
    [['hard', DAY, { kind: 'bid', by: 'me', response: 'away', note: 'Busy' }]],
    undefined
  ],
  ['nothing hidden', [['hidden', DAY, { ...ACT, hidden: true }]], undefined]
])('brings back %s', (_, moments, id) => {
  expect(
    chooseBack(
      moments.map((moment) => on(...moment)),
      DAY
    )?.id
  ).toBe(id);
});
