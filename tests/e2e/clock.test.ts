import { addDays } from '../../src/lib/time/day.ts';
import type { Facts } from '../../src/lib/account/model/entry.ts';
import { countEntries, entryOn, seed } from './seed.ts';
import { balance, expect, test, type Page } from './test.ts';

test.use({ hasWorker: false });

const TODAY = '2026-11-22';
const TOWARD: Facts = { kind: 'bid', by: 'partner', response: 'toward' };

const rows = (page: Page) =>
  page.getByRole('table', { name: 'Weekly statement' }).locator('tbody tr');
const later = (page: Page) => page.getByText(/dated later than today/);

/** Opens the app with 77 towards of today, in Berlin. */
async function openWith77(page: Page) {
  await page.clock.setFixedTime(`${TODAY}T11:00Z`);
  await page.goto('/');
  await expect(balance(page)).toHaveText('0');
  const entries = Array.from({ length: 77 }, (_, index) => entryOn(TODAY, index + 1, TOWARD));
  await seed(page, entries);
  await page.reload();
  await expect(balance(page)).toHaveText('77');
  await expect(later(page)).toHaveCount(0);
}

async function tap(page: Page) {
  const before = await countEntries(page);
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect.poll(() => countEntries(page)).toBe(before + 1);
}

test('a tap with the clock a year ahead waits for its day, and leads to where it is mended', async ({
  page
}) => {
  await openWith77(page);
  await page.clock.setFixedTime('2027-11-22T11:00Z');
  await page.reload();
  await tap(page);
  await page.clock.setFixedTime(`${TODAY}T11:00Z`);
  await page.reload();
  await expect(balance(page)).toHaveText('77');
  await expect(later(page)).toHaveText(
    '1 moment is dated later than today, so it doesn’t count yet. Look in History'
  );

  await page.getByRole('navigation').getByRole('link', { name: 'Balance' }).click();
  await expect(later(page)).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toHaveText(/0\s*0\s*\+77\s*0\s*77\s*±\d+$/);
  await expect(page.getByText('77 bids')).toBeVisible();
  await expect(page.getByRole('button', { name: 'All 77 moments' })).toBeVisible();

  await page.getByRole('link', { name: 'Look in History' }).click();
  const ahead = page.locator('section', { hasText: '22 November 2027' });
  await expect(ahead).toContainText('Later than today, so this doesn’t count yet.');
  await ahead.getByRole('button', { name: /^Edit/ }).click();
  await page.getByLabel('When').fill('2026-11-21T12:00');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'yesterday' })).toBeVisible();
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  // 77 + 2^(−1/28)
  await expect(balance(page)).toHaveText('78');
  await expect(later(page)).toHaveCount(0);
});

test('with the clock set back by years all of it waits, and counts when the clock is right', async ({
  page
}) => {
  await openWith77(page);
  await page.clock.setFixedTime('2020-01-01T11:00Z');
  await page.reload();
  await expect(balance(page)).toHaveText('0');
  await expect(later(page)).toContainText('77 moments are dated later than today');
  await page.getByRole('navigation').getByRole('link', { name: 'Balance' }).click();
  await expect(later(page)).toContainText('77 moments');
  await page.clock.setFixedTime(`${TODAY}T11:00Z`);
  await page.reload();
  await expect(balance(page)).toHaveText('77');
});

test('after a journey west over midnight, what was logged there waits for midnight here', async ({
  page
}) => {
  await openWith77(page);
  // 00:30 of the 23rd in Berlin.
  await page.clock.setFixedTime('2026-11-22T23:30Z');
  await page.reload();
  await tap(page);
  // 77 · 2^(−1/28) + 1
  await expect(balance(page)).toHaveText('76');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setTimezoneOverride', { timezoneId: 'America/New_York' });
  await page.reload();
  await expect(balance(page)).toHaveText('77');
  await expect(later(page)).toContainText('1 moment is dated later than today');
  await page.clock.setFixedTime('2026-11-23T05:00Z');
  await page.reload();
  await expect(balance(page)).toHaveText('76');
  await expect(later(page)).toHaveCount(0);
});

test('a backup with an entry of 2100 leaves the balance, the weeks and the rate as they are', async ({
  page
}) => {
  await openWith77(page);
  await page.goto('/settings/backup');
  const entry = entryOn('2100-01-01', 100, { kind: 'bid', by: 'partner', response: 'against' });
  const soon = entryOn(addDays(TODAY, 1), 101, TOWARD);
  const worth = { toward: 1, warm: 2, act: 1, repair: 2, kept: 2, experience: 2 };
  const backup = {
    app: 'toward',
    version: 1,
    exportedAt: '2026-11-22T12:00:00.000Z',
    terms: { worth: { ...worth, away: -2, broken: -2, against: -5 }, halfLife: 28 },
    pauses: [],
    acts: [{ name: 'tea' }],
    entries: [entry, soon]
  };
  await page.getByLabel('Choose a backup file…').setInputFiles({
    name: 'toward.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(backup))
  });
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect.poll(() => countEntries(page)).toBe(79);
  await page.goto('/balance');
  await expect(balance(page)).toHaveText('77');
  await expect(later(page)).toContainText('2 moments are dated later than today');
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByText('77 bids')).toBeVisible();
  await expect(page.getByText('This week: 77 met.')).toBeVisible();
});
