import { balance, expect, serve, test, type Page } from './test.ts';

test('a shortcut of the installed app logs its tap once', async ({ page, site }) => {
  const [address] = await shortcuts(page);
  await page.goto(`${site.origin}/${address}`);
  await expect(page.getByRole('status')).toHaveText('Deposit +1: their bid, you turned toward');
  await expect(page).toHaveURL(`${site.origin}/`);
  await page.reload();
  await expect(balance(page)).toHaveText('1');
  await page.goto(`${site.origin}/${address}`);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(balance(page)).toHaveText('1');
});

test('a link on another site logs nothing: it offers', async ({ page, site }) => {
  await shortcuts(page);
  const other = await serve();
  await page.goto(`${other.origin}/`);
  await page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href, rel: 'noreferrer' });
    link.textContent = 'A link';
    document.body.prepend(link);
  }, `${site.origin}/?tap=bid:partner:toward&key=guessed`);
  await page.getByRole('link', { name: 'A link' }).click();
  await expect(page.getByRole('status')).toContainText('Log it?');
  await expect(balance(page)).toHaveText('0');
  await page.getByRole('button', { name: 'Log it' }).click();
  await expect(balance(page)).toHaveText('1');
  await other.stop();
});

test('an address that names no tap is ignored', async ({ page }) => {
  await page.goto('/?tap=bid:nobody:toward');
  await expect(page.getByRole('status')).toHaveText('One tap logs it. You can always undo.');
  await expect(page).toHaveURL('/');
});

test('the shortcut to the pause opens it, and carries no key', async ({ page, site }) => {
  const address = (await shortcuts(page)).find((url) => url.includes('pause'));
  expect(address).toBe('./practice/pause/');
  await page.goto(`${site.origin}/${address}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pause');
});

/** The addresses of the shortcuts as the browser reads them from the manifest. */
async function shortcuts(page: Page): Promise<string[]> {
  await page.goto('/');
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.reload();
  const browser = await page.context().newCDPSession(page);
  const { data } = await browser.send('Page.getAppManifest');
  return JSON.parse(data ?? '').shortcuts.map(({ url }: { url: string }) => url);
}
