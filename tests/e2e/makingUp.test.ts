import { held } from './seed.ts';
import { balance, expect, test, type Page } from './test.ts';
import { barriers } from './barriers.ts';

test.use({ hasWorker: false, viewport: { width: 375, height: 667 }, colorScheme: 'dark' });

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const field = (page: Page, name: string) => page.getByRole('textbox', { name });

test('after a snap an apology is written step by step, said, promised, and made up', async ({
  page
}) => {
  await page.goto('/');
  await press(page, 'I snapped');
  await press(page, 'Apologize');
  await expect(page.getByText('they reached out, you snapped')).toBeVisible();
  await field(page, 'What did you do?').fill('I’m sorry. I raised my voice.');
  await expect.poll(() => held(page, 'drafts')).toContain('I raised my voice');
  await page.reload();
  await expect(field(page, 'What did you do?')).toHaveValue('I’m sorry. I raised my voice.');
  expect(await barriers(page)).toEqual([]);

  // By keyboard: each step's heading takes the focus, and its field comes next.
  await field(page, 'What did you do?').focus();
  for (const [question, words] of [
    ['What was it like for them?', 'That was loud for you.'],
    ['What will you do now?', 'I’ll ask for ten minutes']
  ] as const) {
    await page.getByRole('button', { name: 'Next' }).press('Enter');
    await expect(page.getByRole('heading', { name: question })).toBeFocused();
    await field(page, question).fill(words);
  }
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  const ready = page.getByRole('region', { name: 'Your words are ready' });
  await expect(ready).toContainText('raised my voice.\nThat was loud for you.\nI’ll ask', {
    useInnerText: true
  });
  expect(await barriers(page)).toEqual([]);

  await expect(page.getByLabel('What’s the promise?')).toHaveValue('I’ll ask for ten minutes');
  await press(page, 'tomorrow');
  await press(page, 'Save promise');
  await expect(page.getByLabel('What’s the promise?')).toBeHidden();
  await press(page, 'Undo');
  await expect(page.getByLabel('What’s the promise?')).toHaveValue('I’ll ask for ten minutes');
  await press(page, 'Save promise');
  await expect(page.getByLabel('What’s the promise?')).toBeHidden();
  await ready.getByRole('button', { name: 'We made up' }).click();
  await expect(ready.getByRole('button', { name: 'We made up' })).toBeHidden();
  expect(await held(page, 'entries')).toContain('"of"');

  await page.goto('/practice/promises/');
  await expect(page.getByText('I’ll ask for ten minutes').first()).toBeVisible();
  await page.goto('/');
  await expect(balance(page)).toHaveText('−1');
});
