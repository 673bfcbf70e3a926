import { entryOn, seed } from './seed.ts';
import { expect, test, type Page } from './test.ts';

test.use({ hasWorker: false });

const TOWARD = { kind: 'bid', by: 'partner', response: 'toward' } as const;
const entries = Array.from({ length: 50 }, (_, number) => entryOn('2026-01-10', number, TOWARD));

const says = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();

test('a backup that is due is mentioned; one file takes them with one press', async ({ page }) => {
  // No test can press in the browser's own dialogue. A file of the site's own is as real a handle.
  await page.addInitScript(() => {
    window.showSaveFilePicker = async () =>
      (await navigator.storage.getDirectory()).getFileHandle('mine.age', { create: true });
  });
  await page.goto('/');
  await expect(page.getByTestId('balance')).toHaveText('0');
  await seed(page, entries);
  await page.reload();
  const line = page.getByText('50 things you logged or wrote are in no backup yet.');
  await expect(line).toBeVisible();
  await page.getByRole('button', { name: 'Not this week' }).click();
  await expect(line).toBeHidden();

  await page.goto('/settings/backup/');
  await expect(page.getByText('No backup has been saved on this device yet.')).toBeVisible();
  await page.getByLabel('Passphrase for the file').fill('paper boat window');
  await page.getByLabel('The same once more').fill('paper boat window');
  await page.getByRole('button', { name: 'Save to a file of your choice…' }).click();
  await says(page, 'Saved to mine.age, with 50 entries.');
  await expect(page.getByText(/^Last backup: .*, with everything so far\.$/)).toBeVisible();
  const start = await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    return (await (await folder.getFileHandle('mine.age')).getFile()).slice(0, 21).text();
  });
  expect(start).toBe('age-encryption.org/v1');

  await page.reload();
  const save = page.getByRole('button', { name: 'Save to mine.age' });
  await save.click();
  await page.getByLabel('The passphrase of mine.age').fill('paper boat');
  const go = page.locator('#data').getByRole('button', { name: 'Save', exact: true });
  await go.click();
  await says(page, 'That passphrase does not open the file as it is.');
  await page.getByLabel('The passphrase of mine.age').fill('paper boat window');
  await go.click();
  await says(page, 'Saved to mine.age, with 50 entries.');
  await page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry('mine.age'));
  await save.click();
  await says(page, 'The file mine.age is not there any more, or was moved.');
});
