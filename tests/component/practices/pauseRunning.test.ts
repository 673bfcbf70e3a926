import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { newTimer } from '#lib/practices/pause/model/timer.ts';
import BreakForm from '#lib/practices/pause/BreakForm.svelte';
import Breathing from '#lib/practices/pause/Breathing.svelte';
import Places from '#lib/practices/pause/Places.svelte';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const START = Date.UTC(2026, 10, 22, 18, 40);

const breathing = {
  timer: newTimer('breathing', 5, START),
  now: START,
  isFresh: true,
  hasSound: false,
  hasTouch: undefined,
  onsound: () => undefined,
  ontouch: () => undefined,
  onlength: () => undefined,
  onstop: () => undefined
};

test('breathing follows the clock, word by word', async () => {
  const { rerender } = await render(Breathing, breathing);
  await expect.element(page.getByRole('heading')).toHaveFocus();
  for (const [now, word, left] of [
    [START, 'Breathe in', '5:00 left'],
    [START + 3 * SECOND, 'Breathe in', '4:57 left'],
    [START + 4 * SECOND, 'Breathe out', '4:56 left'],
    [START + 10 * SECOND, 'Breathe in', '4:50 left'],
    [START + 5 * MINUTE - 1, 'Breathe out', '0:01 left'],
    [START + 9 * MINUTE, 'Breathe in', '0:00 left']
  ] as const) {
    await rerender({ now });
    await expect.element(page.getByText(word)).toBeVisible();
    await expect.element(page.getByRole('timer')).toHaveTextContent(left);
  }
});

test('it is as long as chosen, and lengths that are over are not offered', async () => {
  const chosen: number[] = [];
  const { rerender } = await render(Breathing, {
    ...breathing,
    onlength: (minutes) => chosen.push(minutes)
  });
  await expect.element(page.getByRole('radio', { name: '5 min', exact: true })).toBeChecked();
  await page.getByRole('radio', { name: '3 min' }).click();
  expect(chosen).toEqual([3]);
  await expect.element(page.getByText('under 5 minutes tended not to help')).toBeVisible();
  await rerender({ now: START + 3 * MINUTE });
  expect(page.getByRole('radio').elements()).toHaveLength(3);
});

test('vibration is offered where there is some', async () => {
  const { rerender } = await render(Breathing, breathing);
  expect(page.getByRole('button', { name: 'Vibration' }).elements()).toEqual([]);
  await rerender({ hasTouch: true });
  await expect
    .element(page.getByRole('button', { name: 'Vibration' }))
    .toHaveAttribute('aria-pressed', 'true');
});

test('a place at a time, forth and back, and done at the end', async () => {
  const told: string[] = [];
  const places = ['Feet', 'Legs', 'Belly'].map((title) => ({ title, what: `${title}, softly` }));
  await render(Places, {
    title: 'Through the body',
    why: 'Slowly.',
    places,
    index: 0,
    isFresh: false,
    ondone: () => told.push('done'),
    onstop: () => told.push('stopped')
  });
  const press = (name: string) => page.getByRole('button', { name }).click();
  await expect.element(page.getByRole('heading')).not.toHaveFocus();
  await press('Next');
  await expect.element(page.getByRole('heading', { name: 'Legs' })).toHaveFocus();
  await press('Back');
  await expect.element(page.getByRole('heading', { name: 'Feet' })).toHaveFocus();
  await press('Next');
  await press('Next');
  await expect.element(page.getByText('Step 3 of 3')).toBeVisible();
  await press('Done');
  await press('Stop here');
  expect(told).toEqual(['done', 'stopped']);
});

/** Shows the form at 18:40:30 in UTC and keeps what it did. */
async function agree() {
  const started: unknown[] = [];
  const copied: string[] = [];
  const { rerender } = await render(BreakForm, {
    now: START + 30 * SECOND,
    zone: 'UTC',
    isFresh: false,
    safetyHref: '/safety/',
    onshare: undefined,
    oncopy: async (text) => copied.push(text) > 0,
    onstart: (...times) => started.push(times),
    onstop: () => undefined
  });
  return { started, copied, rerender };
}

test('a break is agreed on with a time to come back, in words to say', async () => {
  const { started, copied, rerender } = await agree();
  await page.getByRole('radio', { name: /30 min/ }).click();
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect.element(page.getByText('Copied.')).toBeVisible();
  expect(copied).toEqual([expect.stringMatching(/I will be back at (7:11 PM|19:11)/)]);
  // While it was sent the clock went on. What was told holds.
  await rerender({ now: START + 4 * MINUTE });
  await page.getByRole('button', { name: 'Start the break' }).click();
  expect(started).toEqual([[START + 31 * MINUTE, START + 30 * SECOND]]);
});

test('any other time will do, but for none', async () => {
  const { started } = await agree();
  await page.getByRole('radio', { name: 'Another time' }).click();
  await page.getByRole('button', { name: 'Start the break' }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('Choose a time to come back.');
  expect(started).toEqual([]);
  await page
    .getByLabelText(/^Back together at/)
    .last()
    .fill('18:50');
  await page.getByRole('button', { name: 'Start the break' }).click();
  expect(started).toEqual([[START + 24 * 60 * MINUTE + 10 * MINUTE, undefined]]);
});
