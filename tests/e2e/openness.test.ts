import type { Disclosure } from '../../src/lib/practices/openness/record.ts';
import { held, put } from './seed.ts';
import type { Locator } from '@playwright/test';
import { balance, expect, test, type Page } from './test.ts';

test.use({ hasWorker: false });

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const note = (within: Page | Locator) => within.getByLabel('Just for you');
const said = (page: Page, text: string | RegExp) =>
  page.getByRole('status').filter({ hasText: text });
const past = (page: Page) => page.getByRole('region', { name: 'Said', exact: true });

async function expectBalance(page: Page, text: string) {
  await page.goto('/');
  await expect(balance(page)).toHaveText(text);
  await page.goto('/practice/openness/');
}

async function keep(page: Page, words: string) {
  await note(page).fill(words);
  await button(page, 'Save note').click();
  await expect(said(page, 'Note saved')).toBeVisible();
}

test('a question is chosen, another one asked, and half an answer survives a reload', async ({
  page
}) => {
  await page.goto('/practice/openness/');
  await page.getByRole('radio', { name: 'What I’m holding back' }).check();
  await expect(page.getByRole('heading', { name: /^What feeling/ })).toBeFocused();
  await button(page, 'Another question').click();
  const asked = page.getByRole('heading', { name: /^Is there something you regret/ });
  await expect(asked).toBeFocused();
  await note(page).fill('I forgot');
  await expect.poll(() => held(page, 'drafts')).toContain('I forgot');
  await page.reload();
  await expect(asked).toBeVisible();
  await expect(note(page)).toHaveValue('I forgot');
  await expect(page.getByText('You started this earlier.')).toBeVisible();
  await button(page, 'Start over').click();
  await expect(page.getByRole('status').filter({ hasText: 'Cleared.' })).toBeVisible();
  await expect(note(page)).toHaveValue('');
  await button(page, 'Undo').click();
  await expect(note(page)).toHaveValue('I forgot');
  await button(page, 'Save note').click();
  await expect(page.getByRole('listitem').filter({ hasText: 'I forgot' })).toBeVisible();
  await button(page, 'Save note').click();
  await expect(page.getByRole('alert').filter({ hasText: 'A few words' })).toBeVisible();
});

test('what was said goes on the log only where that is wanted, once, and comes off it', async ({
  page
}) => {
  await page.goto('/practice/openness/');
  await keep(page, 'I meet Sam on Friday.');
  await button(page, 'I said it: I meet Sam on Friday.').click();
  const offer = page.getByRole('region', { name: /^You said it/ });
  await expect(offer).toBeFocused();
  await button(page, 'Not now').click();
  await expect(offer).toBeHidden();
  await expectBalance(page, '0');

  await past(page).locator('summary').click();
  await past(page).getByRole('button', { name: 'Count it as a small act' }).click();
  await expect(said(page, /^Counted as a small act/)).toBeVisible();
  await expectBalance(page, '1');
  await past(page).locator('summary').click();
  const again = past(page).getByRole('button', { name: 'Count it as a small act' });
  await expect(past(page)).toContainText('Counted as a small act of yours.');
  await expect(again).toBeHidden();

  // Deleted from the log it is offered again, and then there once more.
  await page.goto('/history/');
  const logged = page.getByRole('listitem').filter({ hasText: 'was open without being asked' });
  await logged.getByRole('button').click();
  await button(page, 'Delete').click();
  await expect(said(page, /^Deleted: /)).toBeVisible();
  await page.goto('/practice/openness/');
  await past(page).locator('summary').click();
  await again.click();
  await expect(said(page, /^Counted as a small act/)).toBeVisible();
  await expectBalance(page, '1');
  await past(page).locator('summary').click();
  await past(page).getByRole('button', { name: 'I didn’t say it after all' }).click();
  await expect(said(page, /^Moved back to/)).toBeVisible();
  await expectBalance(page, '0');
});

test('undo takes the act off the log; undoing "not said after all" puts it back', async ({
  page
}) => {
  await page.goto('/practice/openness/');
  await keep(page, 'I meet Sam on Friday.');
  await button(page, /^I said it/).click();
  await page
    .getByRole('region', { name: /^You said it/ })
    .getByRole('button', { name: 'Count it as a small act' })
    .click();
  await said(page, /^Counted as a small act/).waitFor();
  await button(page, 'Undo').click();
  await said(page, 'Undone').waitFor();
  await expectBalance(page, '0');
  await past(page).locator('summary').click();
  await past(page).getByRole('button', { name: 'Count it as a small act' }).click();
  await said(page, /^Counted as a small act/).waitFor();
  await past(page).getByRole('button', { name: 'I didn’t say it after all' }).click();
  await said(page, /^Moved back to/).waitFor();
  await button(page, 'Undo').click();
  await said(page, 'Undone').waitFor();
  await expectBalance(page, '1');
});

test('notes are searched, changed and deleted, and that is undone', async ({ page }) => {
  const done = (number: number): Disclosure => ({
    id: `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    at: 1_700_000_000_000 + number,
    day: '2023-11-14',
    zone: 'UTC',
    updatedAt: 1_700_000_000_000,
    prompt: 'held_wish',
    note: `I wish for ${number} quiet Sundays.`,
    isDone: true
  });
  await page.goto('/practice/openness/');
  await expect(note(page)).toBeVisible();
  await put(page, 'disclosures', [1, 2, 3, 4, 5].map(done));
  await page.reload();
  await page.getByRole('searchbox').fill('3 quiet');
  await expect(page.getByText('1 match')).toBeVisible();
  await past(page).locator('summary').click();
  await past(page).getByRole('button', { name: 'Edit' }).click();
  const sheet = page.getByRole('dialog', { name: 'Edit the note' });
  await note(sheet).fill('I wish for a garden.');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(sheet).toBeHidden();
  await page.getByRole('searchbox').fill('garden');
  await past(page).locator('summary').click();
  await past(page).getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('No matches.')).toBeVisible();
  await button(page, 'Undo').click();
  await expect(past(page).locator('summary')).toContainText('I wish for a garden.');
});

test('it says that openness is not owed, and where to go', async ({ page }) => {
  await page.goto('/practice/openness/');
  await page.getByRole('link', { name: /^Afraid, or being checked up on/ }).click();
  await expect(page).toHaveURL(/\/safety\/?$/);
});
