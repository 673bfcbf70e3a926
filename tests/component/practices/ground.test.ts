import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { Practice } from '#lib/practices/form/practice.svelte.ts';
import Goals from '#lib/practices/ground/Goals.svelte';
import Own from '#lib/practices/ground/Own.svelte';
import Wins from '#lib/practices/ground/Wins.svelte';
import type { Ground } from '#lib/practices/ground/record.ts';
import { startAnew } from '../ground.ts';
import { make } from '../making.svelte.ts';

beforeEach(startAnew);

const onwrite = () => undefined;

test.each([
  ['a plan', 'goals', Goals],
  ['a win', 'wins', Wins]
] as const)('%s half written on one ground stays there', async (_, table, Form) => {
  const [practice] = make(() => new Practice(table as never));
  const field = page.getByRole('textbox').first();
  const show = (ground: Ground) =>
    render(Form as typeof Goals, { practice: practice as never, ground, onwrite });
  const people = await show('people');
  await field.fill('Call Ana');
  await people.unmount();
  const joy = await show('joy');
  await expect.element(field).toHaveValue('');
  await joy.unmount();
  await show('people');
  await expect.element(field).toHaveValue('Call Ana');
});

test('the steps of a goal tell what is wrong with them', async () => {
  const [practice] = make(() => new Practice('goals'));
  await render(Goals, { practice, ground: 'goals', onwrite });
  const [goal, steps] = [page.getByRole('textbox').first(), page.getByRole('textbox').last()];
  await goal.fill('Learn to swim');
  await goal.fill('');
  await page.getByRole('button', { name: 'Save goal' }).click();
  for (const field of [goal, steps]) {
    await expect.element(field).toHaveAccessibleDescription(/Write a few words first\./);
  }
});

test('words of a form that is gone are nobody’s concern', async () => {
  let written: readonly string[] = [];
  const [practice] = make(() => new Practice('sentences'));
  const own = await render(Own, { practice, onwrite: (texts) => (written = texts) });
  await page.getByRole('textbox').fill('I can wait');
  await expect.poll(() => written).toEqual(['I can wait']);
  await own.unmount();
  expect(written).toEqual([]);
});

test('undone, the words of what was saved stand in the form again, but for those begun since', async () => {
  const [practice] = make(() => new Practice('sentences'));
  await render(Own, { practice, onwrite });
  const field = page.getByRole('textbox');
  const save = page.getByRole('button', { name: 'Save sentence' });
  for (const [begun, after] of [
    ['', 'I can wait'],
    ['I am', 'I am']
  ] as const) {
    await field.fill('I can wait');
    await save.click();
    await expect.poll(() => practice.records?.length).toBe(1);
    await expect.element(field).toHaveValue('');
    await field.fill(begun);
    await practice.undo();
    await expect.poll(() => practice.records?.length).toBe(0);
    await expect.element(field).toHaveValue(after);
  }
});
