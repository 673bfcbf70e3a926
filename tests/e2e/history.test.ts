import { balance, expect, test, toHistory, type Page } from './test.ts';

test.use({ hasWorker: false });

const note = (page: Page) => page.getByRole('textbox', { name: 'Note' });
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search notes and acts' });
const rows = (page: Page) => page.getByRole('button', { name: /^Edit the moment at / });
const day = (page: Page, name: string | RegExp) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name }) });

async function tap(page: Page, ...names: string[]): Promise<void> {
  await page.goto('/');
  for (const name of names) {
    await page.getByRole('button', { name }).click();
    await expect(page.locator('.dock').getByRole('status')).toContainText(/ [+−]\d+$/);
  }
}

async function edit(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('listitem').filter({ hasText: name }).getByRole('button').click();
}

async function toLog(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Today', exact: true }).click();
}

test('an edit changes the balance @everywhere', async ({ page }) => {
  await tap(page, 'I turned toward');
  await toHistory(page);
  await edit(page, /they reached out, you turned toward/i);
  await page.getByLabel('It felt really warm').check();
  await note(page).fill('soup');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Changed: they reached out, you turned toward warmly')).toBeVisible();
  await expect(page.getByText('soup')).toBeVisible();
  await toLog(page);
  await expect(balance(page)).toHaveText('2');
});

test('what is deleted can be put back as it was', async ({ page }) => {
  await tap(page, 'They missed it');
  await toHistory(page);
  await edit(page, /you reached out, they missed it/i);
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('Deleted: you reached out, they missed it')).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
  await expect(page.getByText('Nothing logged yet')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page)).toHaveCount(1);
  await toLog(page);
  await expect(balance(page)).toHaveText('−1');
});

test('an edit can be undone too', async ({ page }) => {
  await tap(page, 'I turned toward');
  await toHistory(page);
  await edit(page, /you turned toward/);
  await page.getByRole('radio', { name: 'I snapped' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('−3')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('+1')).toBeVisible();
});

test('what is added for another time stands on its day', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-22T18:40:00+01:00'));
  await tap(page, 'I turned toward');
  await toHistory(page);
  await page.getByRole('button', { name: 'Add a moment' }).click();
  await page.getByRole('radio', { name: 'Making up after a hard moment' }).check();
  await page.getByRole('radio', { name: 'Another time' }).check();
  await page.getByLabel('Date and time').fill('2026-11-19T23:59');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(
    page.getByText('Good to hear: you two made up. +2 · Thursday 19 November')
  ).toBeVisible();
  await expect(day(page, 'Thursday 19 November')).toContainText('23:59');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    'today',
    'Thursday 19 November'
  ]);
});

test('by keyboard: the row opens its form, Escape brings the focus back', async ({ page }) => {
  await tap(page, 'I turned toward');
  await toHistory(page);
  await rows(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(rows(page)).toBeFocused();
});

test('Back closes a sheet as a press beside it does: the page stays, and what was typed', async ({
  page
}) => {
  await tap(page, 'I turned toward');
  await toHistory(page);
  await rows(page).click();
  await note(page).fill('she laughed');
  await page.evaluate(() => history.back());
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page).toHaveURL('/history/');
  await rows(page).click();
  await expect(note(page)).toHaveValue('she laughed');
  // Cancel forgets the words first: Back before that would close the sheet.
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL('/balance/');
});

test('Back closes a sheet also where no page of the app lies behind, and leaves the app after that', async ({
  page
}) => {
  await page.goto('/');
  const open = page.getByRole('button', { name: 'Add a moment' });
  for (const words of ['she laughed', 'she laughed a lot']) {
    await open.click();
    await note(page).fill(words);
    await page.goBack();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page).toHaveURL('/');
  }
  await open.click();
  await expect(note(page)).toHaveValue('she laughed a lot');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.evaluate(() => history.back());
  await expect.poll(() => page.evaluate(() => window.navigation.canGoBack)).toBe(false);
});

test('notes are searched and kinds are told apart', async ({ page }) => {
  await tap(page, 'I turned toward', 'They missed it', 'helped');
  await toHistory(page);
  await expect(rows(page)).toHaveCount(3);
  await edit(page, /they missed it/);
  await note(page).fill('The Café was closed');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Note saved.')).toBeVisible();
  await expect(page.getByText('The Café was closed')).toBeVisible();
  await search(page).fill('cafe');
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByText('That’s everything.')).toBeVisible();
  await page.getByLabel('Show').selectOption('Small acts');
  await expect(page.getByText('Nothing found.')).toBeVisible();
  await search(page).fill('');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toHaveAccessibleDescription(/helped/);
  await page.getByLabel('Show').selectOption('Reaching out: missed');
  await expect(rows(page)).toHaveAccessibleDescription(/they missed it/);

  await page.getByLabel('Show').selectOption('a worry');
  await expect(page.getByText('Nothing found.')).toBeVisible();
  await page.getByLabel('Show').selectOption('Everything');
  await edit(page, /they missed it/);
  await page.getByRole('radio', { name: 'a worry' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByLabel('Show').selectOption('a worry');
  await expect(rows(page)).toHaveAccessibleDescription(/they missed it/);
});

test('back to the history finds the place, the filter and the search', async ({ page }) => {
  await page.goto('/history/');
  await expect(page.getByText('Nothing logged yet')).toBeVisible();
  await page.evaluate(seed, 1000);
  await page.reload();
  await page.getByLabel('Show').selectOption('Reaching out: met');
  await expect(rows(page).nth(50)).toBeAttached();
  await expect(async () => {
    await page.evaluate(() => scrollTo(0, 4000));
    expect(await page.evaluate(() => scrollY)).toBe(4000);
  }).toPass();
  // In one go: what comes into the page late moves it by a line.
  const about = page.locator('footer').getByRole('link', { name: 'How it works' });
  const y = await about.evaluate((link: HTMLElement) => {
    link.click();
    return scrollY;
  });
  await expect(page.getByRole('heading', { level: 1, name: 'How it works' })).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel('Show')).toHaveValue('2');
  await expect.poll(() => page.evaluate(() => scrollY)).toBeCloseTo(y, -2);

  await search(page).fill('the first');
  await expect(rows(page)).toHaveCount(1);
  await toLog(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await page.goBack();
  await expect(search(page)).toHaveValue('the first');
  await expect(rows(page)).toHaveCount(1);
  // By its link the history begins anew.
  await toLog(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await toHistory(page);
  await expect(search(page)).toHaveValue('');
});

test('a log of 20,000 entries is read by the page', async ({ page }) => {
  test.setTimeout(180_000);
  await page.addInitScript(countReads);
  await page.goto('/history');
  await expect(page.getByText('Nothing logged yet')).toBeVisible();
  await page.evaluate(seed, 20_000);
  await page.reload();

  await expect(page.getByText('20,000 moments')).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
  expect(await rows(page).count()).toBe(100);
  expect(await page.evaluate(() => window.entriesRead.most)).toBeLessThanOrEqual(31 * 20);

  await page.getByRole('button', { name: 'Show more' }).scrollIntoViewIfNeeded();
  await expect(rows(page)).toHaveCount(200);
  await page.getByRole('button', { name: 'Show more' }).press('Enter');
  await expect.poll(() => rows(page).count()).toBeGreaterThanOrEqual(300);

  await page.getByLabel('Show').selectOption('Making up');
  await expect(page.getByText('1,000 moments')).toBeVisible();
  await page.getByLabel('Show').selectOption('Everything');

  await search(page).fill('the first');
  await expect(rows(page)).toHaveCount(1, { timeout: 60_000 });
  await expect(page.getByText('That’s everything.')).toBeVisible();
  await search(page).fill('');

  await page.getByLabel('Go to a date').fill('2024-03-05');
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(
    /^Tuesday,? 5 March 2024$/
  );
  await rows(page).first().click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText(/^Deleted: /)).toBeVisible();
  await page.getByRole('button', { name: 'Back to the newest' }).click();
  await expect(page.getByText('19,999 moments')).toBeVisible();
  expect(await page.evaluate(() => window.entriesRead.most)).toBeLessThanOrEqual(31 * 20);
});

declare global {
  interface Window {
    /** The most entries that one read has brought. */
    entriesRead: { most: number };
  }
}

/**
 * Keeps the size of the largest read of the log, and lets no cursor over it. The check at start
 * reads a month at once; the page itself reads less.
 */
function countReads(): void {
  window.entriesRead = { most: 0 };
  for (const source of [IDBIndex.prototype, IDBObjectStore.prototype]) {
    const { getAll, openCursor } = source;
    const isLog = (read: IDBIndex | IDBObjectStore) =>
      ('objectStore' in read ? read.objectStore : read).name === 'entries';
    source.getAll = function (...args) {
      const request = getAll.apply(this, args);
      request.addEventListener('success', () => {
        // The page asks by day. Walks past the days are the check's and the second copy's.
        if (isLog(this) && this instanceof IDBIndex) {
          window.entriesRead.most = Math.max(window.entriesRead.most, request.result.length);
        }
      });
      return request;
    };
    source.openCursor = function (...args) {
      if (isLog(this)) throw new Error('a cursor over the log');
      return openCursor.apply(this, args);
    };
  }
}

/**
 * Writes a log with its tallies past the app: 20 entries a day back from 2026-11-21, one of them an
 * attempt to mend; the oldest has the only note.
 */
async function seed(count: number): Promise<void> {
  const PER_DAY = 20;
  const opening = indexedDB.open('toward');
  await new Promise((resolve) => (opening.onsuccess = resolve));
  const db = opening.result;
  for (let done = 0; done < count; done += 5_000) {
    const writing = db.transaction(['entries', 'tallies'], 'readwrite', { durability: 'relaxed' });
    const entries = writing.objectStore('entries');
    const tallies = writing.objectStore('tallies');
    for (let index = done; index < done + 5_000; index += 1) {
      const noon = Date.UTC(2026, 10, 21, 12) - Math.floor(index / PER_DAY) * 86_400_000;
      const at = noon - (index % PER_DAY) * 60_000;
      const day = new Date(noon).toISOString().slice(0, 10);
      const id = `01900000-0000-7000-8000-${String(index).padStart(12, '0')}`;
      const stored = { id, at, day, zone: 'Europe/Berlin', updatedAt: at, by: 'partner' };
      if (index % PER_DAY === 0) {
        entries.put({ ...stored, kind: 'repair' });
        tallies.put({ day, counts: { repair: 1, 'bid:partner:toward': PER_DAY - 1 } });
      } else {
        const note = index === count - 1 ? { note: 'The first' } : {};
        entries.put({ ...stored, kind: 'bid', response: 'toward', ...note });
      }
    }
    await new Promise((resolve) => (writing.oncomplete = resolve));
  }
  db.close();
}
