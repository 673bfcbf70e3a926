import { describe, expect, test } from 'vitest';
import { isSound } from '#lib/record/field.ts';
import {
  breakEvenShare,
  DEFAULT_TERMS,
  isWithdrawal,
  termsSetting,
  worthRange,
  type Terms
} from '#lib/account/model/terms.ts';

function termsWith(worth: Partial<Terms['worth']>, halfLife: number | null = 28): Terms {
  return { worth: { ...DEFAULT_TERMS.worth, ...worth }, halfLife };
}

describe('terms keep to their ranges', () => {
  test.each<[string, Terms, boolean]>([
    ['the defaults', DEFAULT_TERMS, true],
    ['no fading', termsWith({}, null), true],
    ['7 days', termsWith({}, 7), true],
    ['6 days', termsWith({}, 6), false],
    ['180 days', termsWith({}, 180), true],
    ['181 days', termsWith({}, 181), false],
    ['28.5 days', termsWith({}, 28.5), false],
    ['a deposit of 20', termsWith({ toward: 20 }), true],
    ['a deposit of 21', termsWith({ toward: 21 }), false],
    ['a deposit below zero', termsWith({ act: -1 }), false],
    ['a withdrawal of −20', termsWith({ against: -20 }), true],
    ['a withdrawal of −21', termsWith({ against: -21 }), false],
    ['a withdrawal above zero', termsWith({ broken: 1 }), false],
    ['nothing worth anything', termsWith({ toward: 0, away: 0 }), true],
    ['half a step', termsWith({ warm: 1.5 }), false],
    ['no number', termsWith({ warm: NaN }), false],
    ['a worth that is missing', { worth: {}, halfLife: 28 } as never, false]
  ])('%s', (_, terms, expected) => {
    expect(isSound(termsSetting.field.read, terms)).toBe(expected);
  });

  test('and a number that is none is the usual one, and the others stay', () => {
    const { worth } = DEFAULT_TERMS;
    const odd = { worth: { ...worth, kept: 7, act: 'x', broken: -99 }, halfLife: {} };
    expect(termsSetting.read(odd)).toEqual(termsWith({ kept: 7, broken: -20 }));
    expect(termsSetting.read({ worth: 5, halfLife: null })).toEqual(termsWith({}, null));
  });

  test('which differ for deposits and withdrawals', () => {
    expect(worthRange('toward')).toEqual([0, 20]);
    expect(worthRange('away')).toEqual([-20, 0]);
    expect(isWithdrawal('kept')).toBe(false);
    expect(isWithdrawal('broken')).toBe(true);
  });
});

describe('the break-even share', () => {
  test.each([
    [1, -2, 2 / 3],
    [1, -5, 5 / 6],
    [2, -2, 0.5],
    [3, -1, 0.25],
    [0, -2, 1],
    [1, 0, 0],
    [0, 0, undefined]
  ])('of %s against %s is %s', (toward, loss, share) => {
    expect(breakEvenShare(termsWith({ toward, away: loss }), 'away')).toBe(share);
    expect(breakEvenShare(termsWith({ toward, against: loss }), 'against')).toBe(share);
  });
});
