import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import HoldButton from '#lib/ui/HoldButton.svelte';

const children = createRawSnippet(() => ({ render: () => '<span>Back</span>' }));

async function show() {
  let held = 0;
  await render(HoldButton, { hint: 'Keep holding.', onheld: () => (held += 1), children });
  const button = page.getByRole('button', { name: 'Back' }).element();
  if (!(button instanceof HTMLElement)) throw new Error('no button');
  return { button, times: () => held };
}

test.each(['Enter', ' '])('a held key clicks nothing: %j', async (key) => {
  const { button } = await show();
  let clicks = 0;
  button.addEventListener('click', () => (clicks += 1));
  button.focus();
  await userEvent.keyboard(`{${key}>3}{/${key}}`);
  expect(clicks).toBe(0);
});

test('a finger that slides off doesn’t take the next click for its own', async () => {
  const { button, times } = await show();
  for (const name of ['pointerdown', 'pointerleave']) {
    button.dispatchEvent(new Event(name, { bubbles: true }));
  }
  await expect.element(page.getByText('Keep holding.')).toBeInTheDocument();
  button.click();
  expect(times()).toBe(1);
});
