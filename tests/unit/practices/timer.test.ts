import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  backAt,
  BREATH,
  breakUntil,
  breathAt,
  hasEnded,
  isStale,
  isToRing,
  lasting,
  leftOf,
  minutesOf,
  newTimer,
  soonestBack,
  untilRing,
  wasDone,
  type TimedWay
} from '#lib/practices/pause/model/timer.ts';

const START = Date.parse('2026-11-22T18:40Z');
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

test.each<[TimedWay, number, number]>([
  ['breathing', 5, 5],
  ['breathing', 3, 3],
  ['walk', 10, 10],
  ['walk', 0, 1],
  ['break', 45, 45],
  ['break', 5, 20]
])('%s for %i minutes ends after %i', (way, minutes, lasts) => {
  const timer = newTimer(way, minutes, START);
  expect(timer).toStrictEqual({
    way,
    startedAt: START,
    endsAt: START + lasts * MINUTE,
    rungAt: null
  });
  expect(minutesOf(timer)).toBe(lasts);
});

test('another length counts from the start, and its end is told anew', () => {
  const rung = { ...newTimer('walk', 10, START), rungAt: START + 10 * MINUTE };
  expect(lasting(rung, 20)).toStrictEqual(newTimer('walk', 20, START));
});

test.each([
  [-HOUR, 5 * MINUTE],
  [0, 5 * MINUTE],
  [1, 5 * MINUTE - 1],
  [5 * MINUTE - 1, 1],
  [5 * MINUTE, 0],
  [HOUR, 0]
])('%i ms after its start %i ms of five minutes are left', (since, left) => {
  const timer = newTimer('breathing', 5, START);
  expect(leftOf(timer, START + since)).toBe(left);
  expect(hasEnded(timer, START + since)).toBe(left === 0);
});

test('what is left never grows as time goes on', () => {
  const timer = newTimer('break', 20, START);
  const since = fc.integer({ min: -HOUR, max: HOUR });
  fc.assert(
    fc.property(since, since, (one, other) => {
      const [soon = 0, late = 0] = [one, other].sort((a, b) => a - b);
      expect(leftOf(timer, START + late)).toBeLessThanOrEqual(leftOf(timer, START + soon));
    })
  );
});

test('half a minute counts as done', () => {
  const timer = newTimer('breathing', 5, START);
  expect(wasDone(timer, START + 30 * SECOND - 1)).toBe(false);
  expect(wasDone(timer, START + 30 * SECOND)).toBe(true);
  expect(wasDone(timer, START + HOUR)).toBe(true);
});

describe('the end of a walk or a break is told', () => {
  const shared = newTimer('break', 20, START);
  const end = shared.endsAt;

  test.each<[string, boolean, number, Parameters<typeof isToRing>]>([
    ['before it', false, 1, [shared, end - 1]],
    ['at it', true, Infinity, [shared, end]],
    ['some hours after it', true, Infinity, [shared, end + 6 * HOUR]],
    ['the next day', false, Infinity, [shared, end + 6 * HOUR + 1]],
    ['a second time', false, Infinity, [{ ...shared, rungAt: end }, end + 1]],
    ['after a walk', true, Infinity, [newTimer('walk', 20, START), end]],
    ['after breathing', false, Infinity, [newTimer('breathing', 20, START), end]]
  ])('%s: %s', (_, rings, until, [timer, now]) => {
    expect(isToRing(timer, now)).toBe(rings);
    expect(untilRing(timer, now)).toBe(until);
  });

  test('and is of no use for ever', () => {
    expect(isStale(shared, end + 6 * HOUR)).toBe(false);
    expect(isStale(shared, end + 6 * HOUR + 1)).toBe(true);
  });
});

describe('a breath', () => {
  test.each<[number, 'in' | 'out', number, number]>([
    [-SECOND, 'in', 0, 0],
    [0, 'in', 0, 0],
    [3999, 'in', 0, 3999],
    [4000, 'out', 0, 4000],
    [9999, 'out', 0, 9999],
    [10_000, 'in', 1, 0],
    [304_500, 'out', 30, 4500]
  ])('%i ms after the start goes %s, the one after %i, begun %i ms ago', (after, ...breath) => {
    const [phase, number, since] = breath;
    expect(breathAt({ startedAt: START }, START + after)).toEqual({ phase, number, since });
  });

  test('takes as long as six a minute leave', () => {
    expect(MINUTE / BREATH).toBe(6);
  });
});

describe('a time to come back', () => {
  test.each<[string, string, string, string]>([
    ['19:00', '2026-11-22T18:40+01:00', 'Europe/Berlin', '2026-11-22T19:00+01:00'],
    ['18:59', '2026-11-22T18:40+01:00', 'Europe/Berlin', '2026-11-23T18:59+01:00'],
    ['00:10', '2026-11-22T23:40+01:00', 'Europe/Berlin', '2026-11-23T00:10+01:00'],
    ['18:00', '2026-11-22T18:40+01:00', 'Europe/Berlin', '2026-11-23T18:00+01:00'],
    ['23:45', '2026-03-28T23:30+01:00', 'Europe/Berlin', '2026-03-29T23:45+02:00'],
    ['02:30', '2026-03-29T01:30+01:00', 'Europe/Berlin', '2026-03-29T03:30+02:00']
  ])('%s, agreed at %s in %s, is %s', (time, now, zone, back) => {
    expect(backAt(time, Date.parse(now), zone)).toBe(Date.parse(back));
  });

  test.each(['', '7:00', '24:00', '19:60', '19:00:00', 'soon'])('"%s" is none', (text) => {
    expect(backAt(text, START, 'UTC')).toBeUndefined();
  });

  test('is always far enough and never more than a day and a break away', () => {
    const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
    const now = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2027, 0) });
    const two = (number: number) => String(number).padStart(2, '0');
    fc.assert(
      fc.property(time, now, ([hour, minute], now) => {
        const back = backAt(`${two(hour)}:${two(minute)}`, now, 'Europe/Berlin') ?? 0;
        expect(back - now).toBeGreaterThanOrEqual(20 * MINUTE);
        // A day with a clock change has 25 hours.
        expect(back - now).toBeLessThan(25 * HOUR + 20 * MINUTE);
      })
    );
  });

  test('makes a break that ends then', () => {
    expect(breakUntil(START + 33 * MINUTE, START)).toStrictEqual(newTimer('break', 33, START));
    expect(breakUntil(START + MINUTE, START)).toStrictEqual(newTimer('break', 20, START));
  });

  test('is at the soonest the first whole minute that leaves room for a break', () => {
    expect(soonestBack(START)).toBe(START + 20 * MINUTE);
    expect(soonestBack(START + 1)).toBe(START + 21 * MINUTE);
  });
});
