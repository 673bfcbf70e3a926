import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barelyMove, fallOf, thoughtFrom } from '#lib/practices/thought/model/thought.ts';
import { questionsRecord } from '#lib/practices/questions/record.ts';
import { thoughtRecord, type Thought, type ThoughtFacts } from '#lib/practices/thought/record.ts';

const STAMP = {
  id: '019abcde-0000-7000-8000-000000000001',
  now: Date.parse('2026-11-22T18:40Z'),
  zone: 'UTC'
};
const FACTS: ThoughtFacts = {
  trigger: 'No answer for hours',
  thought: 'They must be pulling away.',
  before: 80,
  evidenceFor: 'They said little yesterday.',
  evidenceAgainst: 'They kissed me this morning.',
  explanations: 'A long meeting.',
  mySide: 'I did not answer either when I was tired.',
  friend: 'Wait until tonight.',
  balanced: 'They may be busy. I can ask tonight.',
  patterns: ['mind-reading'],
  after: 45
};

test.each([
  ['They are pulling away.', undefined],
  ['', 'thought'],
  [' \n ', 'thought']
])('of the thought %j the fault is %j', (thought, fault) => {
  expect(thoughtRecord.fault({ ...thoughtRecord.blank(), thought })).toBe(fault);
});

test('going on from the three questions, nothing said there is asked anew', () => {
  const questions = {
    fear: 'They are pulling away.',
    trigger: 'No answer for hours',
    root: 'now' as const,
    rootNote: 'Tonight',
    evidenceFor: 'They said little.',
    evidenceAgainst: 'They kissed me.',
    friend: 'Wait until tonight.'
  };
  expect(thoughtFrom(questions)).toStrictEqual({
    ...thoughtRecord.blank(),
    trigger: 'No answer for hours',
    thought: 'They are pulling away.',
    evidenceFor: 'They said little.',
    evidenceAgainst: 'They kissed me.',
    friend: 'Wait until tonight.'
  });
  expect(thoughtFrom(questionsRecord.blank())).toStrictEqual(thoughtRecord.blank());
});

test.each([
  [80, 45, 35],
  [50, 50, 0],
  [40, 60, -20],
  [0, 0, 0],
  [null, 45, undefined],
  [80, null, undefined]
])('from %j to %j a belief falls by %j', (before, after, fall) => {
  expect(fallOf({ ...FACTS, before, after })).toBe(fall);
});

type Beliefs = readonly [number | null, number | null];

/** Thoughts, one a minute, the first of them first. */
const thoughts = (beliefs: readonly Beliefs[]): Thought[] =>
  beliefs.map(([before, after], index) =>
    thoughtRecord.create({ ...FACTS, before, after }, { ...STAMP, now: STAMP.now + index * 60_000 })
  );

describe('thoughts barely move', () => {
  const still: Beliefs = [80, 75];

  test.each<[string, Beliefs[], boolean]>([
    ['none', [], false],
    ['four that did not', Array(4).fill(still), false],
    ['five that did not', Array(5).fill(still), true],
    ['five that fell by 9', Array(5).fill([80, 71]), true],
    ['five that fell by 10', Array(5).fill([80, 70]), false],
    ['five that rose', Array(5).fill([60, 90]), true],
    ['five, one of which fell', [still, still, [80, 20], still, still], false],
    ['five after one that fell', [[80, 20], still, still, still, still, still], true],
    ['five before one that fell', [still, still, still, still, still, [80, 20]], false],
    ['five with gaps between', [still, [80, null], still, still, [null, 80], still, still], true],
    ['four and one with a gap', [still, still, still, still, [80, null]], false],
    ['five that were hardly believed', Array(5).fill([29, 29]), false],
    ['five at the least belief', Array(5).fill([30, 29]), true],
    ['five with a weak one between', [still, still, [20, 0], still, still, still], true]
  ])('of %s: %3$j', (_, beliefs, expected) => {
    expect(barelyMove(thoughts(beliefs))).toBe(expected);
  });

  test('whatever the order in which they are handed in', () => {
    const beliefs = fc.array(
      fc.tuple(fc.nat({ max: 100 }), fc.nat({ max: 100 })).map((pair): Beliefs => pair),
      { minLength: 4, maxLength: 9 }
    );
    fc.assert(
      fc.property(beliefs, (beliefs) => {
        const inOrder = thoughts(beliefs);
        expect(barelyMove(inOrder.toReversed())).toBe(barelyMove(inOrder));
      })
    );
  });

  test('never after one that fell by ten or more', () => {
    const beliefs = fc.array(fc.constant(still), { maxLength: 9 });
    fc.assert(
      fc.property(beliefs, fc.integer({ min: 30, max: 100 }), (beliefs, before) => {
        expect(barelyMove(thoughts([...beliefs, [before, before - 10]]))).toBe(false);
      })
    );
  });
});
