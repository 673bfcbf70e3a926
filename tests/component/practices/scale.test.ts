import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Scale from '#lib/practices/form/Scale.svelte';

const WORDS = { label: 'Belief', max: 100, low: 'not at all', high: 'completely' };

const slider = () => page.getByRole('slider', { name: 'Belief' });
const figure = () => document.querySelector('output')?.textContent;

test('it says nothing until it is touched, and can be left out again', async () => {
  await render(Scale, { ...WORDS, value: null });
  await expect.element(slider()).toHaveAttribute('aria-valuetext', 'not said yet');
  expect(figure()).toBe('–');
  await slider().fill('80');
  await expect.element(slider()).toHaveAttribute('aria-valuetext', '80');
  expect(figure()).toBe('80');
  await page.getByRole('button', { name: 'Leave the number out' }).click();
  await expect.element(slider()).toHaveAttribute('aria-valuetext', 'not said yet');
  await expect.element(slider()).toHaveFocus();
});

test('a press in the middle says the middle', async () => {
  await render(Scale, { ...WORDS, value: null });
  await slider().click();
  expect(figure()).toBe('50');
});

test('keys move it', async () => {
  await render(Scale, { ...WORDS, value: 40 });
  await slider().click();
  await userEvent.keyboard('{End}');
  expect(figure()).toBe('100');
  await userEvent.keyboard('{ArrowLeft}');
  expect(figure()).toBe('99');
});
