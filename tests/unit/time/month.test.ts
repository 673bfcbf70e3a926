import { expect, test } from 'vitest';
import { addMonths, monthEnd, monthOf } from '#lib/time/month.ts';

test.each([
  ['2026-11-29', '2026-11-01', '2026-11-30'],
  ['2026-12-01', '2026-12-01', '2026-12-31'],
  ['2028-02-10', '2028-02-01', '2028-02-29']
])('the month of %s is from %s to %s', (day, first, last) => {
  expect([monthOf(day), monthEnd(day)]).toEqual([first, last]);
});

test.each([
  ['2026-11-29', -1, '2026-10-29'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2028-02-29', -12, '2027-02-28'],
  ['2026-12-01', 1, '2027-01-01']
])('%s and %i months make %s', (day, months, then) => {
  expect(addMonths(day, months)).toBe(then);
});
