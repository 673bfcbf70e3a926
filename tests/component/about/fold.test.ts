import { createRawSnippet } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Fold from '#lib/about/Fold.svelte';

const children = createRawSnippet(() => ({ render: () => '<p>the small print</p>' }));
const words = () => page.getByText('the small print');

afterEach(() => history.replaceState(null, '', location.pathname + location.search));

test('a chapter is closed until it is wanted, by its heading or by its address', async () => {
  await render(Fold, { id: 'formula', title: 'The formula', children });
  await expect.element(words()).not.toBeVisible();
  await page.getByRole('heading', { name: 'The formula' }).click();
  await expect.element(words()).toBeVisible();
  await page.getByRole('heading', { name: 'The formula' }).click();
  await expect.element(words()).not.toBeVisible();
  location.hash = '#formula';
  await expect.element(words()).toBeVisible();
});

test('a page that is printed shows all of them', async () => {
  await render(Fold, { id: 'limits', title: 'The limits', children });
  dispatchEvent(new Event('beforeprint'));
  await expect.element(words()).toBeVisible();
});
