import { balance, expect, test } from './test.ts';

test('a tap is logged, counted, and still there after a reload', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect(page.getByRole('status')).toHaveText('Deposit +1: their bid, you turned toward');
  await expect(balance(page)).toHaveText('1');
  await page.getByRole('button', { name: 'They missed it' }).click();
  await expect(page.getByRole('status')).toHaveText('Withdrawal −2: your bid, they missed it');
  await expect(balance(page)).toHaveText('−1');
  await page.reload();
  await expect(balance(page)).toHaveText('−1');
});
