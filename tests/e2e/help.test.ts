import { stored } from './stored.ts';
import { expect, test, type Page } from './test.ts';

test.use({ hasWorker: false });

const answers = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const pressed = (page: Page) => page.locator('[aria-pressed="true"]');

async function open(page: Page) {
  await page.goto('/practice/help/');
  // The app's own check of its log at start is done.
  await page.waitForFunction(() => localStorage.getItem('toward.checked') !== null);
}

async function answer(page: Page) {
  await answers(page, 'Yes').nth(1).click();
  await answers(page, 'No').nth(0).click();
  await answers(page, 'Not sure').nth(2).click();
  await expect(pressed(page)).toHaveCount(3);
}

test('the answers leave no trace: nothing on the device changes, nor does the address', async ({
  page
}) => {
  await open(page);
  const before = await stored(page);
  await answer(page);
  await expect(page.getByText(/^A therapist may help/)).toBeVisible();
  await page.getByLabel('Numbers for').selectOption('Germany');
  await page.waitForTimeout(1000);
  expect(await stored(page)).toBe(before);
});

test('the answers are gone after a reload, on the way back, and on demand', async ({ page }) => {
  await open(page);
  await answer(page);
  await page.reload();
  await expect(answers(page, 'Yes').first()).toBeVisible();
  await expect(pressed(page)).toHaveCount(0);

  await answer(page);
  await page.getByRole('link', { name: /^More about abuse/ }).click();
  await expect(page).toHaveURL(/\/safety\/?$/);
  await page.goBack();
  await expect(answers(page, 'Yes').first()).toBeVisible();
  await expect(pressed(page)).toHaveCount(0);

  await answer(page);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
  await expect(pressed(page)).toHaveCount(0);

  await answer(page);
  await page.getByRole('button', { name: 'Clear my answers' }).click();
  await expect(pressed(page)).toHaveCount(0);
});

test('emergencies come first and apart; the answers say no more than they may', async ({
  page
}) => {
  await open(page);
  const headings = await page.getByRole('heading').allInnerTexts();
  const at = (words: string) => headings.findIndex((text) => text.startsWith(words));
  expect(at('In danger now')).toBeGreaterThan(0);
  expect(at('In danger now')).toBeLessThan(at('Four questions'));
  const words = page.getByRole('status');
  for (const number of [0, 1, 2, 3]) await answers(page, 'No').nth(number).click();
  await expect(words.filter({ hasText: /^None of these today/ })).toBeVisible();
  await answers(page, 'Not sure').nth(3).click();
  await expect(words.filter({ hasText: /^Not being sure/ })).toBeVisible();
  await answers(page, 'Not sure').nth(3).click();
  await expect(words.filter({ hasText: /^Not being sure/ })).toBeHidden();
});

test('numbers that were entered more than a year ago say so', async ({ page }) => {
  await page.clock.install({ time: new Date('2099-01-01T12:00Z') });
  await open(page);
  await expect(page.getByText(/^Some of these numbers were added over a year ago/)).toBeVisible();
});
