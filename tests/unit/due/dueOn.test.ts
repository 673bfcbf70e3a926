import { expect, test } from 'vitest';
import {
  DUE_TABLES,
  fearDueOn,
  isDueOn,
  isPromiseDue,
  promiseDueOn,
  sharedTimeDueOn
} from '#lib/due/model/dueOn.ts';
import { fearRecord, type FearFacts } from '#lib/practices/fear/record.ts';
import type { PromiseFacts } from '#lib/practices/promise/record.ts';
import { PRACTICES, type PracticeTable } from '#lib/practices/registry.ts';
import type { SharedTimeFacts } from '#lib/practices/together/record.ts';
import type { Field, Holds } from '#lib/record/field.ts';

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

/** An instant by the clocks of Berlin. */
const berlin = (local: string) => Date.parse(`${local}:00+01:00`);

test.each([
  ['2026-11-28T09:00', undefined, '2026-11-28T23:59', false],
  ['2026-11-28T09:00', undefined, '2026-11-29T17:59', false],
  ['2026-11-28T09:00', undefined, '2026-11-29T18:00', true],
  ['2026-11-28T09:00', undefined, '2026-11-30T00:00', true],
  // Made for the same day.
  ['2026-11-29T17:59', undefined, '2026-11-29T18:00', true],
  ['2026-11-29T18:00', undefined, '2026-11-29T23:59', false],
  ['2026-11-29T18:00', undefined, '2026-11-30T00:00', true],
  // Put off in the evening.
  ['2026-11-28T09:00', '2026-11-30', '2026-11-29T23:59', false],
  ['2026-11-28T09:00', '2026-11-30', '2026-11-30T00:00', true]
])('made at %s and put off until %s, at %s it asks: %s', (made, notBefore, now, isExpected) => {
  const at = berlin(made);
  const kept = { id: 'p', at, day: made.slice(0, 10), zone: 'Europe/Berlin', updatedAt: at };
  const promise = { ...PROMISE, ...kept, ...(notBefore && { notBefore }) };
  expect(isPromiseDue(promise, berlin(now), 'Europe/Berlin')).toBe(isExpected);
});

test('a promise that was told asks no more', () => {
  const kept = { id: 'p', at: 0, day: '1970-01-01', zone: 'UTC', updatedAt: 0 };
  const promise = { ...PROMISE, ...kept, outcome: 'kept' } as const;
  expect(isPromiseDue(promise, berlin('2026-12-01T20:00'), 'Europe/Berlin')).toBe(false);
});

/** Practices whose days are only those of what has been. */
const PAST: readonly PracticeTable[] = ['agreements', 'checkIns', 'goals'];

function isDated(holds: Holds): boolean {
  switch (holds.kind) {
    case 'day':
    case 'instant':
      return true;
    case 'list':
    case 'nullable':
      return isDated(holds.of.holds);
    default:
      return false;
  }
}

test('every practice whose records name a day asks about them, but for days of the past', () => {
  const dated = PRACTICES.filter(({ shape }) =>
    shape.all.flatMap(Object.values<Field<unknown>>).some(({ holds }) => isDated(holds))
  );
  const asking = dated.map(({ table }) => table).filter((table) => !PAST.includes(table));
  expect([...DUE_TABLES].sort()).toEqual(asking.sort());
});
