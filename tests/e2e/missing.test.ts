import { expect, test, type Page } from './test.ts';

test.use({ hasWorker: false });

/**
 * A page without scripts has a `main`. Without an icon of its own the browser asks for the host's, which
 * the page's policy refuses.
 */
async function holdsTogether(page: Page) {
  await expect(page.getByRole('main').getByRole('heading')).toBeVisible();
  const icon = page.locator('link[rel="icon"]');
  await expect(icon).toHaveAttribute('href', /^data:image\/svg\+xml,/);
  const policy = page.locator('meta[http-equiv="content-security-policy"]');
  await expect(policy).toHaveAttribute('content', /img-src data:;/);
  const size = await icon.evaluate(async (link: HTMLLinkElement) => {
    const image = new Image();
    image.src = link.href;
    await image.decode();
    return image.naturalWidth;
  });
  expect(size).toBeGreaterThan(0);
}

test('the page for an address that is not there leads back to the log', async ({ page }) => {
  await page.goto('/404.html');
  await expect(page.getByRole('heading', { name: 'This page isn’t here' })).toBeVisible();
  // Hosts show it at any depth: a relative link would lead astray.
  await expect(page.getByRole('link', { name: 'Go to Today' })).toHaveAttribute('href', '/');
  await page.getByRole('link', { name: 'Go to Today' }).click();
  await expect(page.getByRole('button', { name: 'I turned toward' })).toBeVisible();
  await page.goto('/404.html');
  await holdsTogether(page);
  await page.getByRole('link', { name: 'Quick exit' }).click();
  await expect(page).toHaveTitle('Kitchen measures');
  await holdsTogether(page);
});

test.describe('a page that cannot be loaded', () => {
  test.use({ expectedErrors: [/^Failed to (load|fetch)|Unable to preload/] });

  test('says so, and offers ways on', async ({ page }) => {
    const thrown: Error[] = [];
    page.on('pageerror', (error) => thrown.push(error));
    await page.goto('/safety/');
    await expect(page.getByLabel('Numbers for')).toHaveValue('GB');
    await page.route('**/_app/**', (route) => route.abort());
    await page.getByRole('link', { name: 'How it works' }).filter({ visible: true }).click();
    await expect(page.getByRole('heading', { name: 'Something went wrong' })).toBeVisible();
    await page.unroute('**/_app/**');
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(page.getByRole('heading', { name: 'How it works' })).toBeVisible();
    expect(thrown.map(({ message, stack }) => `${message} ${stack}`)).toEqual([]);
  });
});
