import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import BeliefPicture from '#lib/practices/thought/BeliefPicture.svelte';

/** How much of its bar each belief fills, from 0 to 1. */
const filled = () =>
  page
    .getByRole('img')
    .element()
    .querySelectorAll('svg')
    .values()
    .map((svg) => {
      const bar = svg.querySelector('.edge')?.getBoundingClientRect();
      return Math.round(((bar?.width ?? 0) / svg.clientWidth) * 100) / 100;
    })
    .toArray();

test.each([
  [80, 45, 'Belief in the thought: 80 of 100 at first, 45 now.', 'It went down by 35.'],
  [45, 80, 'Belief in the thought: 45 of 100 at first, 80 now.', 'It went up by 35.'],
  [50, 50, 'Belief in the thought: 50 of 100 at first, 50 now.', 'It stayed where it was.']
])('from %d to %d: numbers, bars, and a sentence', async (before, after, name, sentence) => {
  await render(BeliefPicture, { before, after });
  await expect.element(page.getByRole('img', { name })).toBeVisible();
  await expect.element(page.getByText(sentence)).toBeVisible();
  expect(filled()).toEqual([before / 100, after / 100]);
});

test.each([
  [30, null, 'Belief in the thought: 30 of 100 at first.'],
  [null, 0, 'Belief in the thought: 0 of 100 now.']
])('from %j to %j it shows the one that was said', async (before, after, name) => {
  await render(BeliefPicture, { before, after });
  await expect.element(page.getByRole('img', { name })).toBeVisible();
  expect(filled()).toEqual([(before ?? after ?? 0) / 100]);
  expect(page.getByText(/It went|It stayed/).elements()).toEqual([]);
});

test('without any belief there is no picture', async () => {
  const { container } = await render(BeliefPicture, { before: null, after: null });
  expect(container.textContent).toBe('');
});

test.each(['ltr', 'rtl'])('a bar begins where one begins to read: %s', async (dir) => {
  document.documentElement.dir = dir;
  await render(BeliefPicture, { before: 30, after: null });
  const bar = page.getByRole('img').element().querySelector('svg');
  const [whole, filled] = [bar, bar?.querySelector('.edge')].map((element) =>
    element?.getBoundingClientRect()
  );
  const gap = (edge: 'left' | 'right') => Math.abs((whole?.[edge] ?? 0) - (filled?.[edge] ?? 9999));
  const [start, end] = dir === 'ltr' ? (['left', 'right'] as const) : (['right', 'left'] as const);
  expect(gap(start)).toBeLessThan(5);
  expect(gap(end)).toBeGreaterThan(20);
  document.documentElement.dir = '';
});
