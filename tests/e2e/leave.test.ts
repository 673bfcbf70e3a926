import { expect, serve, test, type Page } from './test.ts';

test.use({ hasWorker: false });

const leave = (page: Page) => page.getByRole('button', { name: 'Quick exit', exact: true });
const isAway = async (page: Page) => {
  await expect(page).toHaveURL(/\/measures\/$/);
  await expect(page).toHaveTitle('Kitchen measures');
};
const isHere = (page: Page) =>
  expect(page.getByRole('button', { name: 'I turned toward' })).toBeVisible();

test('leaving blanks the page at once, locks, takes every tab along, and Back shows nothing', async ({
  page,
  context,
  site
}) => {
  await page.goto('/');
  const other = await context.newPage();
  await other.goto(`${site.origin}/history/`);
  const listener = await context.newPage();
  await listener.goto(`${site.origin}/measures/`);
  await listener.evaluate(() => {
    const heard: string[] = [];
    new BroadcastChannel('toward.lock').onmessage = ({ data }) => heard.push(data.what);
    Object.assign(window, { heard });
  });
  await page.getByRole('navigation').getByRole('link', { name: 'Balance' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Balance' })).toBeVisible();
  const atOnce = await page.evaluate(() => {
    document.querySelector<HTMLElement>('[data-leave]')?.click();
    return [document.documentElement.checkVisibility(), document.title];
  });
  expect(atOnce).toEqual([false, 'Kitchen measures']);
  await isAway(page);
  await isAway(other);
  expect(await listener.evaluate(() => (window as unknown as { heard: string[] }).heard)).toContain(
    'lock'
  );

  // The page before it in this tab was the log.
  await page.goBack();
  await isAway(page);
  await expect(page.getByText('Toward')).toBeHidden();
  await page.goto('/');
  await isHere(page);
  await page.reload();
  await isHere(page);
});

test('Shift three times leaves where that was chosen, also over a sheet, and never by mistake', async ({
  page
}) => {
  const press = async (keys: string) => {
    for (const key of keys.split(' ')) await page.keyboard.press(key);
  };
  await page.goto('/settings/#keys');
  const choice = page.getByLabel('Press Shift three times for Quick exit');
  await press('Shift Shift Shift');
  await expect(choice).not.toBeChecked();
  await choice.check();
  await page.getByRole('navigation').getByRole('link').first().click();
  await page.getByRole('button', { name: 'Add a moment' }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('button', { name: 'Quick exit' })).toBeInViewport();

  // Two seconds from the first to the third are too long.
  await page.evaluate(() => {
    for (const timeStamp of [-9000, -8000, -7000]) {
      for (const type of ['keydown', 'keyup']) {
        const event = new KeyboardEvent(type, { key: 'Shift', bubbles: true });
        Object.defineProperty(event, 'timeStamp', { value: timeStamp });
        document.body.dispatchEvent(event);
      }
    }
  });
  await press('Shift Shift Shift+A Shift');
  await page.mouse.wheel(0, 10);
  await press('Shift Shift');
  await sheet.getByRole('heading').first().click();
  await press('Shift');
  await sheet.getByRole('textbox', { name: 'Note' }).focus();
  await press('Shift Shift Shift Shift');
  await sheet.getByRole('button', { name: 'Close' }).focus();
  await press('Shift Shift');
  await expect(sheet).toBeVisible();
  await press('Shift');
  await isAway(page);
});

test.describe('with the service worker', () => {
  test.use({ hasWorker: true });

  test('before the app answers, and with the host gone', async ({ page }) => {
    const host = await serve('build', '/toward');
    await page.goto(`${host.origin}/`);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.reload();
    await host.stop();
    await page.route('**/*.js', () => undefined);
    await page.goto(`${host.origin}/practice/`, { waitUntil: 'commit' });
    await leave(page).click();
    await isAway(page);
    expect(await page.locator('html').innerHTML()).not.toMatch(/toward\b(?!\/)|<script/i);
    await expect(page.getByRole('link')).toBeHidden();
  });
});
