import type { Win } from '../../src/lib/practices/ground/record.ts';
import { held, put } from './seed.ts';
import { balance, expect, test, type Page } from './test.ts';

test.use({ hasWorker: false });

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const part = (page: Page, name: string) => page.getByRole('radio', { name }).check();
/** Opens one of the forms on the ground of one's own worth. */
async function open(page: Page, name: string) {
  await part(page, 'My own worth');
  await page.getByText(name, { exact: true }).first().click();
}
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const said = (page: Page, text: string | RegExp) =>
  page.getByRole('status').filter({ hasText: text });

test('a win is a tap, or a line that survives a reload; none of it touches the balance', async ({
  page
}) => {
  await page.goto('/practice/ground/');
  await part(page, 'My own worth');
  await button(page, 'I said what I needed').click();
  await expect(said(page, 'Saved: I said what I needed')).toBeVisible();
  await expect(page.getByText('You were on your own side.')).toBeVisible();
  await page.getByLabel('What went well').fill('I slept well');
  await expect.poll(() => held(page, 'drafts')).toContain('I slept well');
  await page.reload();
  await expect(page.getByLabel('What went well')).toHaveValue('I slept well');
  await region(page, 'What I did').getByRole('button', { name: 'Save' }).click();
  await expect(region(page, 'What I did before').locator('summary')).toHaveText([
    /^I slept well/,
    /^I said what I needed/
  ]);
  await page.getByRole('link', { name: 'Read your wins' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'I slept well' })).toBeVisible();
  await page.goto('/');
  await expect(balance(page)).toHaveText('0');
  await page.getByRole('button', { name: 'made me laugh' }).click();
  await page.goto('/balance/');
  await expect(page.getByText('Your worth isn’t on it.')).toBeVisible();
});

test('a harsh sentence becomes a fair one, one step at a time, back and forth', async ({
  page
}) => {
  const form = page.locator('#fair');
  await page.goto('/practice/ground/');
  await open(page, 'Be fair to myself');
  await form.getByRole('textbox').fill('I ruin everything.');
  await form.getByRole('button', { name: 'Next' }).click();
  await expect(heading(page, /^Someone you care about/)).toBeFocused();
  await form.getByRole('textbox').fill('You were tired.');
  await form.getByRole('button', { name: 'Back' }).click();
  await expect(form.getByRole('textbox')).toHaveValue('I ruin everything.');
  await form.getByRole('button', { name: 'Next' }).click();
  await expect.poll(() => held(page, 'drafts')).toMatch(/You were tired.*"step":1/);
  await page.reload();
  await expect(form.getByRole('textbox')).toHaveValue('You were tired.');
  await form.getByRole('button', { name: 'Next' }).click();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'A few words' })).toBeVisible();
  await button(page, 'Start with what I’d tell them').click();
  await form.getByRole('textbox').fill('I was tired.');
  await form.getByRole('button', { name: 'Save' }).click();
  const list = region(page, 'From harsh to fair');
  await list.locator('summary').click();
  await expect(list).toContainText('I ruin everything.');
  await expect(list).toContainText('You were tired.');
  await list.getByRole('button', { name: 'Delete' }).click();
  await expect(list).toBeHidden();
  await button(page, 'Undo').click();
  await expect(list.locator('summary')).toContainText('I was tired.');

  // A fair one alone goes into the other list, and the line says so.
  await form.getByRole('button', { name: 'Skip' }).click();
  await form.getByRole('button', { name: 'Skip' }).click();
  await form.getByRole('textbox').fill('I did what I could.');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(said(page, 'Saved under “Sentences that help”.')).toBeVisible();
  await page.getByText('A sentence that helps', { exact: true }).first().click();
  await expect(region(page, 'Sentences that help').locator('summary')).toContainText('I did what');
});

test('a goal goes step by step', async ({ page }) => {
  await page.goto('/practice/ground/');
  await part(page, 'Goals');
  await page.getByLabel('What’s the goal?').fill('Sing in a choir');
  await page.getByLabel('The smallest first step').fill('Find one nearby');
  await button(page, 'Save goal').click();
  await page.getByRole('checkbox', { name: 'Find one nearby' }).check();
  await expect(said(page, 'Done: Find one nearby')).toBeVisible();
  await button(page, 'Undo').click();
  await expect(page.getByRole('checkbox', { name: 'Find one nearby' })).not.toBeChecked();
  await page.getByRole('checkbox', { name: 'Find one nearby' }).check();
  await page.getByLabel('One more small step for Sing in a choir').fill('Hide: he hits me');
  await expect(page.getByRole('link', { name: 'Go to Safety' })).toBeVisible();
  await page.getByLabel('One more small step for Sing in a choir').fill('Write to them');
  await expect.poll(() => held(page, 'drafts')).toContain('Write to them');
  await page.reload();
  await expect(page.getByLabel('One more small step for Sing in a choir')).toHaveValue(
    'Write to them'
  );
  await button(page, 'Add').click();
  await expect(page.getByRole('checkbox', { name: 'Write to them' })).not.toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Find one nearby' })).toBeChecked();
  await button(page, 'Edit Sing in a choir').click();
  // What stands in the form is not changed below it meanwhile.
  await expect(page.getByRole('checkbox', { name: 'Find one nearby' })).toBeHidden();
  await page.getByLabel('Small steps, one per line').fill('Find one nearby\nGo once');
  await page.locator('#goal').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('checkbox', { name: 'Find one nearby' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Go once' })).not.toBeChecked();
  await button(page, 'Mark as done: Sing in a choir').click();
  await expect(page.getByText('You got yourself there, step by step.')).toBeVisible();
  await region(page, 'Done').locator('summary').click();
  await button(page, 'Reopen').click();
  await button(page, 'Delete Sing in a choir').click();
  await expect(said(page, 'Deleted: Sing in a choir')).toBeVisible();
  await expect(region(page, 'Goals')).toBeHidden();
});

test('steps ticked in a row are all kept', async ({ page }) => {
  await page.goto('/practice/ground/');
  await part(page, 'Goals');
  await expect(page.getByLabel('What’s the goal?')).toBeVisible();
  const steps = ['one', 'two', 'three'].map((text) => ({ text, isDone: false }));
  const at = { at: 1_700_000_000_000, day: '2023-11-14', zone: 'UTC', updatedAt: 0 };
  const id = '01900000-0000-7000-8000-000000000001';
  await put(page, 'goals', [{ id, ...at, text: 'Count', steps, isDone: false }]);
  await expect.poll(() => held(page, 'drafts')).toContain('"part":"goals"');
  await page.reload();
  await expect(page.getByRole('checkbox', { checked: false })).toHaveCount(3);
  // Faster than the database tells of each.
  await page.evaluate(() =>
    document.querySelectorAll<HTMLElement>('li input[type=checkbox]').forEach((box) => box.click())
  );
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(3);
  // The card shows them at once; the line speaks once they are kept.
  await expect(said(page, 'Done: three')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(3);
});

test('each ground has a plan of its own, and what was done', async ({ page }) => {
  await page.goto('/practice/ground/');
  await page.getByLabel('What I plan').fill('Call Anna');
  await button(page, 'Save plan').click();
  await part(page, 'Things I love');
  await expect(page.getByRole('heading', { name: 'Call Anna' })).toBeHidden();
  await part(page, 'People');
  await button(page, 'Mark as done: Call Anna').click();
  await expect(page.getByText('You’re part of more than one story.')).toBeVisible();
  await expect(region(page, 'Plans')).toBeHidden();
  await button(page, 'Undo').click();
  await expect(region(page, 'Plans')).toContainText('Call Anna');
});

test('a sentence of one’s own comes with a word of caution, and stands as it is', async ({
  page
}) => {
  await page.goto('/practice/ground/');
  await open(page, 'A sentence that helps');
  await page.getByLabel('A sentence of your own').fill('I am perfect.');
  await expect(page.getByText(/^This sounds big/)).toBeVisible();
  await page.getByLabel('A sentence of your own').fill('I am learning to ask.');
  await expect(page.getByText(/^This sounds big/)).toBeHidden();
  await button(page, 'Save sentence').click();
  const list = region(page, 'Sentences that help');
  await list.locator('summary').click();
  await list.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('A sentence of your own').fill('I ask, now and then.');
  await page.locator('#own').getByRole('button', { name: 'Save' }).click();
  await expect(list.locator('summary')).toContainText('I ask, now and then.');
  await page.getByText('Be fair to myself', { exact: true }).click();
  await expect(region(page, 'From harsh to fair')).toBeHidden();
});

test('wins are searched, changed and deleted, and that is undone', async ({ page }) => {
  const win = (number: number): Win => ({
    id: `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    at: 1_700_000_000_000 + number,
    day: '2023-11-14',
    zone: 'UTC',
    updatedAt: 1_700_000_000_000,
    text: `I walked ${number} miles`
  });
  await page.goto('/practice/ground/');
  await expect(page.getByLabel('What went well')).toBeVisible();
  await put(page, 'wins', [1, 2, 3, 4, 5].map(win));
  await page.reload();
  await part(page, 'My own worth');
  const list = region(page, 'What I did before');
  await page.getByRole('searchbox').fill('4 miles');
  await list.locator('summary').click();
  await list.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('What went well').fill('I swam');
  await page.locator('#win').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('searchbox').fill('swam');
  await list.locator('summary').click();
  await list.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('No matches.')).toBeVisible();
  await button(page, 'Undo').click();
  await expect(list.locator('summary')).toContainText('I swam');
});
