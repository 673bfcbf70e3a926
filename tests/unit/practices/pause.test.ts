import { expect, test } from 'vitest';
import { fearOfPause } from '#lib/practices/fear/model/fear.ts';
import { requestOfPause } from '#lib/practices/gently/fromPause.ts';
import { thoughtOfPause } from '#lib/practices/thought/model/thought.ts';
import { withWay } from '#lib/practices/pause/model/ways.ts';
import { pauseRecord, type PauseFacts, type Way } from '#lib/practices/pause/record.ts';

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

test('facts made plain hold what is known and nothing else, each way once and in the order done', () => {
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

test.each<[Partial<PauseFacts>, 'empty' | undefined]>([
  [{}, 'empty'],
  [{ trigger: '  ' }, 'empty'],
  [{ helped: ['walk'] }, 'empty'],
  [{ trigger: 'late' }, undefined],
  [{ because: 'it is late' }, undefined],
  [{ rootNote: 'school' }, undefined],
  [{ alsoHelped: 'tea' }, undefined],
  [{ before: 0 }, undefined],
  [{ after: 0 }, undefined],
  [{ ways: ['breathing'] }, undefined]
])('%j cannot be kept because it is %s', (facts, fault) => {
  expect(pauseRecord.fault({ ...pauseRecord.blank(), ...facts })).toBe(fault);
});

test('a message of blanks is none', () => {
  expect(pauseRecord.plain({ ...FACTS, unsent: ' ' })).toStrictEqual(FACTS);
});

test('a way that was done again stays in its place, and the rest is left alone', () => {
  const form = { ...FACTS, step: 2 };
  expect(withWay(form, 'body')).toEqual({ ...form, ways: ['breathing', 'walk', 'body'] });
  expect(withWay(form, 'breathing')).toEqual(form);
});

test.each<[string, Partial<PauseFacts>, thought: string, impulse: string]>([
  [
    'the reason',
    { feeling: 'afraid', because: 'she left early' },
    'she left early',
    'she left early'
  ],
  ['a feeling that says why', { feeling: 'that she hates me' }, 'that she hates me', ''],
  [
    'the message',
    { feeling: 'sad, hurt', unsent: 'Where are you?' },
    'Where are you?',
    'Where are you?'
  ],
  ['no thought', { feeling: 'sad, hurt' }, '', '']
])('%s goes on from a pause', (_name, facts, thought, impulse) => {
  const pause = pauseRecord.plain({ trigger: 'no answer', ...facts });
  expect(thoughtOfPause(pause)).toMatchObject({ trigger: 'no answer', thought });
  expect(fearOfPause(pause, '2026-11-22')).toMatchObject({
    trigger: 'no answer',
    prediction: thought
  });
  expect(requestOfPause(pause)).toMatchObject({ impulse });
});
