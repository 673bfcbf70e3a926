import { start, withProfile } from './browser.ts';
import { countEntries } from './seed.ts';
import { balance, expect, serve, test, type Page } from './test.ts';

test('launched by the system, a shortcut logs its tap, once', async ({ site }) => {
  await withProfile(async (profile) => {
    const before = await start(profile);
    const [address] = await shortcuts(before.page, site.origin);
    await before.context.close();
    // As the system launches an app: in a window of its own.
    const { page, context } = await start(profile, [`--app=${site.origin}/${address}`]);
    await expect(page.getByRole('status')).toHaveText('You turned toward them. +1');
    await expect(page).toHaveURL(`${site.origin}/`);
    await page.reload();
    await expect(balance(page)).toHaveText('1');
    await page.goto(`${site.origin}/about/`);
    await page.goBack();
    await expect(balance(page)).toHaveText('1');
    expect(await countEntries(page)).toBe(1);
    await context.close();
  });
});

test('the same address from the history of a tab is taken out at once, and only offers', async ({
  page,
  site
}) => {
  const [address] = await shortcuts(page, site.origin);
  await page.goto(`${site.origin}/${address}`, { waitUntil: 'commit' });
  // Before any script of the app has run.
  await page.waitForFunction(() => document.body !== null);
  expect(page.url()).toBe(`${site.origin}/`);
  await expect(page.getByRole('status')).toContainText('Log it?');
  await expect(balance(page)).toHaveText('0');
  await page.getByRole('button', { name: 'Log it' }).click();
  await expect(balance(page)).toHaveText('1');
});

test('no address of a shortcut tells what it logs', async ({ page, site }) => {
  const before = await (await page.request.get(`${site.origin}/manifest.webmanifest`)).json();
  const addresses: string[] = before.shortcuts.map(({ url }: { url: string }) => url);
  expect(addresses).toEqual(['./?s=1', './?s=2', './practice/pause/', './?s=3']);
  const [one, two, pause, three] = await shortcuts(page, site.origin);
  for (const address of [one, two, three]) expect(address).toMatch(/^\.\/\?s=\d{30,39}$/);
  expect(pause).toBe('./practice/pause/');
  await page.goto(`${site.origin}/${pause}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pause');
});

for (const query of ['s=1', 's=1234567890123456789', 'tap=bid:partner:toward&key=guessed']) {
  test(`a link on another site logs nothing: ?${query}`, async ({ page, site }) => {
    await shortcuts(page, site.origin);
    const other = await serve();
    await page.goto(`${other.origin}/`);
    await page.evaluate((href) => {
      const link = Object.assign(document.createElement('a'), { href, rel: 'noreferrer' });
      link.textContent = 'A link';
      document.body.prepend(link);
    }, `${site.origin}/?${query}`);
    await page.getByRole('link', { name: 'A link' }).click();
    const isOffered = !query.startsWith('s=1234');
    await expect(page.getByRole('status')).toContainText(
      isOffered ? 'Log it?' : 'One tap logs a moment'
    );
    await expect(page).toHaveURL(`${site.origin}/`);
    await expect(balance(page)).toHaveText('0');
    await other.stop();
  });
}

test('an address that names no tap is ignored', async ({ page }) => {
  await page.goto('/?tap=bid:nobody:toward');
  await expect(page.getByRole('status')).toHaveText('One tap logs a moment. Undo takes it back.');
  await expect(page).toHaveURL('/');
});

/** The addresses of the shortcuts as the browser reads them from the manifest. */
async function shortcuts(page: Page, origin: string): Promise<string[]> {
  await page.goto(`${origin}/`);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.reload();
  const browser = await page.context().newCDPSession(page);
  const { data } = await browser.send('Page.getAppManifest');
  return JSON.parse(data ?? '').shortcuts.map(({ url }: { url: string }) => url);
}
