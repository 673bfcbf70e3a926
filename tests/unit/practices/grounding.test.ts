import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  amendGrounding,
  BLANK_GROUNDING,
  groundingFault,
  newGrounding,
  plainGrounding,
  withWay,
  wordsOfGrounding,
  type GroundingFacts,
  type Way
} from '#lib/practices/pause/model/grounding.ts';
import { WAYS } from '#lib/practices/pause/record.ts';

const ID = '019abcde-0000-7000-8000-000000000001';
const NOW = Date.parse('2026-11-22T18:40Z');
const FACTS: GroundingFacts = {
  trigger: 'not answering',
  feeling: 'anxious',
  because: 'I do not know where they are',
  before: 8,
  after: 3,
  ways: ['breathing', 'walk'],
  helped: ['walk'],
  alsoHelped: 'a glass of water'
};

describe('facts made plain', () => {
  test('hold what is known and nothing else, each way once and in the order done', () => {
    const form = {
      ...FACTS,
      trigger: '  not\nanswering ',
      because: ' one\ntwo ',
      ways: ['walk', 'breathing', 'walk', 'sleeping'] as Way[],
      helped: ['breathing', 'body'] as Way[],
      step: 3
    };
    expect(plainGrounding(form)).toStrictEqual({
      ...FACTS,
      because: 'one\ntwo',
      ways: ['walk', 'breathing'],
      helped: ['breathing']
    });
  });

  test.each([
    [0, 0],
    [10, 10],
    [11, null],
    [-1, null],
    [2.5, null],
    [Number.NaN, null],
    [null, null]
  ])('a strength of %s is kept as %s', (before, kept) => {
    expect(plainGrounding({ ...FACTS, before }).before).toBe(kept);
  });

  test('can be stored whatever they came from, and stay the same the second time', () => {
    const texts = { trigger: fc.string(), feeling: fc.string(), because: fc.string() };
    const strength = fc.option(fc.integer({ min: 0, max: 10 }));
    const ways = fc.array(fc.constantFrom(...WAYS));
    const facts = fc.record({
      ...texts,
      before: strength,
      after: strength,
      ways,
      helped: ways,
      alsoHelped: fc.string()
    });
    fc.assert(
      fc.property(facts, (facts) => {
        const plain = plainGrounding(new Proxy(facts, {}));
        expect(structuredClone(plain)).toStrictEqual(plain);
        expect(plainGrounding(plain)).toStrictEqual(plain);
        for (const way of plain.helped) expect(plain.ways).toContain(way);
      })
    );
  });
});

test.each<[Partial<GroundingFacts>, 'empty' | undefined]>([
  [{}, 'empty'],
  [{ trigger: '  ' }, 'empty'],
  [{ helped: ['walk'] }, 'empty'],
  [{ trigger: 'late' }, undefined],
  [{ because: 'it is late' }, undefined],
  [{ alsoHelped: 'tea' }, undefined],
  [{ before: 0 }, undefined],
  [{ after: 0 }, undefined],
  [{ ways: ['breathing'] }, undefined]
])('%j cannot be kept because it is %s', (facts, fault) => {
  expect(groundingFault({ ...BLANK_GROUNDING, ...facts })).toBe(fault);
});

test('a pause is made now and here, and amended later without moving', () => {
  const made = newGrounding(FACTS, { id: ID, now: NOW, zone: 'Asia/Tokyo' });
  expect(made).toStrictEqual({
    ...FACTS,
    id: ID,
    at: NOW,
    day: '2026-11-23',
    zone: 'Asia/Tokyo',
    updatedAt: NOW
  });
  expect(amendGrounding(made, { ...FACTS, after: 1 }, NOW + 5)).toStrictEqual({
    ...made,
    after: 1,
    updatedAt: NOW + 5
  });
});

test('its own words are searched', () => {
  expect(wordsOfGrounding(FACTS)).toEqual([
    'not answering',
    'anxious',
    'I do not know where they are',
    'a glass of water'
  ]);
});

test('a way that was done again stays in its place, and the rest is left alone', () => {
  const form = { ...FACTS, step: 2 };
  expect(withWay(form, 'body')).toEqual({ ...form, ways: ['breathing', 'walk', 'body'] });
  expect(withWay(form, 'breathing')).toEqual(form);
});
