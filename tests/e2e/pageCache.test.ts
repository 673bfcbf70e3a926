import { chromium } from '@playwright/test';
import { launchOptions } from '../chromium.js';
import { balance, expect, test as base, type Page } from './test.ts';

/*
 * The browser holds a page that was left, as it is, and shows it again for "back". Playwright turns
 * that off for all other tests; the tests' host sends what lets it happen.
 */

const test = base.extend({
  page: async ({ baseURL }, use) => {
    const browser = await chromium.launch({
      ...launchOptions({ isWhole: true }),
      ignoreDefaultArgs: ['--disable-back-forward-cache']
    });
    const context = await browser.newContext({ baseURL: baseURL as string });
    await context.addInitScript(() => {
      addEventListener('pageshow', ({ persisted }) => {
        document.documentElement.dataset.held = String(persisted);
      });
    });
    await use(await context.newPage());
    await browser.close();
  }
});

const tap = (page: Page) => page.getByRole('button', { name: 'I turned toward' }).click();

/** Leaves for another page by a full load, does something meanwhile, and goes back. */
async function goAndBack(page: Page, meanwhile?: () => Promise<void>) {
  await page.goto('/manifest.webmanifest');
  await meanwhile?.();
  // A page that was held loads nothing that could be waited for.
  await page.goBack({ waitUntil: 'commit' });
}

/** The browser holds no page that still writes: goes until it was held. */
const goUntilHeld = (page: Page) =>
  expect(async () => {
    await goAndBack(page);
    await expect(page.locator('html')).toHaveAttribute('data-held', 'true', { timeout: 2000 });
  }).toPass();

test('a page that was held goes on: taps are kept, and what another tab logged is there', async ({
  page
}) => {
  // No evening of a check-in: the browser holds no page that wants to tell of one while it's left.
  await page.context().clock.setFixedTime('2026-11-27T12:00Z');
  await page.goto('/');
  await tap(page);
  await expect(balance(page)).toHaveText('1');
  await goUntilHeld(page);
  await tap(page);
  await expect(balance(page)).toHaveText('2');
  await goAndBack(page, async () => {
    const other = await page.context().newPage();
    await other.goto('/');
    await tap(other);
    await expect(balance(other)).toHaveText('3');
    await other.close();
  });
  await expect(balance(page)).toHaveText('3');
  await tap(page);
  await expect(balance(page)).toHaveText('4');
  await page.reload();
  await expect(balance(page)).toHaveText('4');
});

test('after Quick exit Back shows nothing of it', async ({ page }) => {
  await page.goto('/history/');
  await page.goto('/');
  await page.locator('html[data-ready]').waitFor();
  await page.getByRole('navigation').getByRole('link', { name: 'Balance' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Balance' })).toBeVisible();
  await page.getByRole('button', { name: 'Quick exit', exact: true }).click();
  for (let back = 0; back < 2; back++) {
    await expect(page).toHaveTitle('Kitchen measures');
    await page.goBack({ waitUntil: 'commit' });
  }
  await expect(page).toHaveTitle('Kitchen measures');
  await expect(page.getByText('Toward')).toBeHidden();
});

test('what was erased meanwhile is not shown', async ({ page }) => {
  await page.goto('/');
  await tap(page);
  await expect(balance(page)).toHaveText('1');
  await goAndBack(page, async () => {
    const other = await page.context().newPage();
    await other.goto('/settings/delete/');
    await other.getByRole('button', { name: 'Delete everything…' }).click();
    await other.getByLabel('I want to delete everything Toward saved on this device').check();
    await other.getByRole('button', { name: 'Delete everything', exact: true }).click();
    // The heading stands there as soon as erasing begins; the next start would finish it.
    await expect(
      other.getByText('Nothing that Toward saved can be found in this browser.')
    ).toBeVisible();
    await other.close();
  });
  await expect(balance(page)).toHaveText('0');
});
