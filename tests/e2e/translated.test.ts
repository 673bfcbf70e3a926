import { balance, expect, test, type Page } from './test.ts';

/* A page that the browser translates: each of its texts is put into an element of the browser's own. */

test.use({ hasWorker: false });

/** Translates the page as it stands: what the app shows afterwards is in small letters again. */
const translate = (page: Page) =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (texts.nextNode()) found.push(texts.currentNode as Text);
    for (const text of found) {
      if (!text.data.trim() || text.parentElement?.closest('script, style, font')) continue;
      const font = document.createElement('font');
      font.append(text.data.toUpperCase());
      text.replaceWith(font);
    }
  });

test('translated, the page shows what changes: the balance, the week, the steps', async ({
  page
}) => {
  await page.goto('/');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  for (const count of ['1', '2', '3']) {
    await page.getByRole('button', { name: 'I turned toward' }).click();
    await expect(balance(page)).toHaveText(count);
    await expect(page.getByText(new RegExp(`^${count} good moments? noticed`))).toBeVisible();
    await translate(page);
  }
  await page.getByRole('navigation').getByRole('link', { name: 'Balance' }).click();
  const row = page.getByRole('table', { name: 'Weekly statement' }).locator('tbody tr');
  await expect(row).toHaveText(/\+3/);
  await expect(page.getByText(/3 so far/)).toBeVisible();
  await translate(page);
  await page.getByRole('button', { name: /^Edit/ }).first().click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(balance(page)).toHaveText('2');
  await expect(row).toHaveText(/\+2/);
  await expect(page.getByText(/2 so far/)).toBeVisible();

  await page.goto('/practice/thought/');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await expect(page.getByText('Step 1 of 4')).toBeVisible();
  await translate(page);
  await page.getByRole('button', { name: 'Skip' }).click();
  await expect(page.getByText('Step 2 of 4')).toBeVisible();
});
