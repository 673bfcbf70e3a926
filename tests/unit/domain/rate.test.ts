import { expect, test } from 'vitest';
import { shareBehind, wilson } from '#lib/domain/rate.ts';

test('the Wilson interval of 48 in 66', () => {
  const { low, high } = wilson(48, 66);
  expect(low).toBeCloseTo(0.6096, 4);
  expect(high).toBeCloseTo(0.82, 4);
});

test('an observed half, with half of the good noticed, stands for two thirds', () => {
  expect(shareBehind(0.5, 0.5)).toBeCloseTo(2 / 3, 12);
});
