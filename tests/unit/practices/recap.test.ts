import { describe, expect, test } from 'vitest';
import { newEntry, type ActFacts, type Entry, type Facts } from '#lib/account/model/entry.ts';
import { recapOf } from '#lib/practices/recap/model/recap.ts';

let number = 0;

function entry(facts: Facts): Entry {
  number += 1;
  return newEntry(facts, { id: String(number), now: number, zone: 'UTC' });
}

const act = (act: string, more: Partial<ActFacts> = {}): Facts => {
  return { kind: 'act', by: 'partner', act, ...more };
};
const MET: Facts = { kind: 'bid', by: 'me', response: 'toward' };
const MISSED: Facts = { kind: 'bid', by: 'me', response: 'away' };
const REPAIR: Facts = { kind: 'repair' };
const many = (count: number, facts: Facts) => Array.from({ length: count }, () => entry(facts));

describe('a recap', () => {
  test('tells how many moments were good, which acts and how often, what was mended', () => {
    const week = [
      ...many(2, act('thanked')),
      ...many(3, act('helped')),
      ...many(3, act('helped', { by: 'me' })),
      ...many(2, act('Soup')),
      entry(act('soup ')),
      entry(act('kiss')),
      ...many(2, REPAIR),
      entry(MISSED)
    ];
    expect(recapOf([week])).toMatchObject({
      good: 14,
      isMost: false,
      acts: [
        { act: { act: 'helped', by: 'partner' }, count: 3 },
        { act: { act: 'helped', by: 'me' }, count: 3 },
        { act: { act: 'Soup' }, count: 3 }
      ],
      fresh: undefined,
      mended: 2,
      isHard: false,
      quote: undefined
    });
  });

  test.each([
    ['nothing', []],
    ['four moments', many(4, MET)]
  ])('there is none of %s', (_, week) => {
    expect(recapOf([week, many(20, MET)])).toBeUndefined();
  });

  test('something is new where the spans before had acts, and not that one', () => {
    const week = [...many(4, MET), ...many(2, act('thanked')), entry(act('sang'))];
    expect(recapOf([week, [entry(act('thanked'))]])?.fresh).toMatchObject({ act: 'sang' });
    expect(recapOf([week, many(3, MET)])?.fresh).toBeUndefined();
    expect(recapOf([week, [], [entry(act('Sang')), entry(act('thanked'))]])?.fresh).toBeUndefined();
  });

  // The good moments of the span, then those of the spans before, five in all where fewer are good.
  test.each([
    [8, [7, 6, 5, 7], true],
    [8, [8, 6, 5, 7], false],
    [8, [7, 6, 5], false],
    [5, [0, 1, 2, 3], true],
    [8, [7, 6, 5, 7, 9], false]
  ])('with %d it is the most after %j: %s', (good, before, isMost) => {
    const spans = before.map((good) => [
      ...many(good, MET),
      ...many(Math.max(0, 5 - good), MISSED)
    ]);
    expect(recapOf([many(good, MET), ...spans])?.isMost).toBe(isMost);
  });

  test('a span with too little logged is compared with nothing', () => {
    const before = [many(5, MET), many(5, MET), many(5, MET), many(4, MET)];
    expect(recapOf([many(9, MET), ...before])?.isMost).toBe(false);
  });

  test.each([
    [3, 2, false],
    [3, 3, true],
    [1, 6, true],
    [0, 5, true]
  ])('with %d good and %d hard moments it was hard: %s', (good, hard, isHard) => {
    expect(recapOf([[...many(good, MET), ...many(hard, MISSED)]])?.isHard).toBe(isHard);
  });

  test('a favorite is quoted first, then the longest note, and none that was hidden or hard', () => {
    const noted = (note: string, more: object = {}) => entry({ ...MET, note, ...more });
    const rest = many(5, MET);
    const quote = (...told: Entry[]) => recapOf([[...rest, ...told]])?.quote?.note;
    expect(quote(noted('short'), noted('somewhat longer'))).toBe('somewhat longer');
    expect(quote(noted('short', { favorite: true }), noted('somewhat longer'))).toBe('short');
    expect(quote(noted('short'), noted('somewhat longer', { hidden: true }))).toBe('short');
    expect(quote(entry({ ...MISSED, note: 'at dinner' }))).toBeUndefined();
  });
});
