import { entryOn, seed } from './seed.ts';
import { balance, expect, test, type Page } from './test.ts';

test.use({ hasWorker: false });

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const heading = (page: Page) => page.getByRole('heading', { name: 'For two', level: 1 });
const back = (page: Page) => page.getByRole('button', { name: 'Hold to go back' });
const toBalance = (page: Page) => page.getByRole('link', { name: 'Balance' });

test('for two, every page is what both may see, until a button is held', async ({ page }) => {
  await page.goto('/practice/two/');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  const kiss = { kind: 'act', by: 'partner', act: 'kiss', note: 'in the rain' } as const;
  await seed(page, [
    entryOn('2026-11-18', 1, kiss),
    entryOn('2026-11-17', 3, { kind: 'repair', note: 'after the row' }),
    entryOn('2026-11-19', 2, { kind: 'bid', by: 'partner', response: 'against', note: 'late' })
  ]);
  await page.reload();
  await press(page, 'Show only this');
  await expect(toBalance(page)).toBeHidden();
  await press(page, 'Draw a good moment');
  await expect(page.getByText('in the rain')).toBeVisible();
  // Making up speaks of what came before it.
  for (let drawn = 0; drawn < 5; drawn += 1) await press(page, 'Another one');
  await expect(page.getByText('in the rain')).toBeVisible();
  for (const path of ['/', '/balance/', '/history/', '/practice/thought/', '/settings/']) {
    await page.goto(path);
    await expect(heading(page)).toBeVisible();
    await expect(toBalance(page)).toBeHidden();
    const ways = page.getByRole('navigation');
    await expect(ways.locator('path[d^="M6 8.5a6.5"]')).toBeAttached();
    await expect(page.getByRole('main')).not.toContainText('late');
  }
  await page.getByRole('link', { name: 'Listen', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'One of you speaks' })).toBeVisible();
  await page.getByRole('link', { name: 'For two', exact: true }).first().click();
  await expect(heading(page)).toBeVisible();

  await back(page).click();
  await expect(page.getByText('Keep holding for a second.')).toBeVisible();
  await expect(toBalance(page)).toBeHidden();
  await back(page).focus();
  await page.keyboard.down('Enter');
  await expect(toBalance(page)).toBeVisible();
  await page.keyboard.up('Enter');
  await page.goto('/');
  await expect(balance(page)).not.toHaveText('');
});

test('from Today it’s a link away, and says what it shows before it does', async ({ page }) => {
  await page.goto('/');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await page.getByRole('link', { name: 'For two', exact: true }).click();
  await expect(page.getByText(/Good moments show your notes/)).toBeVisible();
  await press(page, 'Show only this');
  await expect(heading(page)).toBeVisible();
  await expect(toBalance(page)).toBeHidden();
  await page.reload();
  await expect(heading(page)).toBeVisible();
});

test('telling says what can be shown, and leads to what the partner would see', async ({
  page
}) => {
  await page.goto('/practice/telling/');
  await expect(page.getByText(/^I write down small moments between us/)).toBeVisible();
  await expect(page.getByText(/^Good moments, plans, agreements/)).toBeVisible();
  await page.getByRole('link', { name: 'See what your partner would see' }).click();
  await expect(heading(page)).toBeVisible();
});
