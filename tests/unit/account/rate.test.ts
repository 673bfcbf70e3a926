import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rateBetween, shareBehind, wilson } from '#lib/account/model/rate.ts';
import type { Tally } from '#lib/account/model/tally.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('the rate', () => {
  const tallies: Tally[] = [
    { day: '2026-11-01', counts: { 'bid:partner:away': 9 } },
    { day: '2026-11-02', counts: { 'bid:partner:toward': 3, 'bid:me:away': 7, act: 5 } },
    { day: '2026-11-08', counts: { 'bid:partner:warm': 5, 'bid:partner:away': 1 } },
    { day: '2026-11-09', counts: { 'bid:partner:against': 1 } }
  ];

  test('is of the partner’s bids, a warm toward being a toward, both ends included', () => {
    expect(rateBetween(tallies, '2026-11-02', '2026-11-09')).toEqual({
      toward: 8,
      bids: 10,
      share: 0.8,
      low: expect.closeTo(0.49016, 5),
      high: expect.closeTo(0.94332, 5)
    });
    expect(rateBetween(tallies, '2026-11-02', '2026-11-08')?.bids).toBe(9);
  });

  test('is not there without bids', () => {
    expect(rateBetween(tallies, '2026-11-03', '2026-11-07')).toBeUndefined();
    expect(
      rateBetween([{ day: '2026-11-02', counts: { act: 1 } }], '2026-11-02', '2026-11-02')
    ).toBe(undefined);
  });
});

describe('the Wilson interval', () => {
  test.each([
    [8, 10, 0.49016, 0.94332],
    [48, 66, 0.60958, 0.81997],
    [1, 1, 0.20655, 1],
    [0, 5, 0, 0.43448]
  ])('of %d in %d is %d to %d', (hits, trials, low, high) => {
    expect(wilson(hits, trials).low).toBeCloseTo(low, 5);
    expect(wilson(hits, trials).high).toBeCloseTo(high, 5);
  });

  test('lies within 0 to 1, holds the share, and mirrors', () => {
    const counts = fc
      .tuple(fc.nat({ max: 5000 }), fc.nat({ max: 5000 }))
      .filter(([a, b]) => a + b > 0);
    fc.assert(
      fc.property(counts, ([hits, misses]) => {
        const { low, high } = wilson(hits, hits + misses);
        const share = hits / (hits + misses);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(share + 1e-12);
        expect(high).toBeGreaterThanOrEqual(share - 1e-12);
        expect(wilson(misses, hits + misses).low).toBeCloseTo(1 - high, 12);
      })
    );
  });
});

describe('the noticing lens', () => {
  test('an observed half, with half of the good noticed, stands for two thirds', () => {
    expect(shareBehind(0.5, 0.5)).toBeCloseTo(2 / 3, 12);
  });

  test('changes nothing when all is noticed, and never makes a share smaller', () => {
    const noticed = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, noticed, (observed, noticed) => {
        expect(shareBehind(observed, 1)).toBeCloseTo(observed, 12);
        expect(shareBehind(observed, noticed)).toBeGreaterThanOrEqual(observed - 1e-12);
        expect(shareBehind(observed, noticed)).toBeLessThanOrEqual(1);
      })
    );
  });

  test('undoes what noticing does', () => {
    fc.assert(
      fc.property(share, fc.double({ min: 0.01, max: 1, noNaN: true }), (good, noticed) => {
        const observed = (good * noticed) / (good * noticed + (1 - good));
        expect(shareBehind(observed, noticed)).toBeCloseTo(good, 9);
      })
    );
  });
});
