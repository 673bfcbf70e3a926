import type { Day } from '../../src/lib/time/day.ts';
import { barriers } from './barriers.ts';
import { held } from './seed.ts';
import { balance, expect, test, type Page } from './test.ts';

test.use({ hasWorker: false });

const SUNDAY = '2026-11-22';

const setDay = (page: Page, day: Day, time = '12:00') =>
  page.clock.setFixedTime(new Date(`${day}T${time}:00+01:00`));
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const line = (page: Page) => page.getByRole('status').last();
const text = (page: Page) => page.getByLabel('What’s the promise?');
const opened = (page: Page) => page.getByRole('region', { name: 'Open' });
const past = (page: Page) => page.getByRole('region', { name: 'Earlier promises' });
const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function open(page: Page, day = SUNDAY) {
  await setDay(page, day);
  await page.goto('/practice/promises/');
  await expect(text(page)).toBeVisible();
}

async function add(page: Page, words: string, whose: 'mine' | 'theirs', day: string) {
  await text(page).fill(words);
  await page.locator('label').filter({ hasText: whose }).click();
  await press(page, day);
  await press(page, 'Save promise');
  await expect(line(page)).toContainText(`Saved: ${words}`);
}

/** Opens the page again in the evening, when promises are asked about. */
async function waitForEvening(page: Page, day = SUNDAY) {
  await setDay(page, day, '20:00');
  await page.reload();
}

/** What the log says. */
async function logged(page: Page): Promise<unknown[]> {
  return page.evaluate(
    () =>
      new Promise<unknown[]>((resolve) => {
        const opening = indexedDB.open('toward');
        opening.onsuccess = () => {
          const reading = opening.result.transaction('entries').objectStore('entries').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result.map(({ kind, by, outcome, note }) => [kind, by, outcome, note]));
          };
        };
      })
  );
}

test('a promise is written, half at first, and kept on its day', async ({ page }) => {
  await open(page);
  await press(page, 'Save promise');
  await expect(page.getByRole('alert').filter({ hasText: 'Write the promise' })).toBeVisible();
  await text(page).fill('I call when I leave');
  await expect.poll(() => held(page, 'drafts')).toContain('I call when I leave');
  await page.reload();
  await expect(text(page)).toHaveValue('I call when I leave');
  await add(page, 'I call when I leave', 'mine', 'tomorrow');
  await add(page, 'They book a table', 'theirs', 'in a week');
  await expect(text(page)).toHaveValue('');
  await expect(opened(page).getByRole('listitem')).toHaveText([/I call/, /They book/]);
  expect(await barriers(page)).toEqual([]);

  await setDay(page, '2026-11-23');
  await page.reload();
  await expect(opened(page).getByRole('listitem')).toHaveText([/I call/, /They book/]);
  await waitForEvening(page, '2026-11-23');
  await expect(card(page, 'I call when I leave')).toContainText('You promised this for');
  expect(await barriers(page)).toEqual([]);
  await card(page, 'I call when I leave')
    .getByRole('button', { name: 'Kept', exact: true })
    .dblclick();
  await expect(line(page)).toContainText('Promise kept: I call when I leave');
  const KEPT = [['promise', 'me', 'kept', 'I call when I leave']];
  expect(await logged(page)).toEqual(KEPT);
  await press(page, 'Undo');
  await expect(card(page, 'I call when I leave')).toBeVisible();
  expect(await logged(page)).toEqual([]);
  await card(page, 'I call when I leave')
    .getByRole('button', { name: 'Kept', exact: true })
    .click();
  await expect(past(page)).toContainText('kept');
  expect(await logged(page)).toEqual(KEPT);
  await page.goto('/');
  await expect(balance(page)).toHaveText('2');
});

test('in two tabs it is on the log once, and changed later the entry goes along', async ({
  page,
  context
}) => {
  await open(page);
  await add(page, 'I call', 'mine', 'today');
  await waitForEvening(page);
  const other = await context.newPage();
  await open(other);
  await waitForEvening(other);
  const kept = (tab: Page) =>
    card(tab, 'I call').getByRole('button', { name: 'Kept', exact: true });
  // Not a click that waits: what one tab has told is soon gone from the other.
  const buttons = await Promise.all([page, other].map((tab) => kept(tab).elementHandle()));
  await Promise.all(buttons.map((button) => button?.evaluate((node: HTMLElement) => node.click())));
  await expect(past(page)).toBeVisible();
  await expect(past(other)).toBeVisible();
  await expect.poll(() => logged(page)).toEqual([['promise', 'me', 'kept', 'I call']]);
  await other.close();

  await past(page).locator('summary').click();
  await press(page, 'Edit');
  await page.getByRole('dialog').getByRole('radio', { name: 'not kept' }).check({ force: true });
  await press(page, 'Save');
  await expect(line(page)).toContainText('Changed: I call');
  expect(await logged(page)).toEqual([['promise', 'me', 'broken', 'I call']]);
  await press(page, 'Undo');
  await expect.poll(() => logged(page)).toEqual([['promise', 'me', 'kept', 'I call']]);
});

test('agreed anew, another stands in its place and the log says nothing', async ({ page }) => {
  await open(page);
  await add(page, 'I call', 'mine', 'today');
  await waitForEvening(page);
  const due = card(page, 'I call');
  await due.getByRole('button', { name: 'Change the plan' }).click();
  await due.getByLabel('What’s the promise?').fill('I write a line');
  await due.getByRole('button', { name: 'tomorrow', exact: true }).click();
  await due.getByRole('button', { name: 'Save the change' }).click();
  await expect(line(page)).toContainText('Plan changed: I write a line');
  await expect(opened(page).getByRole('listitem')).toContainText('in place of an earlier one');
  await expect(past(page)).toContainText('plan changed');
  expect(await logged(page)).toEqual([]);
  await press(page, 'Undo');
  await expect(due).toBeVisible();
  await expect(past(page)).toBeHidden();
  await expect(opened(page).getByRole('listitem')).toHaveCount(0);
});

test('what is agreed anew or changed in words of danger offers the safety page', async ({
  page
}) => {
  await open(page);
  await add(page, 'I call', 'mine', 'today');
  await add(page, 'I write', 'mine', 'tomorrow');
  await setDay(page, SUNDAY, '20:00');
  await page.goto('/');
  const due = card(page, 'I call');
  const offer = page.getByRole('link', { name: 'Go to Safety' });
  await due.getByRole('button', { name: 'Change the plan' }).click();
  await expect(offer).toBeHidden();
  await due.getByLabel('What’s the promise?').fill('they will not hit me');
  await expect(due.locator(offer)).toBeVisible();

  await page.goto('/practice/promises/');
  await opened(page).locator('summary').click();
  await opened(page).getByRole('button', { name: /^Edit/ }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('What’s the promise?').fill('they will not hit me');
  await expect(sheet.locator(offer)).toBeVisible();
});

test('put off, it comes tomorrow', async ({ page }) => {
  await open(page);
  await add(page, 'I call', 'mine', 'today');
  await waitForEvening(page);
  await card(page, 'I call').getByRole('button', { name: 'Not now' }).click();
  await expect(card(page, 'I call')).toBeHidden();
  await expect(opened(page)).toContainText('I call');
  await setDay(page, '2026-11-23');
  await page.reload();
  await expect(card(page, 'I call')).toBeVisible();
});

test('one is changed, found among many, deleted, and comes back', async ({ page }) => {
  await open(page);
  for (const words of ['one', 'two', 'three', 'four', 'five']) {
    await add(page, words, 'theirs', 'today');
    await opened(page).locator('summary').click();
    await opened(page).getByRole('button', { name: 'Not kept' }).click();
    await expect(opened(page).getByRole('listitem')).toHaveCount(0);
  }
  await page.getByPlaceholder('Search what you wrote').fill('thr');
  await expect(past(page).getByRole('listitem')).toHaveCount(1);
  await past(page).locator('summary').click();
  await press(page, 'Delete');
  await expect(line(page)).toContainText('Deleted: three. What it added in History stays there.');
  expect((await logged(page)).length).toBe(5);
  await press(page, 'Undo');
  await expect(past(page).getByRole('listitem')).toHaveCount(1);

  await add(page, 'I cook', 'mine', 'tomorrow');
  await opened(page).locator('summary').click();
  await opened(page).getByRole('button', { name: /^Edit/ }).click();
  await page.getByRole('dialog').getByLabel('What’s the promise?').fill('I cook soup');
  expect(await barriers(page)).toEqual([]);
  await press(page, 'Save');
  await expect(opened(page)).toContainText('I cook soup');
});
