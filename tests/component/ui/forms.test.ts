import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import DayField from '#lib/practices/together/DayField.svelte';
import SecretForm from '#lib/ui/SecretForm.svelte';
import Stepper from '#lib/ui/Stepper.svelte';

test('an error is put into the page anew each time the form is tried, to be heard again', async () => {
  const children = createRawSnippet(() => ({ render: () => '<input aria-label="Word" />' }));
  const view = await render(SecretForm, {
    ...{ action: 'Open', refusal: 'Not this one.', children },
    onsubmit: () => undefined
  });
  const alert = view.getByRole('alert');
  const first = alert.element().firstElementChild;
  await view.getByRole('button', { name: 'Open' }).click();
  await expect.poll(() => alert.element().firstElementChild === first).toBe(false);
  await expect.element(alert).toHaveTextContent('Not this one.');
});

test('a stepper says the number that a press has led to', async () => {
  const view = await render(Stepper, {
    ...{ label: 'Times', value: 2, range: [0, 3] as const },
    onchange: (value: number) => void view.rerender({ value })
  });
  await expect.element(view.getByRole('status')).toHaveTextContent('');
  await view.getByRole('button', { name: /more/i }).click();
  await expect.element(view.getByRole('status')).toHaveTextContent('3');
});

test('a day that has passed since it was chosen is told', async () => {
  const props = { label: 'When', value: '2026-11-20', today: '2026-11-22' };
  const view = await render(DayField, props);
  await expect.element(view.getByText('Friday 20 November has already passed.')).toBeVisible();
  await view.rerender({ value: '2026-11-22' });
  await expect.element(view.getByText(/passed/)).not.toBeInTheDocument();
});
