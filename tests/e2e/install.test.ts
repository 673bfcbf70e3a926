import { start, withProfile } from './browser.ts';
import { expect, test } from './test.ts';

test('the browser finds nothing that keeps the app from being installed', async ({ site }) => {
  // Only a browser with a profile of its own can install.
  await withProfile(async (profile) => {
    const { page, context } = await start(profile);
    await page.goto(`${site.origin}/`);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    const browser = await context.newCDPSession(page);
    const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
    expect(installabilityErrors).toEqual([]);
    const { errors, data } = await browser.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    expect(JSON.parse(data ?? '').icons).toContainEqual(
      expect.objectContaining({ sizes: '512x512', purpose: 'maskable' })
    );
    await context.close();
  });
});

test('the policy of every page names what may run, and lets nothing else in', async ({ page }) => {
  for (const path of ['/', '/balance/', '/history/', '/settings/', '/about/', '/safety/']) {
    await page.goto(path);
    const policy = await page
      .locator('meta[http-equiv="content-security-policy"]')
      .getAttribute('content');
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval' 'sha256-/);
    expect(policy).not.toMatch(/script-src[^;]*'unsafe/);
    expect(policy).not.toMatch(/https?:/);
  }
});
