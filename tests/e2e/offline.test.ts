import { ROUTES } from './routes.ts';
import { balance, expect, serve, test, type Page } from './test.ts';

// What is under way when the host goes ends so; nothing that comes later is asked of it.
test.use({ expectedErrors: [/ERR_SOCKET_NOT_CONNECTED|ERR_CONNECTION_RESET/] });

const PLACES = ['Balance', 'History', 'Practice', 'Reminders', 'Settings', 'Today'];

for (const base of ['', '/toward']) {
  test(`the whole app works with its host gone, under "${base}/"`, async ({ page }) => {
    const host = await serve('build', base);
    await page.goto(`${host.origin}/`);
    await shellIsIn(page);
    await host.stop();

    await page.reload();
    await page.getByRole('button', { name: 'I turned toward' }).click();
    await expect(page.getByRole('status')).toContainText('+1');
    for (const name of PLACES) {
      await page.getByRole('navigation').getByRole('link', { name }).click();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
    await page.goto(`${host.origin}/balance`);
    await expect(page).toHaveURL(`${host.origin}/balance/`);
    await page.goto(`${host.origin}/`);
    await expect(balance(page)).toHaveText('1');
    await page.goto(`${host.origin}/settings/lock/`);
    await expect(page.getByText('What a lock doesn’t do')).toBeVisible();
    const shared = page.getByText('Toward shares its web address with other pages');
    await expect(shared).toHaveCount(base === '' ? 0 : 1);
  });
}

test('a practice is reached, written and kept with the host gone @everywhere', async ({ page }) => {
  const host = await serve();
  await page.goto(`${host.origin}/`);
  await shellIsIn(page);
  await host.stop();

  await page.getByRole('navigation').getByRole('link', { name: 'Practice' }).click();
  await page.getByRole('link', { name: /^My own ground/ }).click();
  await page.getByLabel('What went well, however small?').fill('Went to the choir');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('status').last()).not.toBeEmpty();
  await page.reload();
  await expect(page.getByText('Went to the choir')).toBeVisible();
});

test('a page that does not exist says so, also offline', async ({ page, site }) => {
  await page.goto('/');
  await shellIsIn(page);
  const online = await page.request.get(`${site.origin}/404.html`);
  expect(online.status()).toBe(200);
});

test.describe('another page of the origin', () => {
  test.use({ expectedErrors: [/status of 404|ERR_CONNECTION_RESET/] });

  test('puts something into the cache, and it is not served', async ({ page }) => {
    const host = await serve();
    await page.goto(`${host.origin}/`);
    await shellIsIn(page);
    await page.evaluate(async () => {
      const [name = ''] = await caches.keys();
      const cache = await caches.open(name);
      const evil = () =>
        new Response('<h1>Evil</h1>', { headers: { 'content-type': 'text/html' } });
      for (const path of ['/', '/balance/']) await cache.put(path, evil());
    });
    await page.goto(`${host.origin}/balance/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Balance');
    await host.stop();
    await page.goto(`${host.origin}/balance/`);
    await expect(page.getByText('Evil')).toHaveCount(0);
    await page.goto(`${host.origin}/history/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('History');
  });
});

test('nothing is asked of any other host, whatever is pressed, with the host there or gone', async ({
  page,
  context,
  expectedErrors
}) => {
  test.slow();
  // The button that looks for a relay asks this host, which has none, and is gone later.
  expectedErrors.push(/status of 404/, /ERR_CONNECTION_REFUSED/);
  const host = await serve();
  // Paper asks nothing of anyone, and its dialog would still be open when the page has gone.
  await page.addInitScript(() => (window.print = () => undefined));
  const asked = new Set<string>();
  // Those of the service worker as well.
  context.on('request', (request) => asked.add(new URL(request.url()).origin));
  context.on('page', (opened) => void opened.close());
  await page.goto(`${host.origin}/`);
  await shellIsIn(page);
  for (const round of ['there', 'gone']) {
    if (round === 'gone') await host.stop();
    for (const path of ROUTES) {
      await page.goto(host.origin + path);
      await page.locator('html[data-ready]').waitFor({ state: 'attached' });
      await page.evaluate(pressAll);
    }
    await page.waitForLoadState('networkidle');
  }
  // A blob is a file that the page itself has made; its address names its own origin.
  expect([...asked].filter((origin) => origin !== 'null')).toEqual([host.origin]);
});

/** In the page: opens what can be opened, presses every button but the way out, and resolves when that has settled. */
function pressAll(): Promise<void> {
  for (const details of document.querySelectorAll('details')) details.open = true;
  const buttons = document.querySelectorAll<HTMLElement>('main button:not([data-leave])');
  for (const button of buttons) button.click();
  return new Promise((resolve) => requestIdleCallback(() => resolve()));
}

/** Resolves when the service worker has taken in the whole app, and nothing asks past it any more. */
async function shellIsIn(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  await page.waitForLoadState('networkidle');
}
