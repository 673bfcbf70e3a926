import { balance, expect, test } from './test.ts';

test('a tap that cannot be written says so, survives a reload, and is logged by a retry', async ({
  page
}) => {
  await page.addInitScript(() => {
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = function (...row: Parameters<typeof add>) {
      if (localStorage.getItem('disk') === 'full') {
        throw new DOMException('no room', 'QuotaExceededError');
      }
      return add.apply(this, row);
    };
  });
  await page.goto('/');
  await page.evaluate(() => localStorage.setItem('disk', 'full'));
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await page.getByRole('button', { name: 'I missed it' }).click();
  await expect(page.getByRole('alert')).toContainText('Not saved yet: 2 taps.');
  await expect(page.getByRole('alert')).toContainText('no room left');
  await expect(balance(page)).toHaveText('0');

  await page.reload();
  await expect(page.getByRole('alert')).toContainText('Not saved yet: 2 taps.');
  await page.evaluate(() => localStorage.setItem('disk', 'free'));
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(balance(page)).toHaveText('−1');
  await expect(page.getByRole('alert')).toBeHidden();
});

test('a log that the browser has emptied is met with the way back, not with a welcome', async ({
  page
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect(page.getByRole('status')).toContainText('Deposit +1');
  await page.goto('/404.html');
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase('toward');
        request.onsuccess = resolve;
        request.onerror = reject;
      })
  );
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('Your log was here before and is empty now.');
  await expect(page.getByText('What this is for')).toBeHidden();
  await expect(page.getByRole('link', { name: 'Restore a backup' })).toHaveAttribute(
    'href',
    /settings\/?#data$/
  );
  await page.getByRole('button', { name: 'Go on without it' }).click();
  await expect(page.getByRole('alert')).toBeHidden();
  await page.reload();
  await expect(page.getByRole('button', { name: 'I turned toward' })).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();
});
