import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayFromNumber } from '#lib/time/day.ts';
import { isPause, pausedDays, type Pause } from '#lib/account/model/awayDays.ts';
import * as arbitrary from './arbitrary.ts';

test('a pause ends no earlier than it begins', () => {
  expect(isPause({ from: '2026-03-02', to: '2026-03-02' })).toBe(true);
  expect(isPause({ from: '2026-03-02', to: '2026-03-01' })).toBe(false);
  expect(isPause({ from: '2026-03-02', to: null })).toBe(true);
});

// 2026-03-01 is day 20513.
test.each<[string, Pause[], string]>([
  ['none', [], '.......'],
  ['one, both ends included', [{ from: '2026-03-02', to: '2026-03-04' }], '.xxx...'],
  ['a single day', [{ from: '2026-03-02', to: '2026-03-02' }], '.x.....'],
  ['still going on', [{ from: '2026-03-05', to: null }], '....xxx'],
  [
    'two, one within the other, in any order',
    [
      { from: '2026-03-03', to: '2026-03-03' },
      { from: '2026-03-02', to: '2026-03-05' }
    ],
    '.xxxx..'
  ],
  [
    'two apart',
    [
      { from: '2026-03-06', to: '2026-03-06' },
      { from: '2026-02-20', to: '2026-03-01' }
    ],
    'x....x.'
  ]
])('paused days: %s', (_, pauses, week) => {
  const isPaused = pausedDays(pauses);
  const days = [20513, 20514, 20515, 20516, 20517, 20518, 20519];
  expect(days.map((day) => (isPaused(day) ? 'x' : '.')).join('')).toBe(week);
});

test('a day is paused when a pause holds it, whatever was asked before', () => {
  const number = fc.integer({ min: 20000, max: 20200 });
  fc.assert(
    fc.property(arbitrary.pauses, fc.array(number), (pauses, numbers) => {
      const isPaused = pausedDays(pauses);
      for (const number of numbers) {
        const day = dayFromNumber(number);
        const held = pauses.some(({ from, to }) => from <= day && (to === null || day <= to));
        expect(isPaused(number)).toBe(held);
      }
    })
  );
});
