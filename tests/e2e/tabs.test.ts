import { balance, expect, test, type Page } from './test.ts';

test.use({ hasWorker: false });

const open = async (page: Page) => {
  await page.goto('/');
  await expect(balance(page)).toHaveText(/\d/);
};

test('two tabs stay in step @everywhere', async ({ page, context }) => {
  await open(page);
  const other = await context.newPage();
  await open(other);
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect(balance(other)).toHaveText('1');
  await other.getByRole('button', { name: 'They missed it' }).click();
  await expect(balance(page)).toHaveText('0');
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect(balance(other)).toHaveText('1');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(balance(other)).toHaveText('0');
});

test('two tabs that tap at the same time lose nothing', async ({ page, context }) => {
  await open(page);
  const other = await context.newPage();
  await open(other);
  const tapTwentyTimes = (tab: Page) =>
    tab.getByRole('button', { name: 'I turned toward' }).evaluate((button: HTMLElement) => {
      for (let tap = 0; tap < 20; tap += 1) button.click();
    });
  await Promise.all([tapTwentyTimes(page), tapTwentyTimes(other)]);
  await expect(balance(page)).toHaveText('40');
  await expect(balance(other)).toHaveText('40');
  await page.reload();
  await expect(balance(page)).toHaveText('40');
});
