import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chance } from '#lib/reminders/model/chance.ts';

// Worked out apart from the code: FNV-1a with 32 bits, mixed by MurmurHash3's fmix32, over 2^32.
test.each([
  ['', 2_872_998_923],
  ['a', 444_641_715],
  ['2026-11-22 0', 1_633_263_081],
  ['ä€', 2_336_405_208]
])('of %j is the same for good', (seed, hash) => {
  expect(chance(seed)).toBe(hash / 2 ** 32);
});

test('is from 0 to below 1, and the same for the same seed', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      expect(chance(seed)).toBeGreaterThanOrEqual(0);
      expect(chance(seed)).toBeLessThan(1);
      expect(chance(seed)).toBe(chance(seed));
    })
  );
});

test('is even over the seeds of ten years', () => {
  const ID = '019abcde-0000-7000-8000-000000000001';
  const tenths = Array.from({ length: 10 }, () => 0);
  const halves = { both: 0, first: 0 };
  for (let day = 0; day < 3650; day++) {
    const [one, other] = [0, 1].map((index) => chance(`${ID} ${day} ${index}`));
    const tenth = Math.floor(Number(one) * 10);
    tenths[tenth] = Number(tenths[tenth]) + 1;
    if (Number(one) < 0.5) halves.first++;
    if (Number(one) < 0.5 && Number(other) < 0.5) halves.both++;
  }
  // 365 are expected in each tenth, give or take 18: five times that is never seen by chance.
  for (const count of tenths) expect(Math.abs(count - 365)).toBeLessThan(90);
  // What one seed gives says nothing of the next.
  expect(Math.abs(halves.both / halves.first - 0.5)).toBeLessThan(0.06);
});
