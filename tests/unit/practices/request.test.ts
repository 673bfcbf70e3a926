import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FEELING_GROUPS, isFeeling, moodOf } from '#lib/practices/gently/model/feelings.ts';
import { LONG_MAX } from '#lib/record/field.ts';
import { requestRecord, type RequestFacts } from '#lib/practices/gently/record.ts';

const FEELINGS = FEELING_GROUPS.flatMap(({ feelings }) => feelings);

const NOW = Date.parse('2026-11-22T18:40Z');
const STAMP = { id: '019abcde-0000-7000-8000-000000000001', now: NOW, zone: 'UTC' };
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

test('texts and feelings that are too long are cut, and too many feelings left out', () => {
  const long = 'a'.repeat(LONG_MAX + 1);
  const feelings = Array.from({ length: 9 }, (_, index) => `${index}${long}`);
  const plain = requestRecord.plain({
    impulse: long,
    see: long,
    feelings,
    about: long,
    wish: long
  });
  const { impulse, see, about, wish } = plain;
  expect([impulse, see, about, wish].map(({ length }) => length)).toEqual(Array(4).fill(LONG_MAX));
  expect(plain.feelings.map(({ length }) => length)).toEqual(Array(8).fill(40));
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

test('a new one has its id and its moment; an amended one keeps them', () => {
  const made = requestRecord.create(FACTS, STAMP);
  const moment = { id: STAMP.id, at: NOW, day: '2026-11-22', zone: 'UTC' };
  expect(made).toStrictEqual({ ...FACTS, ...moment, updatedAt: NOW });
  expect(requestRecord.amend(made, { ...FACTS, impulse: '' }, NOW + 1)).toStrictEqual({
    ...FACTS,
    ...moment,
    impulse: '',
    updatedAt: NOW + 1
  });
});

test('what has been made plain is the same when made plain again', () => {
  const facts = fc.record({
    impulse: fc.string(),
    see: fc.string(),
    feelings: fc.array(fc.oneof(fc.string(), fc.constantFrom(...FEELINGS))),
    about: fc.string(),
    wish: fc.string()
  });
  fc.assert(
    fc.property(facts, (request) => {
      const plain = requestRecord.plain(request);
      expect(requestRecord.plain(plain)).toStrictEqual(plain);
    })
  );
});

test('its words are its own, without empty parts', () => {
  expect(requestRecord.words({ ...FACTS, about: '' })).toEqual([
    'You never call',
    'the day was full',
    'lonely',
    'a bit lost',
    'you to write me a line'
  ]);
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
