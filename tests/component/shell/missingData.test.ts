import { afterEach, expect, test } from 'vitest';
import { cleanup, render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import MissingData from '#lib/shell/MissingData.svelte';
import { prefer, preferences } from '#lib/store/preferences.ts';

afterEach(() => cleanup());

test('under the cover no count is told, and one press shows it', async () => {
  prefer({ covered: true });
  const copy = { at: 0, count: 23, rows: 23, retracted: 0, lock: undefined };
  const shortage = { found: 16, missing: 7, others: 0, isOther: false, copy };
  await render(MissingData, { shortage } as never);
  await expect.element(page.getByRole('alert')).toHaveTextContent(/seems to be missing/);
  await expect.element(page.getByRole('alert')).not.toHaveTextContent(/\d/);
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent(/^7 moments.*16.*23 moments/);
  expect(preferences.current.covered).toBe(false);
});
