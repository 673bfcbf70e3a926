import { expect, test } from 'vitest';
import {
  fearAskedOn,
  isAsked,
  promiseAskedOn,
  sharedTimeAskedOn
} from '#lib/practices/due/model/askedOn.ts';
import type { FearFacts } from '#lib/practices/fear/model/fear.ts';
import type { PromiseFacts } from '#lib/practices/promise/model/promise.ts';
import type { SharedTimeFacts } from '#lib/practices/together/model/sharedTime.ts';

const DAY = '2026-11-29';
const PROMISE: PromiseFacts = { text: 'Call the plumber', by: 'me', due: DAY };
const PLAN: SharedTimeFacts = { what: 'A walk', on: DAY, minute: null, memory: '' };
const FEAR: FearFacts = { trigger: '', prediction: 'They will leave.', by: DAY, line: '' };

test.each([
  [undefined, DAY],
  ['2026-12-01', '2026-12-01'],
  ['2026-11-25', DAY]
])('what is open and put off until %s is asked about on %s', (notBefore, asked) => {
  const put = notBefore ? { notBefore } : {};
  expect(promiseAskedOn({ ...PROMISE, ...put })).toBe(asked);
  expect(sharedTimeAskedOn({ ...PLAN, ...put })).toBe(asked);
  expect(fearAskedOn({ ...FEAR, ...put })).toBe(asked);
});

test.each([
  ['a promise that was kept', promiseAskedOn({ ...PROMISE, outcome: 'kept' })],
  ['a plan that took place', sharedTimeAskedOn({ ...PLAN, tookPlace: true })],
  ['a plan that did not', sharedTimeAskedOn({ ...PLAN, tookPlace: false })],
  ['a plan without a day', sharedTimeAskedOn({ ...PLAN, on: null })],
  ['a fear that did not come true', fearAskedOn({ ...FEAR, outcome: 'did not' })]
])('%s is not asked about', (_, asked) => expect(asked).toBeUndefined());

test.each([
  [DAY, '2026-11-28', false],
  [DAY, DAY, true],
  [DAY, '2026-12-24', true],
  [undefined, DAY, false]
])('first asked about on %s, on %s it is: %s', (on, today, isExpected) => {
  expect(isAsked(on, today)).toBe(isExpected);
});
