import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkInDue,
  DEFAULT_CHECK_IN,
  nextAfter,
  nextCheckIn,
  type CheckInKnown
} from '#lib/practices/checkIn/model/checkInTime.ts';
import { momentAt } from '#lib/time/day.ts';
import { DAY_MS } from '#lib/time/duration.ts';
import type { Weekday } from '#lib/time/week.ts';

const ZONE = 'Europe/Berlin';
const WEEKDAYS = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7);
const at = (local: string) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).epochMilliseconds;

describe('until when one is done', () => {
  // Sunday evenings, of which the 22nd of November 2026 is one.
  test.each([
    ['made on the day', '2026-11-22', '2026-11-29'],
    ['made on the day before', '2026-11-21', '2026-11-29'],
    ['made three days before', '2026-11-19', '2026-11-29'],
    ['made four days before', '2026-11-18', '2026-11-22'],
    ['made on the day after', '2026-11-23', '2026-11-29']
  ])('%s', (_, made, day) => {
    const next = nextAfter(DEFAULT_CHECK_IN, made, ZONE);
    expect(next).toEqual({ at: at(`${day}T19:00`), day, zone: ZONE });
  });

  test('it is due then, and never before', () => {
    const days = fc.integer({ min: 0, max: 400 });
    const hours = fc.integer({ min: 0, max: 23 });
    fc.assert(
      fc.property(days, WEEKDAYS, hours, hours, (passed, weekday, hour, minute) => {
        const made = at('2026-01-01T12:00') + passed * DAY_MS;
        const day = momentAt(made, ZONE).day;
        const rules = { ...DEFAULT_CHECK_IN, weekday };
        const next = nextAfter(rules, day, ZONE);
        const known = { rules, lastAt: made, began: '2025-12-01', lastLogged: next.day };
        expect(checkInDue(known, next.at, ZONE)).toBe(next.day);
        const sooner = made + ((next.at - made) * (hour * 24 + minute)) / 576;
        expect(checkInDue({ ...known, lastLogged: day }, sooner, ZONE)).toBeUndefined();
      })
    );
  });
});

describe('when it is due', () => {
  const known = (change: Partial<CheckInKnown> = {}): CheckInKnown => ({
    rules: DEFAULT_CHECK_IN,
    lastAt: undefined,
    began: '2025-12-01',
    lastLogged: '2026-11-20',
    ...change
  });

  // 22 November 2026 is a Sunday.
  test.each<[string, Partial<CheckInKnown>, string, string | undefined]>([
    ['before its time', {}, '2026-11-22T18:59', undefined],
    ['at its time', {}, '2026-11-22T19:00', '2026-11-22'],
    ['on the next day', {}, '2026-11-23T12:00', '2026-11-22'],
    ['on the evening after', {}, '2026-11-24T18:59', '2026-11-22'],
    [
      'where one was made by a clock a year ahead',
      { lastAt: at('2027-11-22T20:00') },
      '2026-11-22T20:00',
      '2026-11-22'
    ],
    [
      'where one was made by a clock five minutes ahead',
      { lastAt: at('2026-11-22T20:05') },
      '2026-11-22T20:00',
      undefined
    ],
    ['no longer', {}, '2026-11-24T19:00', undefined],
    [
      'where it is off',
      { rules: { ...DEFAULT_CHECK_IN, isOn: false } },
      '2026-11-22T20:00',
      undefined
    ],
    [
      'where it was passed over',
      { rules: { ...DEFAULT_CHECK_IN, skipped: '2026-11-22' } },
      '2026-11-22T20:00',
      undefined
    ],
    [
      'where another was passed over',
      { rules: { ...DEFAULT_CHECK_IN, skipped: '2026-11-15' } },
      '2026-11-22T20:00',
      '2026-11-22'
    ],
    ['made in the afternoon', { lastAt: at('2026-11-22T15:00') }, '2026-11-22T20:00', undefined],
    ['made the day before', { lastAt: at('2026-11-21T15:00') }, '2026-11-22T20:00', undefined],
    ['made three days before', { lastAt: at('2026-11-19T00:30') }, '2026-11-22T20:00', undefined],
    [
      'made before that, about another week',
      { lastAt: at('2026-11-18T23:30') },
      '2026-11-22T20:00',
      '2026-11-22'
    ],
    [
      'made on Sunday, and now it comes on Mondays',
      { rules: { ...DEFAULT_CHECK_IN, weekday: 1 }, lastAt: at('2026-11-22T20:00') },
      '2026-11-23T20:00',
      undefined
    ],
    ['nothing logged yet', { lastLogged: undefined }, '2026-11-22T20:00', undefined],
    [
      'begun that day',
      { began: '2026-11-22', lastLogged: '2026-11-22' },
      '2026-11-22T20:00',
      undefined
    ],
    [
      'begun since',
      { began: '2026-11-23', lastLogged: '2026-11-23' },
      '2026-11-23T10:00',
      undefined
    ],
    ['nothing logged this week', { lastLogged: '2026-11-15' }, '2026-11-22T20:00', undefined],
    [
      'logged on the first day of it',
      { lastLogged: '2026-11-16' },
      '2026-11-22T20:00',
      '2026-11-22'
    ],
    [
      'on a Friday',
      { rules: { isOn: true, weekday: 5, minute: 480 } },
      '2026-11-20T08:00',
      '2026-11-20'
    ]
  ])('%s', (_, change, now, on) => {
    expect(checkInDue(known(change), at(now), ZONE)).toBe(on);
  });

  test.each<[string, string]>([
    ['2026-11-22T18:59', '2026-11-22T19:00'],
    ['2026-11-22T19:00', '2026-11-29T19:00'],
    ['2026-11-25T10:00', '2026-11-29T19:00']
  ])('after %s comes %s', (now, next) => {
    expect(nextCheckIn(DEFAULT_CHECK_IN, at(now), ZONE)).toBe(at(next));
  });

  test('off it never comes', () => {
    expect(nextCheckIn({ ...DEFAULT_CHECK_IN, isOn: false }, at('2026-11-22T18:59'), ZONE)).toBe(
      Infinity
    );
  });

  test('it is due when it comes, and not a minute before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: at('2026-01-01T00:00'), max: at('2027-01-01T00:00') }),
        WEEKDAYS,
        fc.integer({ min: 0, max: 1439 }),
        (now, weekday, minute) => {
          const rules = { isOn: true, weekday, minute };
          const next = nextCheckIn(rules, now, ZONE);
          const lastLogged = new Date(next).toISOString().slice(0, 10);
          const ask = (when: number) => checkInDue(known({ rules, lastLogged }), when, ZONE);
          expect(ask(next)).toBeDefined();
          expect(ask(next - 60_000)).toBeUndefined();
        }
      )
    );
  });
});
