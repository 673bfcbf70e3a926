import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { newFear } from '#lib/practices/fear/model/fear.ts';
import FearCard from '#lib/practices/fear/FearCard.svelte';

const FEAR = newFear(
  { trigger: '', prediction: 'They will not call.', by: '2026-11-29', line: '' },
  { id: '01900000-0000-7000-8000-000000000001', now: Date.parse('2026-11-22T12:00Z'), zone: 'UTC' }
);

/** Shows the card and keeps how it was answered. */
async function show() {
  const given: unknown[] = [];
  await render(FearCard, {
    fear: FEAR,
    today: '2026-11-29',
    safetyHref: '/safety/',
    onanswer: (...answer) => given.push(answer),
    onlater: () => given.push('later')
  });
  return given;
}

const button = (name: string) => page.getByRole('button', { name, exact: true });

test('it says what was predicted, and one tap answers', async () => {
  const given = await show();
  await expect.element(page.getByRole('region', { name: 'They will not call.' })).toBeVisible();
  await button('It happened').click();
  await button('It did not').click();
  await button('Not now').click();
  expect(given).toEqual([['happened', ''], ['did not', ''], 'later']);
});

test('what went differently is told in a line, or without one', async () => {
  const given = await show();
  await button('Differently').click();
  await userEvent.keyboard('They wrote instead.{Enter}');
  expect(given).toEqual([['differently', 'They wrote instead.']]);
  await page.getByRole('textbox').fill('');
  await button('Keep').click();
  expect(given.at(-1)).toEqual(['differently', '']);
});

test('a line that speaks of danger offers the safety page', async () => {
  await show();
  await button('Differently').click();
  const offer = page.getByRole('link', { name: 'To the safety page' });
  await expect.element(offer).not.toBeInTheDocument();
  await page.getByRole('textbox').fill('He hit me.');
  await expect.element(offer).toHaveAttribute('href', '/safety/');
});
