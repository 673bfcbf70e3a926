import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import Lazy from '#lib/ui/Lazy.svelte';

test('what does not load says so, and comes at the next try', async () => {
  let tries = 0;
  const load = async () => {
    tries += 1;
    if (tries === 1) throw new TypeError('Failed to fetch');
    return 'the form';
  };
  const children = createRawSnippet<[unknown]>((loaded) => ({
    render: () => `<p>Here is ${String(loaded())}</p>`
  }));
  await render(Lazy, { props: { load, children } });
  await expect.element(page.getByRole('alert')).toHaveTextContent('Part of Toward didn’t load.');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByText('Here is the form')).toBeVisible();
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});
