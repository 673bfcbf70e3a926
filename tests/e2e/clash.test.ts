import type { BrowserContext } from '@playwright/test';
import { balance, expect, test, type Page } from './test.ts';

test.use({ hasWorker: false });

const note = (page: Page) => page.getByRole('textbox', { name: 'Note' });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const clash = (page: Page) => page.getByRole('dialog', { name: 'Changed in two tabs' });
const mine = (page: Page) => clash(page).getByRole('region', { name: 'Yours' });
const other = (page: Page) => clash(page).getByRole('region', { name: 'The other one' });

/** Opens the form of the one entry of today. */
async function edit(page: Page) {
  await page.getByRole('button', { name: /^Edit/ }).click();
  await expect(note(page)).toBeVisible();
}

/** An entry, and another tab that has written words into it since this one opened it. */
async function bothOpen(page: Page, context: BrowserContext): Promise<Page> {
  await page.goto('/');
  await expect(balance(page)).toHaveText(/\d/);
  await press(page, 'I turned toward');
  await expect(balance(page)).toHaveText('1');
  const second = await context.newPage();
  await second.goto('/');
  await edit(page);
  await edit(second);
  await note(second).fill('words of the other tab');
  await press(second, 'Save');
  await expect(second.getByRole('dialog')).toBeHidden();
  await expect(note(page)).toHaveValue('');
  return second;
}

test('two tabs that write about one entry: both versions are seen, and one is chosen', async ({
  page,
  context
}) => {
  const second = await bothOpen(page, context);
  await note(page).fill('words of this tab');
  await press(page, 'Save');
  await expect(mine(page)).toContainText('words of this tab');
  await expect(other(page)).toContainText('words of the other tab');
  await press(page, 'Keep the other');
  await expect(clash(page)).toBeHidden();
  await expect(page.getByRole('alert').filter({ hasText: 'another tab' })).toBeVisible();
  await expect(note(page)).toHaveValue('words of this tab');
  await second.reload();
  await edit(second);
  await expect(note(second)).toHaveValue('words of this tab');
  await press(second, 'Cancel');
  // All tabs show one draft: it goes here too.
  await expect(note(page)).toHaveValue('');

  await note(page).fill('words of this tab');
  await press(page, 'Save');
  await press(page, 'Save mine');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await edit(page);
  await expect(note(page)).toHaveValue('words of this tab');
  await press(page, 'Cancel');
});

test('undo changes nothing that another tab has changed since', async ({ page, context }) => {
  await bothOpen(page, context);
  await press(page, 'Cancel');
  await press(page, 'Undo');
  await expect(page.getByRole('alert').filter({ hasText: 'another tab' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await expect(balance(page)).toHaveText('1');
  await edit(page);
  await expect(note(page)).toHaveValue('words of the other tab');
});

test('what another tab deletes stays in the form that is open here, and saving brings it back', async ({
  page,
  context
}) => {
  const win = (tab: Page) => tab.getByLabel('What went well');
  const open = async (tab: Page) => {
    await tab.goto('/practice/ground/');
    await tab.getByRole('radio', { name: 'My own worth' }).check();
  };
  await open(page);
  await win(page).fill('ironed a shirt');
  await press(page, 'Save');
  const line = (tab: Page) => tab.locator('summary').filter({ hasText: 'ironed a shirt' });
  await line(page).click();
  await press(page, 'Edit');
  await win(page).fill('ironed two shirts');
  const second = await context.newPage();
  await open(second);
  await expect(win(second)).toHaveValue('ironed two shirts');
  await line(second).click();
  await press(second, 'Delete');
  await expect(line(second)).toHaveCount(0);
  await expect(page.getByText('This was deleted in the meantime.')).toBeVisible();
  await expect(win(page)).toHaveValue('ironed two shirts');
  await press(page, 'Save');
  await expect(other(page)).toContainText('Deleted in the other tab.');
  await press(page, 'Save mine');
  await expect(page.locator('summary').filter({ hasText: 'ironed two shirts' })).toBeVisible();
  await expect(win(page)).toHaveValue('');
});
