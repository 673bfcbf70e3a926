import { MIDNIGHT, put } from './seed.ts';
import { expect, test, toHistory, type Page } from './test.ts';

/* Whatever is pressed by a key and goes, or takes its surroundings along, leaves the focus near. */

test.use({ hasWorker: false });

/** Presses a button by key, and waits until the page has answered. */
async function press(page: Page, name: string | RegExp, answer: () => Promise<void>) {
  const button = page.getByRole('button', { name, exact: true }).last();
  await button.press('Enter');
  await answer();
  const focused = () => page.evaluate(() => document.activeElement?.localName);
  await expect.poll(focused, { message: `after ${name}` }).not.toBe('body');
}

const says = (page: Page, text: string | RegExp) => () =>
  expect(page.locator('.dock').getByRole('status')).toHaveText(text);
const gone = (page: Page, name: string) => () =>
  expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);

test('no button leaves the keyboard nowhere', async ({ page }) => {
  await page.goto('/');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await press(page, 'They missed it', says(page, /^They missed it/));
  await press(page, 'Undo', says(page, /^Undone/));
  await press(page, 'Redo', says(page, /^They missed it/));
  await press(page, 'Dismiss', says(page, /^One tap/));

  await toHistory(page);
  await press(page, /^Edit the moment/, () => page.getByRole('dialog').waitFor());
  await press(page, 'Delete', says(page, /^Deleted/));
  await press(page, 'Undo', says(page, 'Undone.'));
  await press(page, 'Dismiss', says(page, ''));

  await put(page, 'reminders', [MIDNIGHT]);
  await page.goto('/');
  await press(page, 'Not today', gone(page, 'Not today'));
  await page.goto('/reminders/');
  const snoozed = page.getByRole('button', { name: 'Turn back on', exact: true });
  await press(page, 'Until tomorrow', () => snoozed.waitFor());
  await press(page, 'Turn back on', () => snoozed.waitFor({ state: 'hidden' }));

  await page.goto('/settings/time-off/');
  await press(page, 'Add time off', () => page.getByRole('button', { name: /^Delete/ }).waitFor());
  await press(page, /^Delete/, () => page.getByRole('button', { name: 'Undo' }).waitFor());

  await page.goto('/settings/lock/');
  const lock = page.locator('#lock');
  await press(page, 'Set up a lock', () => lock.getByLabel('Passphrase again').waitFor());
  for (const label of ['New passphrase', 'Passphrase again']) {
    await lock.getByLabel(label).fill('five green bottles');
  }
  await press(page, 'Continue', () => lock.locator('.code').waitFor());
  await lock.getByLabel('I’ve stored my code somewhere safe').check();
  await press(page, 'Turn the lock on', () => lock.getByText('is encrypted.').first().waitFor());
  await press(page, 'Lock now', () => page.getByRole('heading', { name: 'Locked' }).waitFor());
  await page.getByLabel('Passphrase').fill('five green bottles');
  await press(page, 'Unlock', () => lock.waitFor());
});
