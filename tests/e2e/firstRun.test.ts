import { barriers } from './barriers.ts';
import { balance, expect, test, type Page } from './test.ts';

test.use({ isFirstVisit: true, hasWorker: false });

const card = (page: Page, name: string) => page.getByRole('region', { name });
const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).press('Enter');
const hasNoFaults = async (page: Page) => expect(await barriers(page)).toEqual([]);

test('three cards by the keyboard, back and on, a name, and then the pad', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await page.goto('/');
  const bids = card(page, 'Small moments build trust');
  await expect(bids).toContainText('You look up: you turned toward.');
  await expect(page.getByRole('link', { name: 'restore a backup' })).toHaveAttribute(
    'href',
    /settings\/backup\/?#restore$/
  );
  await hasNoFaults(page);

  await press(page, 'Next');
  await expect(page.getByRole('heading', { name: 'One balance' })).toBeFocused();
  await hasNoFaults(page);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Small moments' })).toBeFocused();
  await press(page, 'Next');
  await press(page, 'Next');
  await hasNoFaults(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);

  await page.getByLabel('What do you call your partner?').fill(' Sam ');
  await press(page, 'Log something from today');
  await expect(page.getByRole('status')).toContainText('Saved: Sam');
  await expect(page.getByRole('main')).toBeFocused();
  await expect(card(page, 'It stays on this device')).toBeHidden();
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect(balance(page)).toHaveText('1');
  await expect(page.getByRole('group', { name: 'Sam reached out' })).toBeVisible();

  await page.goto('/settings/partner/');
  await expect(page.getByLabel('Name or nickname')).toHaveValue('Sam');
  await page.goto('/');
  await expect(balance(page)).toHaveText('1');
  await expect(page.getByRole('button', { name: 'Skip' })).toBeHidden();
});

test('what is skipped does not come again, and a first tap needs no card', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Go to Safety' }).click();
  await expect(page).toHaveURL('/safety/');
  await page.goBack();
  await page.getByRole('button', { name: 'Skip' }).click();
  await expect(card(page, 'Small moments build trust')).toBeHidden();
  await page.reload();
  await expect(balance(page)).toHaveText('0');
  await expect(page.getByRole('button', { name: 'Skip' })).toBeHidden();

  await page.evaluate(() => localStorage.removeItem('toward.preferences'));
  await page.reload();
  await expect(card(page, 'Small moments build trust')).toBeVisible();
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect(card(page, 'Small moments build trust')).toBeHidden();
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('toward.preferences')))
    .toContain('"welcomed":true');
});
