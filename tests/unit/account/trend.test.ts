import { expect, test } from 'vitest';
import { evidence, isTakingShape } from '#lib/account/model/trend.ts';

test('only the last 14 days count, today among them', () => {
  const tallies = [
    { day: '2026-11-08', counts: { act: 100 } },
    { day: '2026-11-09', counts: { act: 3 } },
    { day: '2026-11-22', counts: { act: 4, repair: 1 } },
    { day: '2026-11-23', counts: { act: 100 } }
  ];
  expect(evidence(tallies, '2026-11-22')).toEqual({ entries: 8, days: 2, isEnough: false });
});

test('ten entries on five days are enough; nine are not, nor are four days', () => {
  const days = ['2026-11-10', '2026-11-12', '2026-11-15', '2026-11-18', '2026-11-20'];
  const five = days.map((day) => ({ day, counts: { act: 1, 'bid:me:away': 1 } }));
  expect(evidence(five, '2026-11-22')).toEqual({ entries: 10, days: 5, isEnough: true });
  const nine = five.with(0, { day: '2026-11-10', counts: { act: 1, 'bid:me:away': 0 } });
  expect(evidence(nine, '2026-11-22').isEnough).toBe(false);
  const four = five.slice(1).map(({ day }) => ({ day, counts: { act: 9 } }));
  expect(evidence(four, '2026-11-22')).toEqual({ entries: 36, days: 4, isEnough: false });
});

test('nothing is not enough', () => {
  expect(evidence([], '2026-11-22')).toEqual({ entries: 0, days: 0, isEnough: false });
});

test('the balance is taking shape before ten moments on five days, however long ago', () => {
  const days = (...counts: number[]) =>
    counts.map((act, index) => ({ day: `2026-03-0${index + 1}`, counts: { act } }));
  expect(isTakingShape([])).toBe(true);
  expect(isTakingShape(days(5, 1, 1, 1, 1))).toBe(true);
  expect(isTakingShape(days(7, 1, 1, 1))).toBe(true);
  expect(isTakingShape(days(6, 1, 1, 1, 1))).toBe(false);
});
