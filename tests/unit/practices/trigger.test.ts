import { expect, test } from 'vitest';
import { triggersOf } from '#lib/practices/model/trigger.ts';

const named = (...triggers: string[]) => triggers.map((trigger) => ({ trigger }));

test.each([
  [[], []],
  [['', '  '], []],
  [['no answer'], ['no answer']],
  // the commonest first
  [
    ['out late', 'no answer', 'no answer'],
    ['no answer', 'out late']
  ],
  // of those as common, the one named last
  [
    ['out late', 'no answer'],
    ['no answer', 'out late']
  ],
  // one way of writing, the last
  [
    ['No answer', 'out late', ' no answer '],
    ['no answer', 'out late']
  ]
])('%j are the triggers %j', (written, told) => {
  expect(triggersOf(named(...written))).toEqual(told);
});
