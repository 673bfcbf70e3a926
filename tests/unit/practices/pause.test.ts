import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withWay } from '#lib/practices/pause/model/ways.ts';
import { pauseRecord, WAYS, type PauseFacts, type Way } from '#lib/practices/pause/record.ts';

const ID = '019abcde-0000-7000-8000-000000000001';
const NOW = Date.parse('2026-11-22T18:40Z');
const FACTS: PauseFacts = {
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
    expect(pauseRecord.plain(form)).toStrictEqual({
      ...FACTS,
      because: 'one\ntwo',
      ways: ['walk', 'breathing'],
      helped: ['breathing']
    });
  });

  test.each([
    [0, 0],
    [10, 10],
    [11, 10],
    [-1, 0],
    [2.5, 3],
    [Number.NaN, null],
    [null, null]
  ])('a strength of %s is kept as %s', (before, kept) => {
    expect(pauseRecord.plain({ ...FACTS, before }).before).toBe(kept);
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
        const plain = pauseRecord.plain(new Proxy(facts, {}));
        expect(structuredClone(plain)).toStrictEqual(plain);
        expect(pauseRecord.plain(plain)).toStrictEqual(plain);
        for (const way of plain.helped) expect(plain.ways).toContain(way);
      })
    );
  });
});

test.each<[Partial<PauseFacts>, 'empty' | undefined]>([
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
  expect(pauseRecord.fault({ ...pauseRecord.blank(), ...facts })).toBe(fault);
});

test('a pause is made now and here, and amended later without moving', () => {
  const made = pauseRecord.create(FACTS, { id: ID, now: NOW, zone: 'Asia/Tokyo' });
  expect(made).toStrictEqual({
    ...FACTS,
    id: ID,
    at: NOW,
    day: '2026-11-23',
    zone: 'Asia/Tokyo',
    updatedAt: NOW
  });
  expect(pauseRecord.amend(made, { ...FACTS, after: 1 }, NOW + 5)).toStrictEqual({
    ...made,
    after: 1,
    updatedAt: NOW + 5
  });
});

test('a message of blanks is none', () => {
  expect(pauseRecord.plain({ ...FACTS, unsent: ' ' })).toStrictEqual(FACTS);
});

test('its own words are searched', () => {
  expect(pauseRecord.words(FACTS)).toEqual([
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
