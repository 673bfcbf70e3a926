import type { SharedTime } from '../../src/lib/practices/together/record.ts';
import { held, put } from './seed.ts';
import { balance, expect, test, type Page } from './test.ts';
import { openWithWorker } from './worker.ts';

test.use({ hasWorker: false });

const NOON = new Date('2026-11-22T12:00Z');

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const what = (page: Page) => page.getByLabel('What would you like to do together?');
const said = (page: Page, text: string | RegExp) =>
  page.getByRole('status').filter({ hasText: text });
const memories = (page: Page) => page.getByRole('region', { name: 'Memories' });

/** A plan of a week ago. */
const plan = (number: number, facts: Partial<SharedTime> = {}): SharedTime => ({
  id: `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  at: NOON.getTime() - 7 * 86_400_000 + number,
  day: '2026-11-15',
  zone: 'UTC',
  updatedAt: NOON.getTime() - 7 * 86_400_000,
  what: `Walk ${number}`,
  on: '2026-11-22',
  minute: null,
  memory: '',
  ...facts
});

async function openWith(page: Page, plans: readonly SharedTime[]) {
  await page.clock.install({ time: NOON });
  await page.goto('/practice/together/');
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
  await expect(button(page, 'Save plan')).toBeVisible();
  await put(page, 'sharedTimes', plans);
  await page.reload();
}

/** What the log makes of it: an experience counts two. */
async function expectBalance(page: Page, text: string) {
  await page.goto('/');
  await expect(balance(page)).toHaveText(text);
  await page.goto('/practice/together/');
}

test('an idea is drawn, filtered and planned; half of it survives a reload', async ({ page }) => {
  await page.clock.install({ time: NOON });
  await page.goto('/practice/together/');
  for (const tag of ['5 minutes', 'Evening', 'Out', 'Something new']) {
    await page.getByRole('checkbox', { name: tag }).check();
  }
  await button(page, 'Suggest an idea').click();
  await button(page, 'Use this one').click();
  await expect(what(page)).toHaveValue(/^Stand outside in the dark/);
  await button(page, 'Tomorrow').click();
  await page.getByLabel('What time, if you know?').fill('21:15');
  await expect.poll(() => held(page, 'drafts')).toContain('21:15');
  await page.reload();
  await expect(what(page)).toHaveValue(/^Stand outside in the dark/);
  await expect(page.getByText('You started this earlier.')).toBeVisible();
  await expect(button(page, 'Tomorrow')).toHaveAttribute('aria-pressed', 'true');
  await button(page, 'Save plan').click();
  await expect(said(page, /^Planned: Stand outside/)).toBeVisible();
  const card = page.getByRole('listitem').filter({ hasText: 'Stand outside' });
  await expect(card).toContainText(/Monday,? 23 November, (21:15|9:15 PM)/);
  await expect(what(page)).toHaveValue('');
  await page.reload();
  await expect(card).toBeVisible();
  await button(page, 'Save plan').click();
  await expect(page.getByText('Write a few words first')).toBeVisible();
});

test('what took place is on the log once, also after undo and a change of mind', async ({
  page
}) => {
  await openWith(page, [plan(1)]);
  await page.getByLabel('One line to remember it by').fill('It rained, and we laughed.');
  await button(page, 'We did it').click();
  await expect(said(page, 'Saved as time together: Walk 1')).toBeVisible();
  await button(page, 'Undo').click();
  await expect(page.getByLabel('One line to remember it by')).toHaveValue(
    'It rained, and we laughed.'
  );
  await expect(memories(page)).toBeHidden();
  await expectBalance(page, '0');

  await button(page, 'We did it').click();
  await expect(memories(page)).toContainText('Walk 1');
  await expectBalance(page, '2');

  await memories(page).locator('summary').click();
  await expect(memories(page)).toContainText('It rained, and we laughed.');
  await memories(page).getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('radio', { name: 'We didn’t' }).check();
  await button(page, /^Save$/).click();
  await expect(said(page, 'Changed: Walk 1')).toBeVisible();
  // A page that is left before would open the sheet again.
  await expect.poll(() => held(page, 'drafts')).not.toContain('sharedTimes/open');
  await expectBalance(page, '0');

  await memories(page).locator('summary').click();
  await memories(page).getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('radio', { name: 'We did it' }).check();
  await button(page, /^Save$/).click();
  await expect(said(page, 'Changed: Walk 1')).toBeVisible();
  // A page that is left before would open the sheet again.
  await expect.poll(() => held(page, 'drafts')).not.toContain('sharedTimes/open');
  await expectBalance(page, '2');
});

test('undoing a change of mind puts the entry back', async ({ page }) => {
  await openWith(page, [plan(1)]);
  await button(page, 'We did it').click();
  await memories(page).locator('summary').click();
  await memories(page).getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('radio', { name: 'We didn’t' }).check();
  await button(page, /^Save$/).click();
  await said(page, 'Changed: Walk 1').waitFor();
  await button(page, 'Undo').click();
  await expect(said(page, 'Undone')).toBeVisible();
  await expectBalance(page, '2');
});

test('its day come, it is due on the log, once, and undone there', async ({ page }) => {
  await openWith(page, [plan(1)]);
  const sheet = page.getByRole('dialog', { name: 'Edit the plan' });
  // A form that is left open does not undo what is said on the log.
  await button(page, 'Edit Walk 1').click();
  await expect(sheet).toBeVisible();
  await expect.poll(() => held(page, 'drafts')).toContain('sharedTimes/open');
  await page.goto('/');
  const card = page.getByRole('region', { name: 'How was it? Walk 1' });
  await card.getByRole('button', { name: 'Add a line to remember it by' }).click();
  await card.getByLabel('One line to remember it by').fill('It rained.');
  await card.getByRole('button', { name: 'We did it' }).click();
  await expect(said(page, 'Saved as time together: Walk 1')).toBeVisible();
  await expect(card).toBeHidden();
  await expect(balance(page)).toHaveText('2');
  await button(page, 'Undo').click();
  await expect(balance(page)).toHaveText('0');
  await expect(card.getByLabel('One line to remember it by')).toHaveValue('It rained.');
  await card.getByRole('button', { name: 'Not now' }).click();
  await expect(card).toBeHidden();
  await page.reload();
  await expect(balance(page)).toHaveText('0');
  await expect(card).toBeHidden();
  await page.goto('/practice/together/');
  await sheet.getByLabel('What would you like to do together?').fill('Walk 1, or two');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await button(page, 'How was it? Walk 1, or two').click();
  await expect(page.getByLabel('One line to remember it by')).toHaveValue('It rained.');
});

test('another day, not now, and did not: no entry, and all of it undone', async ({ page }) => {
  await openWith(page, [plan(1), plan(2), plan(3)]);
  const card = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await expect(page.getByRole('heading', { name: 'Time to look back' })).toBeVisible();

  await card('Walk 1').getByRole('button', { name: 'Not now' }).click();
  await expect(said(page, 'You’ll see the question again tomorrow: Walk 1')).toBeVisible();
  await expect(card('Walk 1').getByRole('button', { name: 'We did it' })).toBeHidden();
  await button(page, 'Undo').click();
  await expect(card('Walk 1').getByRole('button', { name: 'We did it' })).toBeVisible();

  await card('Walk 2').getByRole('button', { name: 'Another day' }).click();
  await card('Walk 2').getByRole('button', { name: 'Move it' }).click();
  await expect(card('Walk 2').getByRole('alert')).toContainText('That day doesn’t exist');
  await card('Walk 2').getByRole('button', { name: 'Saturday' }).click();
  await card('Walk 2').getByRole('button', { name: 'Move it' }).click();
  await expect(said(page, /^Moved to Saturday,? 28 November: Walk 2/)).toBeVisible();
  await expect(card('Walk 2')).toContainText(/Saturday,? 28 November/);

  await card('Walk 3').getByRole('button', { name: 'We didn’t' }).click();
  await memories(page).locator('summary').click();
  await expect(memories(page)).toContainText('It didn’t happen.');
  await expectBalance(page, '0');
});

test.describe('with the service worker', () => {
  test.use({ hasWorker: true });

  test('a plan stands in a calendar file, and says what it is only where that is wanted', async ({
    page
  }) => {
    const text = () =>
      page.evaluate(async (path) => (await fetch(path)).text(), `/calendar/${plan(1).id}.ics`);
    await openWithWorker(page, '/practice/together/');
    await put(page, 'sharedTimes', [plan(1, { on: '2099-05-01', minute: 19 * 60 })]);
    await page.reload();
    const link = page.getByRole('link', { name: 'Add to calendar: Walk 1' });
    await expect(link).toHaveAttribute('href', new RegExp(`/calendar/${plan(1).id}\\.ics$`));
    expect(await text()).toContain('DTSTART:20990501T190000\r\n');
    expect(await text()).toContain('SUMMARY:A small moment?\r\n');
    const rules = { mostADay: 3, pausedUntil: null, showsWords: true };
    await put(page, 'settings', [{ key: 'rules', value: rules }]);
    expect(await text()).toContain('SUMMARY:Walk 1\r\n');
    await put(page, 'sharedTimes', [plan(1, { on: '2099-05-01' })]);
    expect(await text()).toContain('DTSTART;VALUE=DATE:20990501\r\n');
    const coming = page.waitForEvent('download');
    await link.click();
    expect((await coming).suggestedFilename()).toBe('small-moments.ics');
  });
});

test('memories are searched, changed and deleted, and that is undone', async ({ page }) => {
  const done = (number: number) =>
    plan(number, { tookPlace: true, memory: `We saw ${number} herons.` });
  await openWith(page, [1, 2, 3, 4, 5].map(done));
  await page.getByRole('searchbox').fill('4 herons');
  await expect(page.getByText('1 match')).toBeVisible();
  await memories(page).locator('summary').click();
  await memories(page).getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('One line to remember it by').fill('We saw an otter.');
  await expect.poll(() => held(page, 'drafts')).toContain('We saw an otter.');
  await page.reload();
  await expect(page.getByLabel('One line to remember it by')).toHaveValue('We saw an otter.');
  await button(page, /^Save$/).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('searchbox').fill('otter');
  await memories(page).locator('summary').click();
  await memories(page).getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('No matches.')).toBeVisible();
  await button(page, 'Undo').click();
  await expect(memories(page).locator('summary')).toContainText('Walk 4');
});

test('ideas are added, changed, hidden and brought back, and stay so', async ({ page }) => {
  await page.goto('/practice/together/');
  const list = page.locator('details').filter({ hasText: 'All ideas' });
  const open = () => list.locator('summary', { hasText: 'All ideas' }).click();
  await open();
  await list.getByLabel('An idea of your own').fill('Feed the ducks');
  await list.getByRole('checkbox', { name: 'Out' }).check();
  await expect.poll(() => held(page, 'drafts')).toContain('"tags":["out"]');
  await page.reload();
  await expect(list.getByLabel('An idea of your own')).toHaveValue('Feed the ducks');
  await expect(list.getByRole('checkbox', { name: 'Out' })).toBeChecked();
  await button(page, 'Add this idea').click();
  await expect(said(page, 'Added: Feed the ducks')).toBeVisible();
  await list.getByLabel('An idea of your own').fill('Feed the ducks');
  await button(page, 'Add this idea').click();
  await expect(list.getByText('That idea is already there.')).toBeVisible();
  await list.getByLabel('An idea of your own').fill('');
  await button(page, /^Hide: Hold each other/).click();
  await expect(button(page, /^Show again: Hold each other/)).toBeVisible();
  await expect.poll(() => held(page, 'settings')).toMatch(/"hidden":\["/);
  // With a draft the list opens by itself.
  await expect.poll(() => held(page, 'drafts')).not.toContain('Feed the ducks');
  await page.reload();
  await open();
  await button(page, 'Edit: Feed the ducks').click();
  await list.getByLabel('Edit: Feed the ducks').fill('Feed the swans');
  await button(page, /^Save$/).click();
  await expect(list.getByText('Feed the swans')).toBeVisible();
  await button(page, /^Show again: Hold each other/).click();
  await expect(button(page, /^Hide: Hold each other/)).toBeVisible();
  await button(page, 'Delete: Feed the swans').click();
  await expect(list.getByText('Feed the swans')).toBeHidden();
  await button(page, 'Undo').click();
  await expect(list.getByText('Feed the swans')).toBeVisible();
});

test('what speaks of fear brings up the safety page, and blocks nothing', async ({ page }) => {
  await page.goto('/practice/together/');
  await what(page).fill('He threatened me again');
  await expect(page.getByRole('link', { name: 'Go to Safety' })).toBeVisible();
  await button(page, 'Save plan').click();
  await expect(said(page, 'Planned: He threatened me again')).toBeVisible();
});
