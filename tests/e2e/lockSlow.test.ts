import { locked, turnOn, unlock } from './locking.ts';
import { balance, expect, test } from './test.ts';

test.use({ hasWorker: false });

const SLOW = /this browser has WebAssembly off/;

test('the lock goes on, two tabs lock together, and the passphrase opens both @everywhere', async ({
  page,
  context
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect(balance(page)).toHaveText('1');
  await turnOn(page);
  const other = await context.newPage();
  await other.goto('/');
  await expect(balance(other)).toHaveText('1');
  await other.getByRole('button', { name: 'Lock now' }).filter({ visible: true }).click();
  for (const tab of [page, other]) await expect(locked(tab)).toBeVisible();
  await expect(page.getByText(SLOW)).toBeHidden();
  await unlock(other, 'five green battles');
  await expect(other.getByRole('alert')).toContainText('That’s not the passphrase.');
  await unlock(other);
  await expect(balance(other)).toHaveText('1');
  await expect(page.getByText('The lock is on.')).toBeVisible();
});

test('without WebAssembly a passphrase takes longer, says so, and opens all the same', async ({
  page
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await turnOn(page);
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
  await page.goto('/');
  await expect(page.getByText(SLOW)).toBeVisible();
  await unlock(page, 'five green battles');
  await expect(page.getByRole('alert')).toContainText('That’s not the passphrase.');
  await unlock(page);
  await expect(balance(page)).toHaveText('1');

  // A lock that was made without it opens with it.
  await page.goto('/settings/lock/');
  await unlock(page);
  await page.getByRole('button', { name: 'Turn the lock off' }).click();
  await expect(page.getByText(SLOW)).toBeVisible();
});
