import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import TriggerField from '#lib/practices/form/TriggerField.svelte';

const KNOWN = ['no answer', 'out with friends', 'c', 'd', 'e', 'f', 'g', 'a'.repeat(200)];

test('one that was named before is chosen with one press, a new one is written', async () => {
  await render(TriggerField, { label: 'What set it off?', value: '', known: KNOWN });
  const chosen = page.getByRole('button', { name: 'out with friends' });
  await expect.element(chosen).toHaveAttribute('aria-pressed', 'false');
  await chosen.click();
  await expect.element(chosen).toHaveAttribute('aria-pressed', 'true');
  const field = page.getByRole('textbox', { name: 'What set it off?' });
  await expect.element(field).toHaveValue('out with friends');
  await field.fill('a closed door');
  await expect.element(chosen).toHaveAttribute('aria-pressed', 'false');
});

test('only the commonest are shown, and a long one stays on its line', async () => {
  const known = [...KNOWN].reverse();
  const { container } = await render(TriggerField, { label: 'What?', value: '', known });
  expect(page.getByRole('button').elements()).toHaveLength(6);
  const [long] = page.getByRole('button').elements();
  expect(long?.getBoundingClientRect().right).toBeLessThanOrEqual(
    container.getBoundingClientRect().right
  );
});

test('without any named before there is only the field', async () => {
  await render(TriggerField, { label: 'What set it off?', value: '', known: [] });
  expect(page.getByRole('group').elements()).toEqual([]);
});
