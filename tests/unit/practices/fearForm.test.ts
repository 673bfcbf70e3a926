import { describe, expect, test } from 'vitest';
import { fearRecord, type FearFacts } from '#lib/practices/fear/record.ts';
import {
  BLANK_FORM,
  caughtUp,
  dayOf,
  factsOf,
  formOf,
  type FearForm
} from '#lib/practices/fear/model/fearForm.ts';

const TODAY = '2026-12-28';
const FACTS: FearFacts = {
  trigger: 'No answer',
  prediction: 'They will not call.',
  evidenceFor: 'They forgot last week.',
  evidenceAgainst: '',
  by: '2027-01-02',
  line: ''
};
const STAMP = {
  id: '019abcde-0000-7000-8000-000000000001',
  now: Date.parse('2026-12-22T18:40Z'),
  zone: 'UTC'
};

test.each<[Partial<FearForm>, string]>([
  [{}, '2027-01-04'],
  [{ ahead: '1' }, '2026-12-29'],
  [{ ahead: '3' }, '2026-12-31'],
  [{ ahead: '7', own: '2027-03-01' }, '2027-01-04'],
  [{ ahead: 'own', own: '2027-03-01' }, '2027-03-01'],
  [{ ahead: 'own' }, '']
])('with %j it is asked on %j', (chosen, day) => {
  expect(dayOf({ ...BLANK_FORM, ...chosen }, TODAY)).toBe(day);
});

test('a blank form says nothing, for a week from today', () => {
  expect(factsOf(BLANK_FORM, TODAY)).toStrictEqual({
    trigger: '',
    prediction: '',
    evidenceFor: '',
    evidenceAgainst: '',
    by: '2027-01-04',
    line: ''
  });
});

describe('a fear that is changed', () => {
  test.each<[string, Partial<FearFacts>]>([
    ['an open one', {}],
    ['one from a thought', { thoughtId: '019abcde-0000-7000-8000-000000000002' }],
    ['one that is known', { outcome: 'differently', line: 'They wrote.' }],
    ['one that is put off', { notBefore: '2027-01-05' }]
  ])('stays as it is where nothing is changed: %s', (_, more) => {
    const fear = fearRecord.create({ ...FACTS, ...more }, STAMP);
    expect(factsOf(formOf(fear), TODAY, fear)).toStrictEqual({ ...FACTS, ...more });
  });

  test('is put off no longer when its day is another one', () => {
    const fear = fearRecord.create({ ...FACTS, notBefore: '2027-01-05' }, STAMP);
    const form = { ...formOf(fear), own: '2027-01-03' };
    expect(factsOf(form, TODAY, fear)).toStrictEqual({ ...FACTS, by: '2027-01-03' });
  });
});

test.each<[string, Partial<FearForm>, Partial<FearFacts>, Partial<FearForm>]>([
  ['answered meanwhile', {}, { outcome: 'happened' }, { outcome: 'happened' }],
  ['left open again', { outcome: 'differently', line: 'They wrote.' }, {}, {}],
  [
    'being changed',
    { outcome: 'did not', line: 'Half' },
    { outcome: 'happened', line: 'Old' },
    { outcome: 'did not', line: 'Half' }
  ]
])('a form whose fear was %s holds what became of it', (_, form, fear, after) => {
  const caught = caughtUp({ ...BLANK_FORM, ...form }, { ...FACTS, ...fear });
  expect(caught).toStrictEqual({ ...BLANK_FORM, ...after });
});
