import { ROUTES } from './routes.ts';
import { stored } from './stored.ts';
import { expect, test } from './test.ts';

test.use({ hasWorker: false });

test('from every page, safety is one tap away and so is the way out', async ({ page }) => {
  test.slow();
  for (const route of ROUTES) {
    await page.goto(route);
    await expect(
      page.getByRole('navigation').getByRole('button', { name: 'Quick exit' })
    ).toBeInViewport();
    await page
      .getByRole('link', { name: 'Safety', exact: true })
      .filter({ visible: true })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1, name: 'Safety' })).toBeVisible();
  }
});

test('with text twice as large on a small phone, nothing is cut and the way out is in view', async ({
  page
}) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await page.goto('/safety/');
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  await expect(page.getByRole('button', { name: 'Quick exit' }).first()).toBeInViewport({
    ratio: 1
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('the numbers are those of the locale until another place is chosen', async ({ page }) => {
  await page.goto('/safety/');
  const region = page.getByLabel('Numbers for');
  await expect(region).toHaveValue('GB');
  await expect(page.getByRole('link', { name: 'Call 999' })).toHaveAttribute('href', 'tel:999');

  await region.selectOption('United States');
  await expect(page.getByRole('link', { name: 'Call 911' })).toHaveAttribute('href', 'tel:911');
  await expect(page.getByRole('link', { name: 'Call 1-800-799-7233' })).toHaveAttribute(
    'href',
    'tel:18007997233'
  );
  await expect(page.getByRole('link', { name: 'Text START to 88788' })).toHaveAttribute(
    'href',
    'sms:88788?body=START'
  );
});

test('a place without numbers of its own still has a way on', async ({ page }) => {
  await page.goto('/safety/');
  const region = page.getByLabel('Numbers for');
  await expect(region).toHaveValue('GB');
  await region.selectOption('Somewhere else');
  await expect(page.getByText('Call the emergency number for where you are.')).toBeVisible();
  await expect(page.getByRole('link', { name: /findahelpline\.com/ })).toHaveAttribute(
    'rel',
    'noreferrer'
  );
});

test('the safety page asks no other site for anything, and keeps nothing', async ({
  page,
  baseURL
}) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${baseURL}/`)) elsewhere.push(request.url());
  });
  await page.goto('/safety/');
  // What the app keeps at its start is kept by now.
  await page.waitForFunction(() => localStorage.getItem('toward.checked') !== null);
  const before = await stored(page);
  const region = page.getByLabel('Numbers for');
  await expect(region).toHaveValue('GB');
  await region.selectOption('Ireland');
  await expect(page.getByRole('link', { name: 'Call 112' })).toBeVisible();
  expect(await stored(page)).toBe(before);
  expect(elsewhere).toEqual([]);
});
