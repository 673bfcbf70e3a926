import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PRACTICES, type PracticeTable } from '#lib/practices/registry.ts';
import { LAST_INSTANT } from '#lib/record/field.ts';
import type { Kind } from '#lib/record/record.ts';
import { GOOD } from '../../fixtures/hostile.ts';
import { anyRow } from '../record/arbitrary.ts';

/*
 * What holds of every kind of record, whoever declared it.
 */

const KINDS = PRACTICES.map((kind) => [kind.table, kind as Kind<string, object>] as const);

/** What is read, and what was told meanwhile. */
function reading(kind: Kind<string, object>, row: unknown) {
  const told: string[] = [];
  const read = kind.read(row, (rule, path = '') => told.push(`${path} ${rule}`));
  return { read, told };
}

test('each has a table of its own', () => {
  expect(new Set(PRACTICES.map(({ table }) => table)).size).toBe(PRACTICES.length);
});

/** The user's own words in the record of each that has all that it may have. */
const WORDS: Record<PracticeTable, readonly string[]> = {
  groundings: ['late', 'fear', 'of before', 'school', 'tea', 'Where are you?'],
  questions: ['They left', 'late', 'school', 'none', 'much', 'wait'],
  thoughts: ['late', 'They left', 'a', 'b', 'c', 'd', 'e', 'f', 'g'],
  fears: ['late', 'A row', 'a', 'b', 'We ate.'],
  requests: ['Always', 'Plates', 'tired', 'sleep', 'Your turn?'],
  apologies: ['I shouted', 'Loud', 'Breathe'],
  promises: ['Call'],
  agreements: ['We text when late'],
  disclosures: ['I was tired'],
  sharedTimes: ['Moon', 'Clouds'],
  checkIns: ['well', 'well', 'soup', 'tea', 'up', 'no', 'Call', 'Moon'],
  goals: ['Swim', 'Towel'],
  wins: ['Choir'],
  sentences: ['Fool', 'Tired', 'I was tired']
};

test.each(PRACTICES)('the words to search in $table are those that were written', (kind) => {
  const [row = {}] = GOOD.practices[kind.table] ?? [];
  expect(kind.words(row).toSorted()).toEqual(WORDS[kind.table].toSorted());
  expect(kind.words((kind as Kind<string, object>).blank('2026-11-22'))).toEqual([]);
});

describe.each(KINDS)('%s', (_, kind) => {
  const row = anyRow(kind);

  test('what is made breaks no rule, and reads as it is, also from a file', () => {
    fc.assert(
      fc.property(row, (made) => {
        expect(reading(kind, made)).toStrictEqual({ read: made, told: [] });
        const written: unknown = JSON.parse(JSON.stringify(made));
        expect(reading(kind, written)).toStrictEqual({ read: made, told: [] });
      })
    );
  });

  test('amended with its own facts it stays as it is', () => {
    fc.assert(
      fc.property(row, (made) => {
        const updatedAt = made.updatedAt + 1;
        fc.pre(updatedAt <= LAST_INSTANT);
        expect(kind.amend(made, made, updatedAt)).toStrictEqual({ ...made, updatedAt });
      })
    );
  });

  test('anything at all is read without a word, and what was read reads as it is', () => {
    const anything = fc.anything({ maxDepth: 2, withBigInt: true });
    fc.assert(
      fc.property(fc.oneof(anything, row), anything, fc.nat(), (one, value, place) => {
        const keys = Object.keys(kind.shape.all[0] ?? {});
        const spoiled = { ...Object(one), [keys[place % keys.length] ?? '']: value };
        const read = kind.read(spoiled);
        expect(read && kind.read(read)).toStrictEqual(read);
      })
    );
  });

  test('a row loses one field at most to a value that is none, or is missing', () => {
    const fields = Object.keys(kind.shape.all[0] ?? {});
    fc.assert(
      fc.property(row, fc.constantFrom(...fields), fc.boolean(), (made, key, isMissing) => {
        const lacking = { ...made, [key]: undefined };
        const read = kind.read(isMissing ? lacking : { ...lacking, [key]: Symbol('none') });
        expect(read).toMatchObject({ id: made.id, day: made.day, updatedAt: made.updatedAt });
        expect(kind.read({ ...read, ...made, [key]: read?.[key as never] })).toStrictEqual(read);
      })
    );
  });

  test('its words are texts that stand in it', () => {
    fc.assert(
      fc.property(row, (made) => {
        const text = JSON.stringify(made);
        for (const words of kind.words(made)) expect(text).toContain(JSON.stringify(words));
      })
    );
  });
});
