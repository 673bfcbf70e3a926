import { describe, expect, test } from 'vitest';
import { newEntry, type Entry } from '#lib/account/model/entry.ts';
import { rateBetween } from '#lib/account/model/rate.ts';
import { roundStatement, statements } from '#lib/account/model/statement.ts';
import { countEntries, talliesUntil, tallyLog, type Tally } from '#lib/account/model/tally.ts';
import { DEFAULT_TERMS, EARLIER_TERMS } from '#lib/account/model/terms.ts';
import { evidence } from '#lib/account/model/trend.ts';
import { compareDays, momentAt } from '#lib/time/day.ts';

/** Some towards, logged when a device's clock and zone said this. */
type Taps = readonly [count: number, clock: string, zone: string];

const BERLIN = 'Europe/Berlin';
const NEW_YORK = 'America/New_York';
const TOKYO = 'Asia/Tokyo';
const HONOLULU = 'Pacific/Honolulu';

function entriesOf([count, clock, zone]: Taps, number: number): Entry[] {
  return Array.from({ length: count }, (_, index) =>
    newEntry(
      { kind: 'bid', by: 'partner', response: 'toward' },
      { id: `${number}-${index}`, now: Date.parse(clock) + index, zone }
    )
  );
}

function talliesOf(taps: readonly Taps[]): Tally[] {
  const tallies = tallyLog(taps.flatMap(entriesOf)).values();
  return [...tallies].sort((one, other) => compareDays(one.day, other.day));
}

/** What the app says when its clock and zone say this: to three places, weeks begin on Monday. */
function saidAt(taps: readonly Taps[], clock: string, zone: string) {
  const tallies = talliesOf(taps);
  const today = momentAt(Date.parse(clock), zone).day;
  const counted = talliesUntil(tallies, today);
  const weeks = statements(tallies, DEFAULT_TERMS, [], 1, today);
  return {
    balance: Math.round((weeks.at(-1)?.closing ?? 0) * 1000) / 1000,
    later: countEntries(tallies) - countEntries(counted)
  };
}

const NOON = '2026-11-22T11:00Z';
const NOON_77: Taps = [77, NOON, BERLIN];

// The plainest cases are in docs/balance.md, which is a test as well.
test.each<[string, readonly Taps[], string, string, { balance: number; later: number }]>([
  [
    'a clock five minutes behind, over midnight',
    [
      [3, '2026-11-22T23:03Z', BERLIN],
      [1, '2026-11-22T22:58Z', BERLIN]
    ],
    '2026-11-22T22:58Z',
    BERLIN,
    { balance: 1, later: 3 }
  ],
  [
    'a clock three days ahead',
    [NOON_77, [1, '2026-11-25T11:00Z', BERLIN]],
    NOON,
    BERLIN,
    { balance: 77, later: 1 }
  ],
  [
    // 77 · 2^(−365/28) + 1
    'a clock a year ahead, as long as it is',
    [NOON_77, [1, '2027-11-22T11:00Z', BERLIN]],
    '2027-11-22T11:00Z',
    BERLIN,
    { balance: 1.009, later: 0 }
  ],
  [
    'a clock set back by a day, as long as it is',
    [NOON_77, [2, '2026-11-21T11:00Z', BERLIN]],
    '2026-11-21T11:00Z',
    BERLIN,
    { balance: 2, later: 77 }
  ],
  [
    // 77 + 2 · 2^(−1/28)
    '… and set right',
    [NOON_77, [2, '2026-11-21T11:00Z', BERLIN]],
    NOON,
    BERLIN,
    { balance: 78.951, later: 0 }
  ],
  [
    'a clock set back to 1970, and set right',
    [NOON_77, [1, '1970-01-02T11:00Z', BERLIN]],
    NOON,
    BERLIN,
    { balance: 77, later: 0 }
  ],
  [
    // 10:00 on the 23rd in Tokyo; a flight later it is 22:00 on the 22nd in Honolulu.
    'a journey over the date line, with what is logged on arrival',
    [
      [5, '2026-11-23T01:00Z', TOKYO],
      [1, '2026-11-23T08:00Z', HONOLULU]
    ],
    '2026-11-23T08:00Z',
    HONOLULU,
    { balance: 1, later: 5 }
  ],
  [
    'a journey east over midnight',
    [NOON_77, [1, '2026-11-22T22:00Z', NEW_YORK]],
    '2026-11-22T23:30Z',
    BERLIN,
    // 78 · 2^(−1/28)
    { balance: 76.093, later: 0 }
  ]
])('%s', (_, taps, clock, zone, said) => {
  expect(saidAt(taps, clock, zone)).toEqual(said);
});

describe('with moments of tomorrow, next year and 2100, today', () => {
  const today = '2026-11-18';
  const week: Tally[] = [
    { day: '2026-11-16', counts: { 'bid:partner:toward': 3 } },
    { day: '2026-11-18', counts: { 'bid:partner:away': 1 } }
  ];
  const tallies: Tally[] = [
    ...week,
    { day: '2026-11-19', counts: { 'bid:partner:against': 4 } },
    { day: '2027-11-18', counts: { 'bid:partner:toward': 9 } },
    { day: '2100-01-01', counts: { act: 20 } }
  ];
  const counted = talliesUntil(tallies, today);

  test('the last week is this one, up to today', () => {
    const weeks = statements(tallies, EARLIER_TERMS, [], 1, today);
    expect(weeks.map(roundStatement)).toEqual([
      {
        week: { start: '2026-11-16', end: '2026-11-22' },
        opening: 0,
        faded: 0,
        deposits: 3,
        withdrawals: 2,
        closing: 1,
        band: 3
      }
    ]);
  });

  test('the rate of the week and the evidence of a trend leave them out', () => {
    expect(counted).toEqual(week);
    expect(rateBetween(counted, '2026-11-16', '2026-11-22')).toMatchObject({ toward: 3, bids: 4 });
    expect(evidence(tallies, today)).toEqual({ entries: 4, days: 2, isEnough: false });
  });

  test('of days that have all come none is left out', () => {
    expect(talliesUntil(week, today)).toBe(week);
    expect(talliesUntil(week, '2026-11-15')).toEqual([]);
  });
});
