import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { type Way } from '#lib/practices/pause/model/grounding.ts';
import type { Order } from '#lib/practices/pause/model/whatHelped.ts';
import WayList from '#lib/practices/pause/WayList.svelte';
import { WAYS } from '#lib/practices/pause/record.ts';

const USUAL: Order = { ways: WAYS, proven: [] };
const LEARNED: Order = {
  ways: ['body', 'walk', 'breathing', 'senses', 'break'],
  proven: ['body', 'walk']
};

async function show(order: Order, hasTrigger: boolean) {
  const started: Way[] = [];
  await render(WayList, { order, hasTrigger, onstart: (way) => started.push(way) });
  const names = page
    .getByRole('button')
    .elements()
    .map((button) => button.querySelector('strong')?.textContent);
  return { started, names };
}

test('each way starts in one tap', async () => {
  const { started, names } = await show(USUAL, false);
  expect(names).toEqual([
    'Breathe slowly',
    'Five senses',
    'Through the body',
    'A brisk walk',
    'A shared break'
  ]);
  for (const button of page.getByRole('button').all()) await button.click();
  expect(started).toEqual(['breathing', 'senses', 'body', 'walk', 'break']);
});

test.each([
  [USUAL, false, 'Breathing comes first: of these, it is the best studied.'],
  [
    USUAL,
    true,
    'Not enough pauses with this trigger yet to say what helps, so this is the usual order.'
  ],
  [
    LEARNED,
    true,
    'First what has helped you most with this trigger: Through the body and A brisk walk.'
  ]
])('it says why the order is as it is (%#)', async (order, hasTrigger, why) => {
  await show(order, hasTrigger);
  await expect.element(page.getByRole('status')).toHaveTextContent(why);
});

test('what was learned comes first, and how is told on demand', async () => {
  const { names } = await show(LEARNED, true);
  expect(names.slice(0, 2)).toEqual(['Through the body', 'A brisk walk']);
  const rule = page.getByText(/3 times with the same trigger/);
  await expect.element(rule).not.toBeVisible();
  await page.getByText('How this order is made').click();
  await expect.element(rule).toBeVisible();
});
