import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { countFears, type FearOutcome } from '#lib/practices/fear/model/fear.ts';
import FearCounts from '#lib/practices/fear/FearCounts.svelte';

const outcomes = (...given: [FearOutcome, number][]) =>
  given.flatMap(([outcome, times]) =>
    Array.from({ length: times }, () => ({
      trigger: '',
      prediction: 'a',
      by: '2026-11-22',
      line: '',
      outcome
    }))
  );

test('it says how many did not happen, how surely, and what that is not', async () => {
  const fears = outcomes(['happened', 1], ['did not', 9], ['differently', 2]);
  const busy = countFears(outcomes(['happened', 2], ['did not', 4]));
  const { container } = await render(FearCounts, {
    answered: fears.length,
    count: countFears(fears),
    byTrigger: busy ? [{ trigger: 'busy', ...busy }] : []
  });
  for (const text of [
    '11 of 12 did not happen the way you feared.',
    '1 happened · 2 went differently · 9 did not happen',
    /likely 65\D*99%/,
    /You chose which fears/,
    /4 of 6 did not happen as feared, likely 30\D*90%/
  ]) {
    await expect.element(page.getByText(text)).toBeVisible();
  }
  expect(container.querySelectorAll('svg')).toHaveLength(12 + 6);
});

test('where all happened it says that', async () => {
  const fears = outcomes(['happened', 5]);
  await render(FearCounts, { answered: 5, count: countFears(fears), byTrigger: [] });
  await expect.element(page.getByText('All 5 happened the way you feared.')).toBeVisible();
});

test.each([
  [0, '0 are there.'],
  [1, '1 is there.'],
  [4, '4 are there.']
])('with %d answers it says how many are needed', async (answered, text) => {
  await render(FearCounts, { answered, count: undefined, byTrigger: [] });
  await expect.element(page.getByText(text)).toBeVisible();
  expect(page.getByText(/did not happen/).elements()).toEqual([]);
});
