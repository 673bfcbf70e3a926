import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import SafetyOffer from '#lib/practices/form/SafetyOffer.svelte';

const link = page.getByRole('link', { name: 'To the safety page' });

async function show() {
  const { rerender } = await render(SafetyOffer, { texts: [''], href: '/safety/' });
  return (...texts: string[]) => rerender({ texts });
}

test('it waits until a line is whole, and goes where the words change', async () => {
  const write = await show();
  await write('I am afraid of them');
  await expect.element(link).not.toBeInTheDocument();
  await write('I am afraid of them leaving');
  await write('I am afraid of them', 'it is late');
  await expect.element(link).toHaveAttribute('href', '/safety/');
  await write('I am afraid they leave', 'it is late');
  await expect.element(link).not.toBeInTheDocument();
});

test('it stays when what was written is kept, and can be put away', async () => {
  const write = await show();
  await write('He hit me');
  await write('');
  await expect.element(link).toBeVisible();
  await page.getByRole('button', { name: 'Hide' }).click();
  await expect.element(link).not.toBeInTheDocument();
  await write('');
  await expect.element(link).not.toBeInTheDocument();
});
