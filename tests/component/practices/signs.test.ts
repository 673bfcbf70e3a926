import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Signs from '#lib/practices/help/Signs.svelte';

const SIGNS = [/same argument/, /jealousy/, /keep what you need/, /the past/];
const sign = (name: RegExp) => page.getByRole('group', { name });
const answer = (name: RegExp, label: string) =>
  sign(name).getByRole('button', { name: label, exact: true }).click();
const status = page.getByRole('status');

beforeEach(async () => {
  await render(Signs, { numbersHref: '#numbers' });
});

test('nothing is said before something is answered, and no more than one thing at a time', async () => {
  await expect.element(status).toHaveTextContent(/^$/);
  await answer(/jealousy/, 'No');
  await expect.element(status).toHaveTextContent(/^$/);
  await answer(/the past/, 'Not sure');
  await expect.element(status).toHaveTextContent(/^Not being sure is a good enough reason/);
  await answer(/same argument/, 'Yes');
  await expect.element(status).toHaveTextContent(/^A therapist may help/);
});

test('four times no is no verdict', async () => {
  for (const name of SIGNS) await answer(name, 'No');
  await expect.element(status).toHaveTextContent(/^None of these stands out today/);
});

test('an answer is taken back by a second press, or all of them at once', async () => {
  await answer(/jealousy/, 'Yes');
  await answer(/jealousy/, 'Yes');
  await expect.element(status).toHaveTextContent(/^$/);
  for (const name of SIGNS) await answer(name, 'Yes');
  await page.getByRole('button', { name: 'Clear my answers' }).click();
  await expect.element(status).toHaveTextContent(/^$/);
  expect(document.querySelectorAll('[aria-pressed="true"]')).toHaveLength(0);
});

test('the page is left without answers, also where the browser keeps it for the way back', async () => {
  await answer(/jealousy/, 'Yes');
  dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
  await expect.element(status).toHaveTextContent(/^$/);
});

test('no form field holds an answer: a browser would bring it back', () => {
  expect(document.querySelectorAll('input, select, textarea')).toHaveLength(0);
});
