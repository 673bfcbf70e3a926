import { expect, test } from 'vitest';
import type { Statement } from '#lib/account/model/statement.ts';
import { whyWords } from '#lib/account/weeks/words.ts';

/** What makes the number, in words: a change is told by what was logged, and fading by why. */

const WEEK: Statement = {
  week: { start: '2026-11-23', end: '2026-11-29' },
  opening: 40,
  faded: 0,
  deposits: 0,
  withdrawals: 0,
  closing: 40,
  band: 3
};

test.each<[string, Partial<Statement>, { good: number; hard: number }, boolean, string[]]>([
  [
    'a week of both',
    { faded: 4, deposits: 9, withdrawals: 3, closing: 42 },
    { good: 7, hard: 2 },
    false,
    [
      'Last week ended at 40. Now it’s 42.',
      'Good moments since then: 7 (+9). Missed or hard ones: 2 (−3).',
      'Older moments count a little less each day: 4 faded this week. That isn’t a loss. Recent moments just count most.'
    ]
  ],
  [
    'a week without a moment, in which the number falls',
    { faded: 5, closing: 35 },
    { good: 0, hard: 0 },
    false,
    [
      'Last week ended at 40. Now it’s 35.',
      'Nothing new yet this week.',
      'Older moments count a little less each day: 5 faded this week. That isn’t a loss. Recent moments just count most.'
    ]
  ],
  [
    'a first week of good moments',
    { opening: 0, deposits: 3, closing: 3 },
    { good: 3, hard: 0 },
    true,
    [
      'Your balance began this week. Now it’s 3.',
      'Good moments since then: 3 (+3).',
      'Nothing has faded this week.'
    ]
  ],
  [
    'a hard week below zero',
    { opening: -6, faded: -1, withdrawals: 2, closing: -7 },
    { good: 0, hard: 2 },
    false,
    [
      'Last week ended at −6. Now it’s −7.',
      'Missed or hard moments since then: 2 (−2).',
      'Hard moments fade too: 1 faded this week, so the balance is closer to zero.'
    ]
  ]
])('%s', (_, changes, moments, isFirst, lines) => {
  expect(whyWords({ ...WEEK, ...changes }, moments, isFirst)).toEqual(lines);
});
