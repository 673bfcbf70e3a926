import { describe, expect, test } from 'vitest';
import {
  ACTS_MAX,
  addAct,
  BUILT_IN_ACTS,
  DEFAULT_ACTS,
  hideAct,
  isBuiltInAct,
  moveAct,
  renameAct,
  type Act
} from '#lib/account/model/acts.ts';
import { ACT_MAX } from '#lib/account/model/entry.ts';

const ACTS: readonly Act[] = [
  { name: 'helped' },
  { name: 'made soup', hidden: true },
  { name: 'kiss' }
];
const names = (acts: readonly Act[]) => acts.map(({ name }) => name);

test('a new account has every built-in act, none hidden', () => {
  expect(DEFAULT_ACTS).toHaveLength(12);
  expect(names(DEFAULT_ACTS)).toEqual(BUILT_IN_ACTS);
  expect(DEFAULT_ACTS.some(({ hidden }) => hidden)).toBe(false);
});

test.each([
  ['helped', true],
  ['made soup', false],
  ['toString', false]
])('%s is built in: %j', (name, expected) => {
  expect(isBuiltInAct(name)).toBe(expected);
});

describe('add', () => {
  test('puts the words at the end, without blanks around them', () => {
    expect(addAct(ACTS, '  sang ')).toEqual([...ACTS, { name: 'sang' }]);
  });

  test.each(['', '  ', 'helped', ' made soup '])('changes nothing for %j', (words) => {
    expect(addAct(ACTS, words)).toBe(ACTS);
  });

  test('cuts words that are too long', () => {
    expect(addAct([], 'a'.repeat(61))).toEqual([{ name: 'a'.repeat(ACT_MAX) }]);
  });
});

test('a full list takes no more', () => {
  const full = Array.from({ length: ACTS_MAX }, (_, index) => ({ name: `act ${index}` }));
  expect(full).toHaveLength(200);
  expect(addAct(full, 'one more')).toBe(full);
  expect(addAct(full.slice(1), 'one more').at(-1)).toEqual({ name: 'one more' });
});

describe('rename', () => {
  test('keeps the place, and what is hidden', () => {
    expect(renameAct(ACTS, 'made soup', ' cooked ')).toEqual([
      { name: 'helped' },
      { name: 'cooked', hidden: true },
      { name: 'kiss' }
    ]);
  });

  test.each(['', 'kiss', 'helped'])('changes nothing for %j', (words) => {
    expect(renameAct(ACTS, 'helped', words)).toBe(ACTS);
  });
});

describe('hide', () => {
  test('takes off the pad', () => {
    expect(hideAct(ACTS, 'kiss', true)).toEqual([ACTS[0], ACTS[1], { name: 'kiss', hidden: true }]);
  });

  test('puts back on the pad, leaving no trace', () => {
    expect(hideAct(ACTS, 'made soup', false)).toStrictEqual([
      ACTS[0],
      { name: 'made soup' },
      ACTS[2]
    ]);
  });
});

test.each<[string, number, string[]]>([
  ['helped', 1, ['made soup', 'helped', 'kiss']],
  ['helped', 2, ['made soup', 'kiss', 'helped']],
  ['helped', 9, ['made soup', 'kiss', 'helped']],
  ['helped', -1, ['helped', 'made soup', 'kiss']],
  ['kiss', -1, ['helped', 'kiss', 'made soup']],
  ['kiss', -9, ['kiss', 'helped', 'made soup']],
  ['kiss', 0, ['helped', 'made soup', 'kiss']],
  ['sang', 1, ['helped', 'made soup', 'kiss']]
])('%s moved by %d', (name, places, expected) => {
  const moved = moveAct(ACTS, name, places);
  expect(names(moved)).toEqual(expected);
  expect(moved.find((act) => act.name === 'made soup')?.hidden).toBe(true);
});
