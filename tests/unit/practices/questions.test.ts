import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionsRecord, ROOTS, type QuestionsFacts } from '#lib/practices/questions/record.ts';

const STAMP = {
  id: '019abcde-0000-7000-8000-000000000001',
  now: Date.parse('2026-11-22T23:40Z'),
  zone: 'Europe/Berlin'
};
const FACTS: QuestionsFacts = {
  fear: 'They like others more.',
  trigger: 'They went out without me',
  root: 'both',
  rootNote: 'My father used to leave.',
  evidenceFor: 'They said little.',
  evidenceAgainst: 'They asked whether I wanted to come.',
  friend: 'Ask them tomorrow.'
};

const facts = fc.record<QuestionsFacts>({
  fear: fc.string(),
  trigger: fc.string(),
  root: fc.constantFrom(null, ...ROOTS),
  rootNote: fc.string(),
  evidenceFor: fc.string(),
  evidenceAgainst: fc.string(),
  friend: fc.string()
});

describe('answers made plain', () => {
  test('hold what is known and nothing else', () => {
    const form = {
      ...FACTS,
      trigger: ' They went out\nwithout me ',
      friend: 'Ask them. ',
      step: 3
    };
    expect(questionsRecord.plain(form)).toStrictEqual({ ...FACTS, friend: 'Ask them.' });
  });

  test('can be stored, and are the same when made plain again', () => {
    fc.assert(
      fc.property(facts, (facts) => {
        const plain = questionsRecord.plain(new Proxy(facts, {}));
        expect(structuredClone(plain)).toStrictEqual(plain);
        expect(questionsRecord.plain(plain)).toStrictEqual(plain);
      })
    );
  });

  test('have no root that is unknown, and no text that is too long', () => {
    const long = 'a'.repeat(3000);
    const root = 'nowhere' as 'now';
    const plain = questionsRecord.plain({
      ...FACTS,
      root,
      trigger: long,
      rootNote: long,
      friend: long
    });
    expect(plain.root).toBe(null);
    expect([plain.trigger, plain.rootNote, plain.friend].map(({ length }) => length)).toEqual([
      200, 2000, 2000
    ]);
  });
});

test.each<[string, Partial<QuestionsFacts>, 'empty' | undefined]>([
  ['nothing', {}, 'empty'],
  ['a trigger alone', { trigger: 'They went out' }, 'empty'],
  ['blanks', { friend: ' \n ' }, 'empty'],
  ['a fear alone', { fear: 'They like others more.' }, undefined],
  ['a choice alone', { root: 'past' }, undefined],
  ['a note on it', { rootNote: 'Both' }, undefined],
  ['evidence for it', { evidenceFor: 'They said little.' }, undefined],
  ['evidence against it', { evidenceAgainst: 'They asked me.' }, undefined],
  ['words to a friend', { friend: 'Ask them.' }, undefined]
])('of %s: the fault is %3$s', (_, answered, fault) => {
  expect(questionsRecord.fault({ ...questionsRecord.blank(), ...answered })).toBe(fault);
});

test('new answers have their id and the moment; amended ones keep both', () => {
  const made = questionsRecord.create(FACTS, STAMP);
  const { id, now, zone } = STAMP;
  expect(made).toStrictEqual({ ...FACTS, id, at: now, day: '2026-11-23', zone, updatedAt: now });
  const changed = { ...FACTS, root: null, friend: ' Sleep first. ' };
  expect(questionsRecord.amend(made, changed, now + 1)).toStrictEqual({
    ...made,
    root: null,
    friend: 'Sleep first.',
    updatedAt: now + 1
  });
});

test('the words to search are those that were written', () => {
  expect(questionsRecord.words({ ...FACTS, evidenceFor: '' })).toEqual([
    'They like others more.',
    'They went out without me',
    'My father used to leave.',
    'They asked whether I wanted to come.',
    'Ask them tomorrow.'
  ]);
  expect(questionsRecord.words({ ...questionsRecord.blank(), root: 'now' })).toEqual([]);
});
