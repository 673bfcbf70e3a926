import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answerFear,
  blankFear,
  changeFear,
  countByTrigger,
  countFears,
  fearFault,
  fearFrom,
  isOverdue,
  putOffFear,
  reopenFear
} from '#lib/practices/fear/model/fear.ts';
import { thoughtRecord } from '#lib/practices/thought/record.ts';
import {
  FEAR_OUTCOMES,
  fearRecord,
  type Fear,
  type FearFacts,
  type FearOutcome
} from '#lib/practices/fear/record.ts';

const STAMP = {
  id: '019abcde-0000-7000-8000-000000000001',
  now: Date.parse('2026-11-22T18:40Z'),
  zone: 'UTC'
};
const THOUGHT_ID = '019abcde-0000-7000-8000-000000000002';
const FACTS: FearFacts = {
  trigger: 'No answer for hours',
  prediction: 'They will not call before Sunday.',
  evidenceFor: '',
  evidenceAgainst: '',
  by: '2026-11-29',
  line: ''
};
const FEAR = fearRecord.create(FACTS, STAMP);

describe('a fear made plain', () => {
  test('has a line only with an outcome', () => {
    const both = { ...FACTS, line: 'A friend came.' };
    expect(fearRecord.plain(both)).toStrictEqual(FACTS);
    const outcome = 'did not' as const;
    expect(fearRecord.plain({ ...both, outcome })).toStrictEqual({
      ...FACTS,
      outcome,
      line: 'A friend came.'
    });
  });
});

test.each<[Partial<FearFacts>, string | undefined]>([
  [{}, undefined],
  [{ by: '2026-11-22' }, undefined],
  [{ by: '2026-11-21' }, 'past'],
  [{ by: '2026-02-29' }, 'day'],
  [{ by: '' }, 'day'],
  [{ prediction: ' ' }, 'prediction'],
  [{ prediction: '', by: '' }, 'prediction']
])('with %j the fault is %j', (change, fault) => {
  expect(fearFault({ ...FACTS, ...change }, '2026-11-22')).toBe(fault);
});

test('a new one is asked about in a week unless chosen otherwise', () => {
  expect(blankFear('2026-12-28')).toStrictEqual({
    trigger: '',
    prediction: '',
    evidenceFor: '',
    evidenceAgainst: '',
    by: '2027-01-04',
    line: ''
  });
});

test('one from a thought begins with its words and remembers it', () => {
  const evidence = { evidenceFor: 'They said little.', evidenceAgainst: 'They kissed me.' };
  const words = { trigger: 'No answer for hours', thought: 'They are pulling away.', ...evidence };
  const thought = thoughtRecord.create(words, { ...STAMP, id: THOUGHT_ID });
  expect(fearFrom(thought, '2026-11-22')).toStrictEqual({
    trigger: 'No answer for hours',
    prediction: 'They are pulling away.',
    ...evidence,
    by: '2026-11-29',
    thoughtId: THOUGHT_ID,
    line: ''
  });
});

const later = STAMP.now + 1;

test('what a form leaves out is gone: its outcome, and being put off', () => {
  const put = fearRecord.create({ ...FACTS, notBefore: '2026-11-30' }, STAMP);
  const answered = fearRecord.create({ ...FACTS, outcome: 'happened', line: 'So it was.' }, STAMP);
  for (const before of [put, answered])
    expect(changeFear(before, FACTS, later)).toStrictEqual({ ...FEAR, updatedAt: later });
});

describe('what became of it', () => {
  test('is kept with a line', () => {
    const put = putOffFear(FEAR, '2026-11-30', later);
    expect(put).toStrictEqual({ ...FEAR, notBefore: '2026-11-30', updatedAt: later });
    expect(answerFear(put, 'differently', ' They wrote.\n', later + 1)).toStrictEqual({
      ...put,
      outcome: 'differently',
      line: 'They wrote.',
      updatedAt: later + 1
    });
  });

  test('can be taken back', () => {
    const from = fearRecord.create({ ...FACTS, thoughtId: THOUGHT_ID }, STAMP);
    const answered = answerFear(from, 'happened', 'They did not.', later);
    expect(reopenFear(answered, later + 1)).toStrictEqual({ ...from, updatedAt: later + 1 });
  });

  test.each<[string, Partial<FearFacts>, boolean]>([
    ['2026-11-28', {}, false],
    ['2026-11-29', {}, true],
    ['2026-12-24', {}, true],
    ['2026-11-29', { notBefore: '2026-12-24' }, true],
    ['2026-12-24', { outcome: 'happened' }, false]
  ])('on %s with %j it is overdue: %j', (today, change, expected) => {
    expect(isOverdue({ ...FACTS, ...change }, today)).toBe(expected);
  });
});

/** So many fears of each outcome, a minute apart, then open ones. */
function fears(
  [happened, didNot, differently, open]: readonly number[],
  trigger = '',
  from = STAMP.now
): Fear[] {
  const outcomes: (FearOutcome | undefined)[] = [
    ...Array(happened).fill('happened'),
    ...Array(didNot).fill('did not'),
    ...Array(differently).fill('differently'),
    ...Array(open).fill(undefined)
  ];
  return outcomes.map((outcome, index) =>
    fearRecord.create(
      { ...FACTS, trigger, ...(outcome && { outcome }) },
      { ...STAMP, now: from + index * 60_000 }
    )
  );
}

describe('how many came true', () => {
  test.each([
    [[1, 9, 2, 0], { answered: 12, happened: 1, differently: 2, low: 0.64612, high: 0.98513 }],
    [[0, 5, 0, 7], { answered: 5, happened: 0, differently: 0, low: 0.56552, high: 1 }],
    [[5, 0, 0, 0], { answered: 5, happened: 5, differently: 0, low: 0, high: 0.43448 }],
    [[2, 4, 4, 1], { answered: 10, happened: 2, differently: 4, low: 0.49016, high: 0.94332 }]
  ])('of %j: %j', (counts, expected) => {
    expect(countFears(fears(counts))).toEqual({
      ...expected,
      low: expect.closeTo(expected.low, 5),
      high: expect.closeTo(expected.high, 5)
    });
  });

  test.each([[[0, 0, 0, 0]], [[1, 2, 1, 0]], [[0, 4, 0, 9]]])('of %j nothing is said', (counts) => {
    expect(countFears(fears(counts))).toBeUndefined();
  });

  test('by trigger: only where there are enough, the most first, whatever the capitals', () => {
    const all = [
      ...fears([0, 5, 0, 0], 'busy'),
      ...fears([2, 2, 0, 0], 'No answer'),
      ...fears([0, 1, 1, 3], 'no answer', STAMP.now + 3_600_000),
      ...fears([1, 3, 0, 9], 'out with friends'),
      ...fears([9, 9, 9, 9])
    ];
    const interval = { low: expect.any(Number), high: expect.any(Number) };
    const expected = [
      { trigger: 'no answer', answered: 6, happened: 2, differently: 1, ...interval },
      { trigger: 'busy', answered: 5, happened: 0, differently: 0, ...interval }
    ];
    expect(countByTrigger(all)).toEqual(expected);
    expect(countByTrigger(all.toReversed())).toEqual(expected);
  });

  test('never counts more than there are, and the interval holds the share', () => {
    const trigger = fc.constantFrom('', 'busy', 'Busy', 'no answer');
    const outcome = fc.constantFrom(undefined, ...FEAR_OUTCOMES);
    fc.assert(
      fc.property(fc.array(fc.tuple(trigger, outcome), { maxLength: 60 }), (drawn) => {
        const all = drawn.map(([trigger, outcome]) =>
          fearRecord.create({ ...FACTS, trigger, ...(outcome && { outcome }) }, STAMP)
        );
        const byTrigger = countByTrigger(all);
        const total = countFears(all);
        const sum = byTrigger.reduce((sum, { answered }) => sum + answered, 0);
        expect(sum).toBeLessThanOrEqual(total?.answered ?? 0);
        for (const { answered, happened, differently, low, high } of byTrigger) {
          expect(answered).toBeGreaterThanOrEqual(5);
          expect(happened + differently).toBeLessThanOrEqual(answered);
          const share = (answered - happened) / answered;
          expect(low - 1e-12).toBeLessThanOrEqual(share);
          expect(high + 1e-12).toBeGreaterThanOrEqual(share);
        }
      })
    );
  });
});
