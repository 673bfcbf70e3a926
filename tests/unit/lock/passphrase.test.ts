import { expect, test } from 'vitest';
import {
  afterWrong,
  isLongEnough,
  NO_TRIES,
  notAhead,
  waitLeft
} from '#lib/lock/model/passphrase.ts';

test.each([
  [0, 0],
  [3, 0],
  [4, 1000],
  [5, 2000],
  [6, 4000],
  [9, 32_000],
  [10, 60_000],
  [2000, 60_000]
])('after %i wrong tries the next one waits %i ms', (count, wait) => {
  expect(waitLeft({ count, at: 1_000_000 }, 1_000_000)).toBe(wait);
});

test.each([
  [5000, 4000],
  [7999, 1001],
  [9000, 0],
  [99_000, 0],
  // The clock was set back: it is never more than the whole wait.
  [-500_000, 4000]
])('the wait ends by the clock: at %i ms, %i are left', (now, left) => {
  expect(waitLeft({ count: 6, at: 5000 }, now)).toBe(left);
});

test('where the clock was set back the wait begins anew, and ends', () => {
  const tries = notAhead({ count: 6, at: 5000 }, 300);
  expect([waitLeft(tries, 300), waitLeft(tries, 4299), waitLeft(tries, 4300)]).toEqual([
    4000, 1, 0
  ]);
  expect(notAhead(tries, 9000)).toBe(tries);
});

test('each wrong try counts, with its time', () => {
  expect(afterWrong(NO_TRIES, 7)).toEqual({ count: 1, at: 7 });
  expect(afterWrong({ count: 4, at: 7 }, 9)).toEqual({ count: 5, at: 9 });
});

test.each([
  ['seven77', false],
  ['eight888', true],
  ['🙂🙂🙂🙂', false],
  // Eight letters of which each is two characters until they are put together.
  ['a\u0301'.repeat(7), false],
  ['a\u0301'.repeat(8), true]
])('%j is long enough: %s', (text, isEnough) => {
  expect(isLongEnough(text)).toBe(isEnough);
});
