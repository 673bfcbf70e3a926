import { expect, test } from 'vitest';
import { FEELING_GROUPS, isFeeling, moodOf } from '#lib/practices/gently/model/feelings.ts';
import { requestRecord, type RequestFacts } from '#lib/practices/gently/record.ts';

const FEELINGS = FEELING_GROUPS.flatMap(({ feelings }) => feelings);

const FACTS: RequestFacts = {
  impulse: 'You never call',
  see: 'the day was full',
  feelings: ['lonely', 'a bit lost'],
  about: 'the quiet evening',
  wish: 'you to write me a line'
};

test('a request is made plain: trimmed, each feeling once, nothing else', () => {
  const form = {
    ...FACTS,
    see: '  the day\nwas full ',
    feelings: ['lonely', ' a  bit lost', 'lonely', ' '],
    hint: 1
  };
  expect(requestRecord.plain(form)).toStrictEqual({ ...FACTS, see: 'the day\nwas full' });
});

test.each<[Partial<RequestFacts>, string | undefined]>([
  [{}, 'empty'],
  [{ see: ' \n', feelings: [''] }, 'empty'],
  [{ impulse: 'You never call' }, undefined],
  [{ feelings: ['sad'] }, undefined],
  [{ wish: 'a hug' }, undefined]
])('%j cannot be kept because of: %j', (facts, fault) => {
  expect(requestRecord.fault({ ...requestRecord.blank(), ...facts })).toBe(fault);
});

test('every feeling stands in one group only', () => {
  expect(new Set(FEELINGS).size).toBe(FEELINGS.length);
  expect(new Set(FEELING_GROUPS.map(({ name }) => name)).size).toBe(FEELING_GROUPS.length);
});

test('no feeling of ours says what someone did', () => {
  const verdicts = ['ignored', 'betrayed', 'abandoned', 'attacked', 'used', 'neglected'];
  expect(verdicts.filter(isFeeling)).toEqual([]);
});

test.each([
  [['sad', 'lonely'], 'unpleasant'],
  [['grateful'], 'pleasant'],
  [['grateful', 'sad'], undefined],
  [['grateful', 'like home'], 'pleasant'],
  [['like home'], undefined],
  [[], undefined]
])('%j tell together: %j', (feelings, mood) => {
  expect(moodOf(feelings)).toBe(mood);
});
