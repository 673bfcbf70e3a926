import type { Facts } from '../../src/lib/account/model/entry.ts';
import { addDays } from '../../src/lib/time/day.ts';
import { pasted } from './clipboard.ts';
import { entryOn, held, put, seed } from './seed.ts';
import { expect, test, type Page } from './test.ts';

test.use({ hasWorker: false });

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const drawn = (page: Page) => page.getByRole('region', { name: 'A good moment at random' });

const TODAY = new Date().toISOString().slice(0, 10);
const MISSED: Facts = { kind: 'bid', by: 'me', response: 'away', note: 'Busy' };
const HELPED: Facts = { kind: 'act', by: 'partner', act: 'helped' };

/** The one good moment with words is a month old; a sentence was chosen for Today. */
async function open(page: Page, path: string) {
  await page.goto('/about/');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  const then = addDays(TODAY, -30);
  await seed(page, [
    entryOn(then, 1, { ...HELPED, note: 'Soup in the rain' }),
    entryOn(then, 2, MISSED),
    entryOn(addDays(TODAY, -1), 3, HELPED)
  ]);
  const at = Date.parse(`${then}T12:00Z`);
  const id = '01900000-0000-7000-8000-000000000009';
  const written = { id, at, day: then, zone: 'UTC', updatedAt: at };
  await put(page, 'sentences', [
    { ...written, harsh: '', friend: '', fair: 'I can ask again.', onToday: true }
  ]);
  await page.goto(path);
}

test('what was noticed is drawn, marked, found again, and hidden for good', async ({ page }) => {
  await open(page, '/moments/');
  await button(page, 'Draw a good moment').click();
  await expect(drawn(page)).toContainText('Soup in the rain');
  await drawn(page).getByRole('button', { name: 'Favorite' }).click();
  await expect.poll(() => held(page, 'entries')).toContain('"favorite":true');
  await page.getByRole('radio', { name: 'Favorites' }).check();
  const list = page.getByRole('list').filter({ hasText: 'Soup in the rain' });
  await expect(list).toBeVisible();

  await page.goto('/practice/thought/');
  await page.getByText('Step 1 of 4').click();
  await button(page, 'What’s the evidence for it? And against it?').click();
  await button(page, 'Draw a good moment').click();
  await expect(drawn(page)).toContainText('Soup in the rain');
  await button(page, 'Not this one again').click();
  await expect(drawn(page)).not.toContainText('Soup in the rain');
  await expect.poll(() => held(page, 'entries')).toContain('"hidden":true');

  await page.goto('/history/');
  await expect(page.getByText('Soup in the rain')).toBeVisible();
});

test('a good moment is shared in one tap where it stands, without what was noted of it', async ({
  page,
  context
}) => {
  await context.grantPermissions(['clipboard-write']);
  await open(page, '/history/');
  const row = (text: string) => page.getByRole('listitem').filter({ hasText: text });
  await expect(row('Busy').getByRole('button', { name: 'Edit' })).toBeVisible();
  await expect(row('Busy').getByRole('button', { name: 'Share' })).toBeHidden();
  await row('Soup in the rain').getByRole('button', { name: 'Share' }).click();
  await expect(row('Soup in the rain').getByRole('status')).toHaveText('Copied.');
  expect(await pasted(page)).toMatch(/^Thank you for helping me on [^(]*\.$/);
  await expect(page.getByRole('dialog')).toBeHidden();

  await seed(page, [entryOn(TODAY, 4, HELPED)]);
  await page.goto('/');
  await row('They helped you').getByRole('button', { name: 'Share' }).click();
  await expect(row('They helped you').getByRole('status')).toHaveText('Copied.');
  expect(await pasted(page)).toBe('Thank you for helping me today.');
});

test('Today looks back once a day, and asks once a day what a moment was like', async ({
  page
}) => {
  await open(page, '/');
  const back = page.getByRole('region', { name: 'A month ago' });
  await expect(back).toContainText('Soup in the rain');
  await button(page, 'I turned toward').click();
  await expect(button(page, 'What was it like?')).toBeVisible();
  await button(page, 'They turned toward').click();
  await expect(page.getByRole('status').filter({ hasText: 'they turned toward' })).toBeVisible();
  await expect(button(page, 'What was it like?')).toBeHidden();
  await back.getByRole('button', { name: 'Not now' }).click();
  await expect(back).toBeHidden();
  await page.reload();
  await expect(page.getByText('I can ask again.')).toBeVisible();
  await expect(back).toBeHidden();

  await page.goto('/settings/look/');
  await page.getByLabel('Bring back a good moment on Today').uncheck();
  await page.evaluate(() => {
    const { 'toward.preferences': kept = '{}' } = localStorage;
    localStorage['toward.preferences'] = JSON.stringify({ ...JSON.parse(kept), lookedBack: null });
  });
  await page.goto('/');
  await expect(page.getByText('I can ask again.')).toBeVisible();
  await expect(back).toBeHidden();
});
