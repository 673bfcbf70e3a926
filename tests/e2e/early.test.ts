import { balance, expect, test } from './test.ts';

test.use({ hasWorker: false });

test('taps and an offer to install are kept until the app can answer @everywhere', async ({
  page
}) => {
  // Some browsers say nothing before the person has answered them.
  await page.addInitScript(() => {
    // A blank page has no storage.
    if (isSecureContext) navigator.storage.persist = () => new Promise(() => {});
  });
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.js', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'They turned toward' }).click();
  await page.getByRole('button', { name: 'I missed it' }).click();
  await expect(page.getByRole('status')).toHaveText('One tap logs a moment. Undo takes it back.');
  const isHeld = await page.evaluate(() => {
    const offer = new Event('beforeinstallprompt', { cancelable: true });
    return !dispatchEvent(Object.assign(offer, { prompt: () => Promise.resolve() }));
  });
  expect(isHeld).toBe(true);
  release();
  await expect(page.locator('.dock').getByRole('status')).toHaveText(
    'You missed it. Everyone does sometimes. −1'
  );
  await expect(balance(page)).toHaveText('0');
  await page.getByRole('button', { name: 'They turned toward' }).click();
  await expect(balance(page)).toHaveText('1');
  await expect(page.getByRole('button', { name: 'Install' })).toBeVisible();
});
