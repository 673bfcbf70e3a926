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
