import { expect, test } from 'vitest';
import { fearDueOn, isDueOn, promiseDueOn, sharedTimeDueOn } from '#lib/due/model/dueOn.ts';
import { fearRecord, type FearFacts } from '#lib/practices/fear/record.ts';
import type { PromiseFacts } from '#lib/practices/promise/record.ts';
import type { SharedTimeFacts } from '#lib/practices/together/record.ts';

const DAY = '2026-11-29';
const PROMISE: PromiseFacts = { text: 'Call the plumber', by: 'me', due: DAY };
const PLAN: SharedTimeFacts = { what: 'A walk', on: DAY, minute: null, memory: '' };
const FEAR: FearFacts = { ...fearRecord.blank(DAY), prediction: 'They will leave.', by: DAY };

test.each([
  [undefined, DAY],
  ['2026-12-01', '2026-12-01'],
  ['2026-11-25', DAY]
])('what is open and put off until %s is due on %s', (notBefore, due) => {
  const put = notBefore ? { notBefore } : {};
  expect(promiseDueOn({ ...PROMISE, ...put })).toBe(due);
  expect(sharedTimeDueOn({ ...PLAN, ...put })).toBe(due);
  expect(fearDueOn({ ...FEAR, ...put })).toBe(due);
});

test.each([
  ['a promise that was kept', promiseDueOn({ ...PROMISE, outcome: 'kept' })],
  ['a plan that took place', sharedTimeDueOn({ ...PLAN, tookPlace: true })],
  ['a plan that did not', sharedTimeDueOn({ ...PLAN, tookPlace: false })],
  ['a plan without a day', sharedTimeDueOn({ ...PLAN, on: null })],
  ['a fear that did not come true', fearDueOn({ ...FEAR, outcome: 'did not' })]
])('%s is not due', (_, due) => expect(due).toBeUndefined());

test.each([
  [DAY, '2026-11-28', false],
  [DAY, DAY, true],
  [DAY, '2026-12-24', true],
  [undefined, DAY, false]
])('due from %s on, on %s it is: %s', (on, today, isExpected) => {
  expect(isDueOn(on, today)).toBe(isExpected);
});
