import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber } from '#lib/time/day.ts';
import { isWeekday, weekFrom, weekOf, type Weekday } from '#lib/time/week.ts';
import * as arbitrary from '../account/arbitrary.ts';

test.each<[string, Weekday, string, string]>([
  ['2026-11-22', 1, '2026-11-16', '2026-11-22'],
  ['2026-11-22', 7, '2026-11-22', '2026-11-28'],
  ['2026-11-22', 6, '2026-11-21', '2026-11-27'],
  // Over the end of a year, and of a leap day
  ['2026-01-01', 1, '2025-12-29', '2026-01-04'],
  ['2024-03-01', 7, '2024-02-25', '2024-03-02']
])('%s, weeks from %d: %s to %s', (day, firstDay, start, end) => {
  expect(weekOf(day, firstDay)).toEqual({ start, end });
});

test('a week holds its day, begins on its first day and has seven', () => {
  fc.assert(
    fc.property(arbitrary.day, arbitrary.weekday, (day, firstDay) => {
      const { start, end } = weekOf(day, firstDay);
      expect(start <= day && day <= end).toBe(true);
      expect(Temporal.PlainDate.from(start).dayOfWeek).toBe(firstDay);
      expect(dayNumber(end) - dayNumber(start)).toBe(6);
      expect(weekFrom(start)).toEqual({ start, end });
    })
  );
});

test.each([
  [1, true],
  [7, true],
  [0, false],
  [8, false],
  [1.5, false],
  ['1', false],
  [null, false]
])('%j is a weekday: %j', (value, expected) => {
  expect(isWeekday(value)).toBe(expected);
});
