import { expect, test } from 'vitest';
import { questionsRecord, type QuestionsFacts } from '#lib/practices/questions/record.ts';

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
