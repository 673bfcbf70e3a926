import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chanceAmong,
  chanceOf,
  groupBy,
  isNamedMost,
  standsOut
} from '#lib/account/model/standsOut.ts';

describe('the chance of so many hits or more', () => {
  // Fisher's lady tasting tea: all four cups right are 1 in 70, three or more 17 in 70.
  test.each([
    [4, 4, 4, 8, 1 / 70],
    [3, 4, 4, 8, 17 / 70],
    [0, 4, 4, 8, 1],
    [5, 5, 5, 40, 1 / 658_008]
  ])(
    '%d of %d, where %d of %d are hits in all, is %d',
    (hits, trials, allHits, allTrials, chance) => {
      const all = { hits: allHits, trials: allTrials };
      expect(chanceAmong({ hits, trials }, all)).toBeCloseTo(chance, 12);
    }
  );

  test.each([
    [2, 2, 0.5, 0.25],
    [8, 10, 0.5, 56 / 1024],
    [0, 10, 0.5, 1],
    [5, 5, 1 / 3, 1 / 243],
    [3, 3, 1, 1]
  ])('%d of %d at %d each is %d', (hits, trials, probability, chance) => {
    expect(chanceOf(hits, trials, probability)).toBeCloseTo(chance, 12);
  });

  test('falls with each hit more, and stays a probability where there are many', () => {
    const counts = fc
      .tuple(fc.nat({ max: 400 }), fc.nat({ max: 400 }), fc.nat({ max: 400 }), fc.nat({ max: 400 }))
      .map(([hits, misses, otherHits, otherMisses]) => ({
        group: { hits, trials: hits + misses },
        all: { hits: hits + otherHits, trials: hits + misses + otherHits + otherMisses }
      }));
    fc.assert(
      fc.property(counts, ({ group, all }) => {
        const chance = chanceAmong(group, all);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        const fewer = { ...group, hits: group.hits - 1 };
        if (group.hits > 0) expect(chanceAmong(fewer, all)).toBeGreaterThanOrEqual(chance);
      })
    );
  });
});

describe('a group stands out', () => {
  const groups = (...counts: [string, number, number][]) =>
    counts.map(([key, hits, trials]) => ({ key, hits, trials }));

  test('with its share and the interval of that', () => {
    expect(standsOut(groups(['evening', 9, 18], ['morning', 3, 40]))).toEqual({
      key: 'evening',
      hits: 9,
      trials: 18,
      low: expect.closeTo(0.29034, 4),
      high: expect.closeTo(0.70966, 4)
    });
  });

  test.each([
    ['a share like the others’', groups(['evening', 6, 15], ['morning', 5, 35])],
    ['four hits', groups(['evening', 4, 4], ['morning', 0, 40])],
    ['alone', groups(['evening', 40, 40])],
    ['as nothing', groups()],
    // The same two groups would do without the nine others: many were looked at.
    [
      'among many groups, by no more than one of them may by chance',
      [
        ...groups(['evening', 7, 12], ['morning', 4, 28]),
        ...Array.from({ length: 12 }, (_, key) => ({ key: String(key), hits: 0, trials: 1 }))
      ]
    ]
  ])('not with %s', (_, groups) => {
    expect(standsOut(groups)).toBeUndefined();
  });

  test('of several the one with most hits', () => {
    const both = groups(['few', 6, 6], ['many', 20, 24], ['none', 2, 90]);
    expect(standsOut(both)?.key).toBe('many');
  });
});

describe('a group is named most', () => {
  test('of all that was named', () => {
    const named = groupBy(
      [...'aaaaaaaabc'],
      (letter) => letter,
      () => true
    );
    expect(isNamedMost(named)).toEqual({
      key: 'a',
      hits: 8,
      trials: 10,
      low: expect.closeTo(0.49016, 5),
      high: expect.closeTo(0.94332, 5)
    });
  });

  test.each(['', 'aaaaaaaaaa', 'aaaabbbb', 'aaaaab', 'aaaabcde'])('not in %o', (letters) => {
    const named = groupBy(
      [...letters],
      (letter) => letter,
      () => true
    );
    expect(isNamedMost(named)).toBeUndefined();
  });
});
