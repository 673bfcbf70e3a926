import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayFromNumber } from '#lib/time/day.ts';
import { newEntry } from '#lib/account/model/entry.ts';
import {
  foldEmpty,
  isFolded,
  roundAmount,
  roundStatement,
  statements,
  type Statement
} from '#lib/account/model/statement.ts';
import { tallyLog, type Tally } from '#lib/account/model/tally.ts';
import { DEFAULT_TERMS, type Terms } from '#lib/account/model/terms.ts';
import { weekOf } from '#lib/time/week.ts';
import * as arbitrary from './arbitrary.ts';
import { standingOf } from './standing.ts';

const NO_FADING: Terms = { ...DEFAULT_TERMS, halfLife: null };
const MONDAY = 1;

describe('statements', () => {
  const tallies: Tally[] = [
    { day: '2026-03-04', counts: { act: 5, 'bid:me:away': 1 } },
    { day: '2026-03-08', counts: { repair: 1 } },
    { day: '2026-03-23', counts: { 'bid:partner:against': 3 } }
  ];

  test('are of every week from the first tally to today, also of those without entries', () => {
    const week = (start: string) => ({ start, end: addDays(start, 6) });
    const quiet = { faded: 0, deposits: 0, withdrawals: 0 };
    expect(statements(tallies, NO_FADING, [], MONDAY, '2026-03-31')).toMatchObject([
      { week: week('2026-03-02'), opening: 0, faded: 0, deposits: 7, withdrawals: 1, closing: 6 },
      { week: week('2026-03-09'), opening: 6, ...quiet, closing: 6 },
      { week: week('2026-03-16'), opening: 6, ...quiet, closing: 6 },
      { week: week('2026-03-23'), opening: 6, faded: 0, deposits: 0, withdrawals: 9, closing: -3 },
      { week: week('2026-03-30'), opening: -3, ...quiet, closing: -3 }
    ]);
  });

  test('end with today: what is dated later is in none of them', () => {
    expect(statements(tallies, NO_FADING, [], MONDAY, '2026-03-05')).toMatchObject([
      { opening: 0, faded: 0, deposits: 5, withdrawals: 1, closing: 4 }
    ]);
    expect(statements(tallies, NO_FADING, [], MONDAY, '2026-03-03')).toEqual([]);
  });

  test('carry the band of the week’s end', () => {
    const [first, second] = statements(tallies, NO_FADING, [], MONDAY, '2026-03-15');
    expect(first?.band).toBeCloseTo(Math.sqrt(10), 12);
    expect(second?.band).toBeCloseTo(Math.sqrt(10), 12);
  });

  test('of no tallies are none', () => {
    expect(statements([], DEFAULT_TERMS, [], MONDAY, '2026-03-31')).toEqual([]);
  });

  test('of a balance below zero show a fading below zero', () => {
    const owing: Tally[] = [{ day: '2026-03-02', counts: { 'bid:me:against': 2 } }];
    const second = statements(owing, DEFAULT_TERMS, [], MONDAY, '2026-03-15')[1];
    expect(second?.faded).toBeLessThan(0);
    expect(second?.closing).toBeGreaterThan(-6);
  });
});

/** The statements of any account: from entries in any zone, over any clock change. */
const anyStatements = fc
  .record({
    tallies: fc.oneof(
      arbitrary.tallies,
      fc
        .array(arbitrary.entry.map(within2026), { minLength: 1, maxLength: 20 })
        .map((log) => [...tallyLog(log).values()].sort((a, b) => (a.day < b.day ? -1 : 1)))
    ),
    terms: arbitrary.terms,
    pauses: arbitrary.pauses,
    firstDay: arbitrary.weekday,
    today: fc.integer({ min: 20000, max: 21000 }).map(dayFromNumber)
  })
  .map((given) => {
    const { tallies, terms, pauses, firstDay, today } = given;
    return { ...given, weeks: statements(tallies, terms, pauses, firstDay, today) };
  });

/** The entry moved into 2026: there clocks change in Berlin, St. John's and on Lord Howe. */
function within2026(entry: ReturnType<typeof newEntry>) {
  const now = Date.UTC(2026, 0) + (entry.at % (365 * 86_400_000));
  return newEntry(entry, { id: entry.id, now, zone: entry.zone });
}

const total = ({ opening, faded, deposits, withdrawals }: Statement) =>
  opening - faded + deposits - withdrawals;

describe('every statement', () => {
  test('adds up, to the last bit', () => {
    fc.assert(
      fc.property(anyStatements, ({ weeks }) => {
        for (const week of weeks) expect(total(week)).toBe(week.closing);
      })
    );
  });

  test('adds up in whole numbers', () => {
    fc.assert(
      fc.property(anyStatements, ({ weeks }) => {
        for (const week of weeks.map(roundStatement)) {
          expect(total(week)).toBe(week.closing);
          expect(Object.values({ ...week, week: 0 }).every(Number.isInteger)).toBe(true);
        }
      })
    );
  });

  test('opens with what the one before closed with, exact and in whole numbers', () => {
    fc.assert(
      fc.property(anyStatements, ({ weeks }) => {
        for (const list of [weeks, weeks.map(roundStatement)]) {
          const closings = list.map(({ closing }) => closing);
          expect(list.map(({ opening }) => opening)).toEqual([0, ...closings].slice(0, -1));
        }
      })
    );
  });

  test('shows what faded less than 1 off, never with the other sign, and nothing as nothing', () => {
    fc.assert(
      fc.property(anyStatements, ({ weeks }) => {
        for (const week of weeks) {
          const shown = roundStatement(week).faded;
          expect(Math.abs(shown - week.faded)).toBeLessThan(1);
          expect(shown * week.faded).toBeGreaterThanOrEqual(0);
          if (week.faded === 0) expect(shown).toBe(0);
        }
      })
    );
  });

  test('is of the week after the one before, from that of the first tally to that of today', () => {
    fc.assert(
      fc.property(anyStatements, ({ weeks, tallies, firstDay, today }) => {
        const first = tallies[0]?.day ?? '';
        const start = weekOf(first, firstDay).start;
        expect(weeks.map(({ week }) => week)).toEqual(
          weeks.map((_, index) => ({
            start: addDays(start, 7 * index),
            end: addDays(start, 7 * index + 6)
          }))
        );
        const last = first <= today ? weekOf(today, firstDay) : undefined;
        expect(weeks.at(-1)?.week).toEqual(last);
      })
    );
  });

  test('closes at the standing of its last day', () => {
    fc.assert(
      fc.property(anyStatements, ({ weeks, tallies, terms, pauses, today }) => {
        const { balance, variance } = standingOf(tallies, terms, pauses, today);
        expect(weeks.at(-1)?.closing ?? 0).toBe(balance);
        expect(weeks.at(-1)?.band ?? 0).toBe(Math.sqrt(variance));
      })
    );
  });

  test('says the same sums, whatever day weeks begin on', () => {
    fc.assert(
      fc.property(anyStatements, arbitrary.weekday, (given, other) => {
        const { tallies, terms, pauses, today } = given;
        const sums = (weeks: readonly Statement[]) => ({
          deposits: weeks.reduce((sum, { deposits }) => sum + deposits, 0),
          withdrawals: weeks.reduce((sum, { withdrawals }) => sum + withdrawals, 0),
          faded: weeks.reduce((sum, { faded }) => sum + faded, 0)
        });
        expect(sums(statements(tallies, terms, pauses, other, today))).toEqual(sums(given.weeks));
      })
    );
  });
});

test.each([
  [2.4, 2],
  [2.5, 3],
  [-2.4, -2],
  [-2.5, -2],
  [-2.6, -3],
  [-0.5, 0],
  [-0.2, 0],
  [-0, 0]
])('%d is shown as %d', (amount, shown) => {
  expect(roundAmount(amount)).toBe(shown);
});

describe('a long run of empty weeks', () => {
  const of = (first: string) => {
    const tallies: Tally[] = [
      { day: first, counts: { act: 8 } },
      { day: '2026-03-23', counts: { act: 1 } }
    ];
    return statements(tallies, DEFAULT_TERMS, [], MONDAY, '2026-03-31');
  };

  test.each([
    // 53 weeks lie between the two, then 52: that is a year, which is still shown.
    ['2025-03-10', 4],
    ['2025-03-17', 55],
    ['1970-01-01', 4]
  ])('after an entry of %s leaves %i rows', (first, rows) => {
    expect(foldEmpty(of(first))).toHaveLength(rows);
  });

  test('is one statement that still adds up with what is before and after it', () => {
    const all = of('1970-01-01');
    const [before, fold, after] = foldEmpty(all);
    expect(fold?.week).toEqual({ start: '1970-01-05', end: '2026-03-22' });
    expect([before, fold, after].map((one) => one && isFolded(one))).toEqual([false, true, false]);
    expect(fold?.opening).toBe(before?.closing);
    expect(fold?.closing).toBe(after?.opening);
    expect(Number(fold?.opening) - Number(fold?.faded)).toBeCloseTo(Number(fold?.closing), 9);
  });
});
