import type { GentleRequest } from '../../src/lib/practices/gently/record.ts';
import { barriers } from './barriers.ts';
import { pasted } from './clipboard.ts';
import { held, put } from './seed.ts';
import { expect, test, type Page } from './test.ts';

test.use({ hasWorker: false });

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const next = (page: Page) => page.getByRole('button', { name: /^(Next|Skip)$/ }).click();
const question = (page: Page, name: string) => page.getByRole('heading', { level: 2, name });
const whole = (page: Page) => page.getByRole('region', { name: 'Said gently' });
const line = (page: Page) => page.getByRole('status').last();
const past = (page: Page) => page.getByRole('region', { name: 'Earlier' });
const steps = (page: Page) => page.getByRole('region', { name: /^Step/ });

async function open(page: Page) {
  await page.goto('/practice/gently/');
  await expect(steps(page)).toBeVisible();
}

/** From the first question to the last. */
async function goToWish(page: Page) {
  for (let step = 1; step <= 3; step += 1) await next(page);
}

test('an impulse becomes a request, question by question, and is kept', async ({
  page,
  context
}) => {
  await context.grantPermissions(['clipboard-write']);
  await open(page);
  await steps(page).getByRole('textbox').fill('You never call. You are so selfish.');
  await next(page);
  await expect(question(page, 'What can you see from their side?')).toBeFocused();
  await page.getByLabel('I see why …').fill("you were tired, but that's no excuse");
  await expect(page.getByText('This says whose fault it is.')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await press(page, 'Say it this way');
  await expect(page.getByLabel('I see why …')).toHaveValue('you were tired');
  await next(page);
  await page.getByText('Sad', { exact: true }).click();
  await page.getByRole('checkbox', { name: 'lonely' }).check();
  expect(await barriers(page)).toEqual([]);
  await page.getByLabel('… about …').fill('not hearing from you last night');

  // Half written, it is there again after a reload, at the same question.
  await expect.poll(() => held(page, 'drafts')).toContain('not hearing from you last night');
  await page.reload();
  await expect(page.getByLabel('… about …')).toHaveValue('not hearing from you last night');
  await next(page);
  await page.getByLabel('I’d like …').fill('you to write me one line');
  const said =
    'I see why you were tired. I feel lonely about not hearing from you last night. I’d like you to write me one line.';
  await expect(whole(page)).toContainText(said);
  await expect(page.getByRole('region', { name: 'Your first impulse' })).toContainText('selfish');
  expect(await barriers(page)).toEqual([]);
  await press(page, 'Copy');
  await expect(page.getByText('Copied.')).toBeVisible();
  expect(await pasted(page)).toBe(said);
  await press(page, 'Save');
  await expect(line(page)).toContainText('Saved.');
  await expect(question(page, 'Saved. Say it when you’re both calm.')).toBeFocused();
  await expect(past(page).getByRole('listitem')).toHaveCount(1);

  // Undone, it stands in the form again.
  await press(page, 'Undo');
  await expect(past(page)).toBeHidden();
  await expect(whole(page)).toContainText(said);
});

test('a beginning stands whole, and each part can be changed', async ({ page }) => {
  await open(page);
  await press(page, 'I miss us, and want time together');
  await expect(question(page, 'What would you like?')).toBeFocused();
  await expect(whole(page)).toContainText('I feel disconnected about how little time');
  await expect(whole(page)).toContainText('I’d like to spend an evening this week');
  await page.getByLabel('I’d like …').fill('to walk with you on Sunday');
  await expect(whole(page)).toContainText('I’d like to walk with you on Sunday.');
});

test('feeling insecure, one asks to check in, and saves it as it is from any question', async ({
  page
}) => {
  await open(page);
  await press(page, 'I feel insecure, and want to check in');
  await expect(whole(page)).toContainText('I feel insecure about us');
  await expect(whole(page)).toContainText('I’d like to hear from you how you feel about us.');
  await press(page, 'Back');
  await press(page, 'Save it as it is');
  await expect(line(page)).toContainText('Saved.');
});

test('earlier ones are found, changed and deleted, and come back', async ({ page }) => {
  await open(page);
  const wishes = ['a walk', 'a hug', 'an evening out', 'more time to talk', 'some help'];
  const rows = wishes.map((wish, index): GentleRequest => ({
    id: `01900000-0000-7000-8000-00000000000${index}`,
    at: 1_700_000_000_000 + index,
    day: '2023-11-14',
    zone: 'UTC',
    updatedAt: 1_700_000_000_000,
    impulse: '',
    see: '',
    feelings: ['sad'],
    about: '',
    wish
  }));
  await put(page, 'requests', rows);
  await page.reload();
  await page.getByPlaceholder('Search what you wrote').fill('HUG');
  await expect(past(page).getByRole('listitem')).toHaveCount(1);
  await past(page).getByText('I’d like a hug.').first().click();
  await press(page, 'Edit');
  await expect(page.getByText('You’re editing an earlier one.')).toBeVisible();
  await goToWish(page);
  await page.getByLabel('I’d like …').fill('a long hug');
  await press(page, 'Save');
  await expect(line(page)).toContainText('Change saved.');
  await expect(past(page)).toContainText('I’d like a long hug.');

  const item = past(page).getByRole('listitem').filter({ hasText: 'long hug' });
  if (!(await item.getByRole('button', { name: 'Delete' }).isVisible())) {
    await item.locator('summary').click();
  }
  await item.getByRole('button', { name: 'Delete' }).click();
  await expect(line(page)).toContainText('Deleted.');
  await expect(item).toHaveCount(0);
  await press(page, 'Undo');
  await expect(item).toHaveCount(1);
});

test('where the device can, it is shared', async ({ page }) => {
  await page.addInitScript(() => {
    const shared: unknown[] = [];
    Object.assign(window, { shared });
    Object.assign(navigator, { share: async (data: unknown) => void shared.push(data) });
  });
  await open(page);
  await goToWish(page);
  await page.getByLabel('I’d like …').fill('a hug');
  await press(page, 'Share');
  expect(await page.evaluate(() => Reflect.get(window, 'shared'))).toEqual([
    { text: 'I’d like a hug.' }
  ]);
});

test('words of fear offer the safety page and block nothing', async ({ page }) => {
  await open(page);
  await steps(page).getByRole('textbox').fill('I am afraid of you, you hit me');
  await expect(page.getByRole('link', { name: 'Go to Safety' })).toBeVisible();
  await next(page);
  await expect(question(page, 'What can you see from their side?')).toBeVisible();
});
