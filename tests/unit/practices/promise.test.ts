import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changePromise,
  nearDays,
  openPromises,
  promiseEntry,
  putOffPromise,
  renegotiatePromise,
  tellPromise
} from '#lib/practices/promise/model/promise.ts';
import {
  PROMISE_OUTCOMES,
  promiseRecord,
  type PromiseMade
} from '#lib/practices/promise/record.ts';

const MADE = Date.parse('2026-11-22T18:40Z');
const LATER = Date.parse('2026-11-24T09:00Z');
const id = (number: number) => `019abcde-0000-7000-8000-${String(number).padStart(12, '0')}`;
const stamp = (number: number, now = LATER) => ({ id: id(number), now, zone: 'UTC' });

const PROMISE: PromiseMade = {
  id: id(1),
  at: MADE,
  day: '2026-11-22',
  zone: 'UTC',
  updatedAt: MADE,
  text: 'I book the table',
  by: 'me',
  due: '2026-11-24'
};
const TOLD = { at: LATER, day: '2026-11-24', zone: 'UTC' };
const KEPT: PromiseMade = {
  ...PROMISE,
  updatedAt: LATER,
  outcome: 'kept',
  told: TOLD
};

test('a new promise is open, on one line, and holds nothing else', () => {
  const form = { text: '  I book\n the table ', by: 'me' as const, due: '2026-11-24', hint: 1 };
  expect(promiseRecord.create(form, stamp(1, MADE))).toStrictEqual(PROMISE);
});

test.each([
  ['I book the table', '2026-11-24', undefined],
  [' \n', '2026-11-24', 'text'],
  ['I book the table', '', 'due'],
  ['I book the table', '2026-02-29', 'due']
])('%j by %j cannot be kept because of: %j', (text, due, fault) => {
  expect(promiseRecord.fault({ text, by: 'me', due })).toBe(fault);
});

describe('what becomes of it', () => {
  test('kept, it is told on the log now, with its words', () => {
    expect(tellPromise(PROMISE, 'kept', stamp(2))).toStrictEqual({
      promise: KEPT,
      entry: {
        id: id(1),
        at: LATER,
        day: '2026-11-24',
        zone: 'UTC',
        updatedAt: LATER,
        kind: 'promise',
        by: 'me',
        outcome: 'kept',
        note: 'I book the table'
      }
    });
  });

  test('changed later, it is told anew, in the moment of the first telling', () => {
    const { promise, entry } = changePromise(
      KEPT,
      { ...KEPT, outcome: 'broken' },
      stamp(3, LATER + 86_400_000)
    );
    expect(promise).toMatchObject({ outcome: 'broken', told: TOLD });
    expect(entry).toMatchObject({ id: id(1), outcome: 'broken', at: LATER, day: '2026-11-24' });
  });

  test.each([{ due: '2026-12-01' }, { text: 'I book a table' }, { by: 'partner' as const }])(
    'an edit of %j tells nothing anew: an entry that was taken off the log stays off',
    (edit) => {
      expect(changePromise(KEPT, { ...KEPT, ...edit }, stamp(3)).entry).toBeUndefined();
    }
  );

  test.each([undefined, 'renegotiated' as const])('%j: nothing is told', (outcome) => {
    const { promise, entry } = changePromise(KEPT, { ...KEPT, outcome }, stamp(3));
    expect(entry).toBeUndefined();
    expect(promiseRecord.tells(promise)).toBeUndefined();
  });

  test('open again, it holds nothing of its outcome', () => {
    const { promise } = changePromise(KEPT, { ...KEPT, outcome: undefined }, stamp(3, LATER + 1));
    expect(promise).toStrictEqual({ ...PROMISE, updatedAt: LATER + 1 });
  });

  test('its entry can be made again from it alone', () => {
    const { promise, entry } = tellPromise(PROMISE, 'broken', stamp(2));
    expect(promiseEntry(promise)).toStrictEqual(entry);
    expect(promiseEntry(PROMISE)).toBeUndefined();
  });
});

test('renegotiated, another stands in its place, and nothing is on the log', () => {
  const { old, next } = renegotiatePromise(
    { ...PROMISE, notBefore: '2026-11-25' },
    { text: 'I book a table for two ', due: '2026-11-30' },
    stamp(3)
  );
  expect(old).toStrictEqual({
    ...PROMISE,
    notBefore: '2026-11-25',
    updatedAt: LATER,
    outcome: 'renegotiated',
    told: TOLD
  });
  expect(next).toStrictEqual({
    ...PROMISE,
    id: id(3),
    at: LATER,
    day: '2026-11-24',
    updatedAt: LATER,
    text: 'I book a table for two',
    due: '2026-11-30',
    insteadOf: id(1)
  });
});

test('another day ends a putting off; the same day does not', () => {
  const put = putOffPromise(PROMISE, '2026-11-25', LATER);
  expect(changePromise(put, put, stamp(3)).promise.notBefore).toBe('2026-11-25');
  const moved = changePromise(put, { ...put, due: '2026-11-24T' }, stamp(3)).promise;
  expect(moved).not.toHaveProperty('notBefore');
});

test('the open ones stand by their days, then as they were made', () => {
  const of = (number: number, due: string, outcome?: 'kept') =>
    ({ ...PROMISE, id: id(number), at: number, due, ...(outcome && { outcome }) }) as PromiseMade;
  const rows = [
    of(5, '2026-11-25'),
    of(4, '2026-11-24'),
    of(3, '2026-11-23', 'kept'),
    of(2, '2026-11-25')
  ];
  expect(openPromises(rows).map(({ id }) => Number(id.slice(-1)))).toEqual([4, 2, 5]);
});

test.each([
  // A Sunday: the weekend is today.
  ['2026-11-22', ['today 2026-11-22', 'tomorrow 2026-11-23', 'week 2026-11-29']],
  [
    '2026-11-23',
    ['today 2026-11-23', 'tomorrow 2026-11-24', 'weekend 2026-11-29', 'week 2026-11-30']
  ],
  ['2026-11-28', ['today 2026-11-28', 'tomorrow 2026-11-29', 'week 2026-12-05']]
])('near %s are %j', (today, expected) => {
  expect(nearDays(today).map(({ name, day }) => `${name} ${day}`)).toEqual(expected);
});

test('after any outcomes in any order it names an entry that can be made from it, or none', () => {
  const steps = fc.array(fc.constantFrom(undefined, ...PROMISE_OUTCOMES));
  fc.assert(
    fc.property(steps, (outcomes) => {
      let promise = PROMISE;
      outcomes.forEach((outcome, index) => {
        const told = changePromise(promise, { ...promise, outcome }, stamp(index + 2));
        if (told.entry) expect(promiseEntry(told.promise)).toStrictEqual(told.entry);
        promise = told.promise;
      });
      const isOnLog = promise.outcome === 'kept' || promise.outcome === 'broken';
      expect(promiseRecord.tells(promise) !== undefined).toBe(isOnLog);
      expect(promiseEntry(promise)?.day).toBe(isOnLog ? '2026-11-24' : undefined);
    })
  );
});
