import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchOptions } from '../chromium.js';
import { balance, expect, test, type Page } from './test.ts';

// Else there's no notification that could be left. Firefox starts as its own tests say.
test.use({
  launchOptions: [
    async ({ launchOptions: given, browserName }, use) =>
      use(browserName === 'chromium' ? launchOptions({ isWhole: true }) : given),
    { scope: 'worker' }
  ]
});

/** The built scripts that hold a text, as they are asked for. */
function scriptsWith(text: string): string[] {
  return readdirSync('build/_app', { recursive: true, encoding: 'utf8' })
    .filter(
      (name) =>
        name.endsWith('.js') && readFileSync(join('build/_app', name), 'utf8').includes(text)
    )
    .map((name) => `/_app/${name}`);
}

/** What the browser keeps of the app, looked up past the app. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const files: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
    return {
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      keys: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
      files
    };
  });

/** Agrees to what is to be pressed next. */
async function agree(page: Page) {
  await page.getByRole('button', { name: 'Delete everything…' }).click();
  await page.getByLabel('I want to delete everything Toward saved on this device').check();
}

/** Opens another tab, which shows the one moment that was logged. */
async function secondTab(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto('/');
  await expect(balance(other)).toHaveText('1');
  return other;
}

const NOTHING = { databases: [], caches: [], workers: 0, keys: [], files: [] };

test('erased with two tabs open, nothing is left, nor does anything come back @everywhere', async ({
  page,
  context
}) => {
  await context.grantPermissions(['notifications']);
  await page.goto('/');
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect(balance(page)).toHaveText('1');
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage('show-example');
    localStorage.setItem('other.app', 'stays');
    const folder = await navigator.storage.getDirectory();
    await folder.getFileHandle('toward-copy', { create: true });
  });
  const other = await context.newPage();
  await other.goto('/history/');
  await expect(other.getByText('they reached out').first()).toBeVisible();

  await page.goto('/settings/delete/');
  const before = await kept(page);
  expect(before).toMatchObject({ databases: ['toward'], workers: 1 });
  expect(before.files).toContain('toward-copy');
  expect(before.caches).toEqual([expect.stringMatching(/^toward-shell-/)]);
  expect(before.keys).toContain('toward.witness');

  await agree(page);
  // Without the network too: only what comes afterwards needs it.
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Delete everything', exact: true }).click();
  for (const tab of [page, other]) {
    await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Everything is deleted');
  }
  await expect(page.getByRole('definition')).toHaveText(Array(5).fill('Nothing left'));
  await context.setOffline(false);

  // What runs on in the other tab, and in the worker that both still have, brings nothing back.
  await other.getByRole('link', { name: 'Today', exact: true }).click();
  await other.bringToFront();
  await page.bringToFront();
  await other.evaluate(() => fetch('/manifest.webmanifest').then((got) => got.text()));
  expect(await kept(page)).toEqual({ ...NOTHING, keys: ['other.app'] });
  expect(await kept(other)).toEqual({ ...NOTHING, keys: ['other.app'] });

  await other.getByRole('button', { name: 'Quick exit' }).first().click();
  await expect(other).toHaveTitle('Kitchen measures');
  for (const tab of [page, other]) await expect(tab).toHaveURL(/\/measures\/$/);
  await page.goto('/');
  await expect(balance(page)).toHaveText('0');
});

test('from the press on no other tab shows or writes anything, and one that is left finishes', async ({
  page,
  context
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect(balance(page)).toHaveText('1');
  // Somebody holds the erasing up.
  const holder = await context.newPage();
  await holder.goto('/measures/');
  await holder.evaluate(
    (name) =>
      new Promise<void>((held) => {
        void navigator.locks.request(name, { mode: 'shared' }, () => {
          held();
          return new Promise(() => {});
        });
      }),
    'toward-erase'
  );
  const other = await secondTab(page);
  await page.goto('/settings/delete/');
  await agree(page);
  await page.getByRole('button', { name: 'Delete everything', exact: true }).click();
  await expect(balance(other)).toHaveCount(0);
  const heading = other.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Deleting…');

  // The tab that pressed is closed: this one finishes.
  await page.close();
  await holder.close();
  await expect(heading).toHaveText('Everything is deleted');
  await expect(other.getByRole('definition')).toHaveText(Array(5).fill('Nothing left'));
  expect(await kept(other)).toEqual(NOTHING);
});

test.describe('where a part doesn’t load', () => {
  test.use({ hasWorker: false, expectedErrors: [/Failed to load resource/] });

  test('nothing is deleted, and the other tabs begin again', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'I turned toward' }).click();
    await expect(balance(page)).toHaveText('1');
    const other = await secondTab(page);
    // The page loads it ahead, and again at the press.
    const parts = scriptsWith('Nothing left');
    await page.route(
      ({ pathname }) => parts.includes(pathname),
      (route) => route.abort()
    );
    await page.goto('/settings/delete/');
    await agree(page);
    const reloaded = other.waitForEvent('load');
    await page.getByRole('button', { name: 'Delete everything', exact: true }).click();
    await expect(page.getByText('It changed nothing you saved before.')).toBeVisible();
    await reloaded;
    await expect(balance(other)).toHaveText('1');
  });
});

test.describe('on plain HTTP', () => {
  test.use({ expectedErrors: [/Cross-Origin-Opener-Policy header has been ignored/] });

  test('all is erased too, where tabs can’t wait for each other', async ({ page, site }) => {
    const plain = site.origin.replace('127.0.0.1', 'plain.test');
    await page.goto(plain);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await page.getByRole('button', { name: 'I turned toward' }).click();
    await expect(balance(page)).toHaveText('1');
    await page.goto(`${plain}/settings/delete/`);
    await agree(page);
    await page.getByRole('button', { name: 'Delete everything', exact: true }).click();
    await expect(page.getByRole('definition')).toHaveText(Array(5).fill('Nothing left'));
    await page.getByRole('link', { name: 'Start over' }).click();
    await expect(balance(page)).toHaveText('0');
  });
});
