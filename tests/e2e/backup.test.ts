import { entryOn, seed } from './seed.ts';
import { expect, test, type Page } from './test.ts';

test.use({ hasWorker: false });

const TOWARD = { kind: 'bid', by: 'partner', response: 'toward' } as const;
const entries = Array.from({ length: 50 }, (_, number) => entryOn('2026-01-10', number, TOWARD));

/** A passphrase is made slow to guess, and so is each save: on a busy machine that takes its time. */
const says = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: text })).toBeVisible({ timeout: 80_000 });

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
  const line = page.getByText('50 things you logged or wrote aren’t in any backup yet.');
  await expect(line).toBeVisible();
  await page.getByRole('button', { name: 'Not this week' }).click();
  await expect(line).toBeHidden();

  await page.goto('/settings/backup/');
  await expect(page.getByText('No backup has been saved on this device yet.')).toBeVisible();
  await page.getByLabel('Passphrase for the file').fill('paper boat window');
  await page.getByLabel('Passphrase again').fill('paper boat window');
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  await says(page, 'Saved to mine.age and checked: 50 moments.');
  await expect(page.getByText(/^Last backup: .* Nothing logged since\.$/)).toBeVisible();
  const start = await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    return (await (await folder.getFileHandle('mine.age')).getFile()).slice(0, 21).text();
  });
  expect(start).toBe('age-encryption.org/v1');

  await page.reload();
  const save = page.getByRole('button', { name: 'Save to mine.age' });
  await save.click();
  await page.getByLabel('Passphrase of mine.age').fill('paper boat');
  const go = page.locator('#data').getByRole('button', { name: 'Save', exact: true });
  await go.click();
  await expect(page.getByLabel('Passphrase of mine.age')).toHaveAccessibleDescription(
    /^That passphrase doesn’t open the file\./
  );
  await page.getByLabel('Passphrase of mine.age').fill('paper boat window');
  await go.click();
  await says(page, 'Saved to mine.age and checked: 50 moments.');
  // What comes back is not what was written: as on a disk or a network that fails in silence.
  await page.evaluate(() => {
    const real = FileSystemFileHandle.prototype.getFile;
    FileSystemFileHandle.prototype.getFile = async function () {
      return new File([(await real.call(this)).slice(1)], this.name);
    };
  });
  await save.click();
  await says(page, 'Toward wrote mine.age, but reading it back gave something else.');
  await page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry('mine.age'));
  await save.click();
  await says(page, 'mine.age was moved or deleted.');
});
