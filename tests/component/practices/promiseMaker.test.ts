import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { PromiseFault } from '#lib/practices/promise/model/promise.ts';
import PromiseMaker from '#lib/practices/promise/PromiseMaker.svelte';
import { formState } from './formState.svelte.ts';

const show = (fault?: PromiseFault, text = '') =>
  render(PromiseMaker, {
    value: formState({ text, by: 'me' as const, due: '' }),
    today: '2026-11-23',
    fault
  });

const button = (name: string) => page.getByRole('button', { name, exact: true });
const day = page.getByLabelText('Another day');

test('a day is chosen by its name, or any other', async () => {
  await show();
  await button('this weekend').click();
  await expect.element(day).toHaveValue('2026-11-29');
  await expect.element(button('this weekend')).toHaveAttribute('aria-pressed', 'true');
  await day.fill('2026-11-30');
  await expect.element(button('in a week')).toHaveAttribute('aria-pressed', 'true');
  await expect.element(button('this weekend')).toHaveAttribute('aria-pressed', 'false');
});

test('what can hardly be checked is told after a rest, and goes when it is mended', async () => {
  await show();
  const field = page.getByLabelText('What is promised?');
  await field.fill('I will never be late');
  const hint = page.getByText(/cannot be checked on one day/);
  await expect.element(hint).not.toBeInTheDocument();
  await expect.element(hint, { timeout: 5000 }).toBeVisible();
  await field.fill('I am home by seven');
  await expect.element(hint).not.toBeInTheDocument();
});

test('why it cannot be kept is told', async () => {
  await show('due', 'I call');
  await expect.element(page.getByRole('alert')).toHaveTextContent('Choose the day');
});
