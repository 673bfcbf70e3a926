import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accountDays,
  dayWorth,
  keepPerDay,
  noiseBand,
  NOTHING,
  stepDay
} from '#lib/account/model/balance.ts';
import { addDays, dayFromNumber, dayNumber, type Day } from '#lib/time/day.ts';
import { pausedDays, type Pause } from '#lib/account/model/awayDays.ts';
import { worthOfKey, type CountKey, type Tally } from '#lib/account/model/tally.ts';
import { DEFAULT_TERMS, type Terms } from '#lib/account/model/terms.ts';
import * as arbitrary from './arbitrary.ts';
import { standingOf } from './standing.ts';

const NO_FADING: Terms = { ...DEFAULT_TERMS, halfLife: null };

/** What every entry of a tally is worth, one by one. */
function worths({ counts }: Tally, terms: Terms): number[] {
  return Object.entries(counts).flatMap(([key, count]) =>
    Array.from({ length: count }, () => worthOfKey(key as CountKey, terms))
  );
}

/** The balance after a number of days in which nothing was logged. */
function balanceAfter(days: number, terms: Terms, pauses: Pause[] = []): number {
  const tallies = [{ day: '2026-01-01', counts: { act: 40 } }];
  return standingOf(tallies, terms, pauses, addDays('2026-01-01', days)).balance;
}

test.each([
  [7, 0.9057237],
  [28, 0.9755486],
  [180, 0.9961566],
  [null, 1]
])('with a half-life of %s a day keeps %d', (halfLife, keep) => {
  expect(keepPerDay(halfLife)).toBeCloseTo(keep, 7);
});

describe('a day’s worth', () => {
  test('is its deposits, its withdrawals and their squares', () => {
    const counts = {
      'bid:partner:toward': 2,
      'bid:me:toward': 1,
      'bid:partner:warm': 1,
      'bid:me:away': 1,
      'bid:partner:against': 1,
      repair: 1
    };
    expect(dayWorth(counts, DEFAULT_TERMS)).toEqual({ deposits: 7, withdrawals: 4, squares: 21 });
  });

  test('is nothing where nothing was logged', () => {
    expect(dayWorth({}, DEFAULT_TERMS)).toEqual({ deposits: 0, withdrawals: 0, squares: 0 });
  });

  test('leaves out a kind that this version does not know', () => {
    const counts = { act: 1, song: 3 } as object;
    expect(dayWorth(counts, DEFAULT_TERMS)).toEqual({ deposits: 1, withdrawals: 0, squares: 1 });
  });

  test('of a kind that is worth nothing is no deposit and no withdrawal', () => {
    const terms: Terms = { ...DEFAULT_TERMS, worth: { ...DEFAULT_TERMS.worth, away: 0, act: 0 } };
    expect(dayWorth({ act: 3, 'bid:me:away': 2 }, terms)).toEqual({
      deposits: 0,
      withdrawals: 0,
      squares: 0
    });
  });
});

test.each([
  [{ balance: 40, variance: 16 }, { deposits: 6, withdrawals: 2, squares: 12 }, 0.5, 20, 24, 16],
  [
    { balance: -8, variance: 4 },
    { deposits: 0, withdrawals: 5, squares: 25 },
    0.75,
    -2,
    -11,
    27.25
  ],
  [{ balance: 3, variance: 2 }, { deposits: 1, withdrawals: 0, squares: 1 }, 1, 0, 4, 3]
])('a step from %j by %j keeping %d', (before, worth, keep, faded, balance, variance) => {
  expect(stepDay(before, worth, keep)).toEqual({ faded, balance, variance });
});

describe('the fold', () => {
  const tallies: Tally[] = [
    { day: '2026-03-28', counts: { act: 4 } },
    { day: '2026-03-30', counts: { repair: 1, 'bid:me:away': 1 } }
  ];

  test('gives every day once, also over a clock change, until the day asked for', () => {
    const days = [...accountDays(tallies, NO_FADING, [], '2026-04-01')];
    expect(days.map(({ number }) => dayFromNumber(number))).toEqual([
      '2026-03-28',
      '2026-03-29',
      '2026-03-30',
      '2026-03-31',
      '2026-04-01'
    ]);
    expect(days.map(({ deposits, withdrawals }) => deposits - withdrawals)).toEqual([
      4, 0, 1, 0, 0
    ]);
    expect(days.map(({ deposits }) => deposits)).toEqual([4, 0, 2, 0, 0]);
    expect(days.map(({ balance }) => balance)).toEqual([4, 4, 5, 5, 5]);
  });

  test('ends with the day asked for: what comes after does not count yet', () => {
    expect([...accountDays(tallies, NO_FADING, [], '2026-03-29')]).toHaveLength(2);
    expect(standingOf(tallies, NO_FADING, [], '2026-03-29')).toMatchObject({
      balance: 4,
      variance: 4
    });
    expect([...accountDays(tallies, NO_FADING, [], '2026-03-27')]).toEqual([]);
    expect(standingOf(tallies, NO_FADING, [], '2026-03-27')).toBe(NOTHING);
  });

  test('of no tallies is nothing', () => {
    expect([...accountDays([], DEFAULT_TERMS, [], '2026-04-01')]).toEqual([]);
    expect(standingOf([], DEFAULT_TERMS, [], '2026-04-01')).toBe(NOTHING);
  });
});

describe('the balance', () => {
  test('without fading is the plain sum of all worths, pauses or not', () => {
    fc.assert(
      fc.property(
        arbitrary.tallies,
        arbitrary.terms,
        arbitrary.pauses,
        (tallies, terms, pauses) => {
          const unfading = { ...terms, halfLife: null };
          const all = tallies.flatMap((tally) => worths(tally, terms));
          const sum = all.reduce((sum, worth) => sum + worth, 0);
          expect(standingOf(tallies, unfading, pauses, '2026-01-01').balance).toBe(sum);
        }
      )
    );
  });

  test('fades to a half in one half-life and to a quarter in two', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7, max: 180 }), (halfLife) => {
        const terms = { ...DEFAULT_TERMS, halfLife };
        expect(balanceAfter(halfLife, terms)).toBeCloseTo(20, 3);
        expect(balanceAfter(2 * halfLife, terms)).toBeCloseTo(10, 3);
      })
    );
  });

  test('does not fade on a paused day', () => {
    const pauses = [{ from: '2026-01-02', to: '2026-01-29' }];
    expect(balanceAfter(28, DEFAULT_TERMS, pauses)).toBe(40);
    expect(balanceAfter(29, DEFAULT_TERMS, pauses)).toBeCloseTo(39.022, 3);
    expect(balanceAfter(56, DEFAULT_TERMS, pauses)).toBeCloseTo(20, 4);
    expect(balanceAfter(56, DEFAULT_TERMS, [{ from: '2026-01-29', to: null }])).toBeCloseTo(
      balanceAfter(27, DEFAULT_TERMS),
      4
    );
  });

  test('is what every entry has left by itself, summed: Σ v·2^(−age/h), paused days not aging', () => {
    fc.assert(
      fc.property(
        arbitrary.tallies,
        arbitrary.terms,
        arbitrary.pauses,
        (tallies, terms, pauses) => {
          const through = '2025-06-01';
          const { balance, variance } = standingOf(tallies, terms, pauses, through);
          let [sum, squares] = [0, 0];
          for (const tally of tallies) {
            const halves = terms.halfLife ? age(tally.day, through, pauses) / terms.halfLife : 0;
            for (const worth of worths(tally, terms)) {
              sum += worth * 2 ** -halves;
              squares += worth ** 2 * 4 ** -halves;
            }
          }
          expect(balance).toBeCloseTo(sum, 3);
          expect(variance).toBeCloseTo(squares, 3);
          expect(noiseBand({ balance, variance })).toBeCloseTo(Math.sqrt(squares), 3);
        }
      )
    );
  });
});

test('no entry of a later day changes what a day says', () => {
  fc.assert(
    fc.property(
      arbitrary.tallies,
      arbitrary.terms,
      arbitrary.pauses,
      arbitrary.day,
      (tallies, terms, pauses, through) => {
        const until = tallies.filter(({ day }) => day <= through);
        expect([...accountDays(tallies, terms, pauses, through)]).toEqual([
          ...accountDays(until, terms, pauses, through)
        ]);
      }
    )
  );
});

/** Days from one day to another that are not paused; the first does not count. */
function age(day: Day, through: Day, pauses: readonly Pause[]): number {
  const isPaused = pausedDays(pauses);
  let days = 0;
  for (let number = dayNumber(day) + 1; number <= dayNumber(through); number++) {
    if (!isPaused(number)) days++;
  }
  return days;
}
