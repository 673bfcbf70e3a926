import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROUTES } from '../e2e/routes.ts';

test('the tests of all pages know each page', () => {
  const pages = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('+page.svelte'))
    .map((name) => `/${name.replace('+page.svelte', '')}`);
  expect([...ROUTES].sort()).toEqual(pages.sort());
});
