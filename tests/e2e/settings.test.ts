import { balance, expect, test, type Page } from './test.ts';

test.use({ hasWorker: false });

const nav = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();

/** Writes towards of some days ago as the app stores them: so many a day, and their tallies. */
async function seedTowards(page: Page, daysAgo: readonly number[], perDay: number) {
  await page.goto('/');
  await expect(balance(page)).toHaveText('0');
  await page.evaluate(
    async ([daysAgo, perDay]) => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('toward');
        request.onsuccess = () => resolve(request.result);
      });
      const { objectStoreNames } = db;
      const transaction = db.transaction([...objectStoreNames], 'readwrite');
      for (const ago of daysAgo) {
        const noon = new Date();
        noon.setDate(noon.getDate() - ago);
        noon.setHours(12, 0, 0, 0);
        const day = noon.toLocaleDateString('sv-SE');
        for (let index = 0; index < perDay; index++) {
          const id = `01900000-0000-7000-8000-${String(ago * 100 + index).padStart(12, '0')}`;
          const at = noon.getTime() + index;
          const facts = { kind: 'bid', by: 'partner', response: 'toward' };
          const stamp = { id, at, day, zone: 'Europe/Berlin', updatedAt: at };
          transaction.objectStore('entries').put({ ...facts, ...stamp });
        }
        transaction.objectStore('tallies').put({ day, counts: { 'bid:partner:toward': perDay } });
      }
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      db.close();
    },
    [daysAgo, perDay] as const
  );
}

test('a change of terms is kept at once and the balance follows', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect(balance(page)).toHaveText('1');
  await nav(page, 'Settings');
  await page.getByRole('link', { name: /^What each moment counts/ }).click();
  await page.getByLabel('A bid met', { exact: true }).fill('3');
  await expect(page.getByText('With +3 for met and −1 for missed')).toContainText(
    'when 25% of bids'
  );
  // Faster than the database answers: no press is lost.
  const more = page.getByRole('button', { name: 'More: A bid met', exact: true });
  await more.dblclick();
  await expect(page.getByText('With +5 for met and −1 for missed')).toContainText(
    'when 17% of bids'
  );
  await nav(page, 'Today');
  await expect(balance(page)).toHaveText('5');
  await page.goto('/settings#terms');
  await expect(page).toHaveURL('/settings/counts/');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.getByText('With +1 for met and −1 for missed')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('With +5 for met and −1 for missed')).toBeVisible();
});

test('links to what once was on one page still lead there', async ({ page }) => {
  for (const [anchor, path] of Object.entries({
    terms: 'counts/',
    acts: 'acts/',
    partner: 'partner/',
    pauses: 'time-off/',
    weeks: 'look/',
    look: 'look/',
    spelling: 'look/',
    keys: 'keyboard/',
    lock: 'lock/',
    storage: 'storage/',
    data: 'backup/',
    copy: 'backup/#copy',
    read: 'backup/#read',
    erase: 'delete/'
  })) {
    await page.goto(`/settings/#${anchor}`);
    await expect(page).toHaveURL(`/settings/${path}`);
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Settings');
    const [, part] = path.split('#');
    if (part) await expect(page.locator(`#${part}`)).toBeInViewport();
  }
});

test('an act of one’s own is on the pad and logs; a hidden one is gone', async ({ page }) => {
  await page.goto('/settings#acts');
  await expect(page.getByRole('heading', { name: 'Small acts' })).toBeInViewport();
  await page.getByLabel('An act of your own').fill('Walked the dog');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const up = page.getByRole('button', { name: 'Move up: Walked the dog' });
  await up.click();
  await expect(up).toBeFocused();
  await page.getByRole('button', { name: 'Hide: a kiss' }).click();
  await expect(page.getByRole('button', { name: 'Show: a kiss' })).toBeVisible();
  await nav(page, 'Today');
  await page.getByRole('button', { name: 'Walked the dog', exact: true }).click();
  await expect(page.getByText('You noticed what they did: Walked the dog. +1')).toBeVisible();
  await page.reload();
  await expect(balance(page)).toHaveText('1');
  await expect(page.getByRole('button', { name: 'Walked the dog', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'A kiss' })).toHaveCount(0);
});

test('days of a pause do not fade, and a deleted pause comes back', async ({ page }) => {
  await seedTowards(page, [28], 10);
  await page.reload();
  await expect(balance(page)).toHaveText('5');
  await nav(page, 'Settings');
  await page.getByRole('link', { name: /^Time off/ }).click();
  const from = await page.evaluate(() => {
    const day = new Date();
    day.setDate(day.getDate() - 28);
    return day.toLocaleDateString('sv-SE');
  });
  await page.getByLabel('First day').fill(from);
  await page.getByRole('button', { name: 'Add time off' }).click();
  await expect(page.getByRole('button', { name: /^End today/ })).toBeVisible();
  await nav(page, 'Today');
  await expect(balance(page)).toHaveText('10');
  await nav(page, 'Settings');
  await expect(page.getByRole('link', { name: 'Time off' })).toContainText('On now');
  await page.getByRole('link', { name: 'Time off' }).click();
  await page.getByRole('button', { name: /^Delete: Since/ }).click();
  await expect(page.getByText('No time off yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: /^Delete: Since/ })).toBeVisible();
  await nav(page, 'Today');
  await expect(balance(page)).toHaveText('10');
});

test('the first day of the week moves the weeks', async ({ page }) => {
  await seedTowards(page, [1, 2, 3, 4, 5, 6], 2);
  const [today = '', yesterday = ''] = await page.evaluate(() =>
    [0, 1].map((ago) => {
      const day = new Date();
      day.setDate(day.getDate() - ago);
      return day.toLocaleDateString('en-GB', { weekday: 'long' });
    })
  );
  await page.goto('/settings/counts');
  await page.getByLabel('No fading').check();
  await page.goto('/settings/look');
  const firstDay = page.getByLabel('Weeks start on');
  await expect(firstDay.locator('option:checked')).toHaveText('Monday (your region’s default)');
  await firstDay.selectOption({ label: today });
  await nav(page, 'Today');
  await expect(page.getByText('Nothing logged yet this week.')).toBeVisible();
  await nav(page, 'Settings');
  await page.getByRole('link', { name: /^Appearance/ }).click();
  await firstDay.selectOption({ label: yesterday });
  await nav(page, 'Today');
  await expect(page.getByText('2 good moments noticed this week')).toBeVisible();
});

test('the theme is there before the first paint of the next visit', async ({ page }) => {
  await page.goto('/settings/look');
  await page.getByLabel('Dark').check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      const { theme = 'none' } = document.documentElement.dataset;
      sessionStorage.setItem('theme at body', theme);
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  expect(await page.evaluate(() => sessionStorage.getItem('theme at body'))).toBe('dark');
  await expect(page.getByLabel('Dark')).toBeChecked();
  await page.getByLabel('Automatic').check();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
});

test('the number can be hidden', async ({ page }) => {
  await page.goto('/settings/look');
  await page.getByLabel('Hide the balance').check();
  await nav(page, 'Today');
  await expect(balance(page)).toContainText('•••');
  await page.reload();
  await expect(balance(page)).toContainText('•••');
});

test('storage is told in words', async ({ page }) => {
  await page.goto('/settings/storage');
  const storage = page.getByRole('main');
  await expect(storage).toContainText('This browser hasn’t promised to keep your data.');
  await expect(storage).toContainText('0 moments on this device.');
  await expect(storage).toContainText(/used of about/);
  await expect(storage).toContainText('seven days');
  // No browser promises it to a private window, as the tests' are: another answer is put in its mouth.
  await page.addInitScript(() => {
    StorageManager.prototype.persisted = () => Promise.resolve(true);
  });
  await page.reload();
  await expect(storage).toContainText('This browser has promised to keep your data.');
});

test('no browser checks spelling until it may', async ({ page }) => {
  const checks = () =>
    page
      .getByRole('searchbox')
      .evaluate((field: HTMLInputElement) => [
        field.spellcheck,
        field.closest('[writingsuggestions]')?.getAttribute('writingsuggestions')
      ]);
  await page.goto('/history');
  expect(await checks()).toEqual([false, 'false']);
  await page.goto('/settings#spelling');
  await page.getByLabel('Let the browser check my spelling').check();
  await page.goto('/history');
  await expect.poll(checks).toEqual([true, 'true']);
});
