import { balance, expect, test } from './test.ts';

test.use({ hasWorker: false });

test('taps before the app can answer are kept and logged, each once @everywhere', async ({
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
  await expect(page.getByRole('status')).toHaveText('One tap logs it. Undo takes it back.');
  release();
  await expect(page.getByRole('status')).toHaveText('You missed it. Everyone does sometimes. −1');
  await expect(balance(page)).toHaveText('0');
  await page.getByRole('button', { name: 'They turned toward' }).click();
  await expect(balance(page)).toHaveText('1');
});
