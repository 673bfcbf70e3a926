import { balance, expect, serve, test } from './test.ts';
import { countEntries, entryOn, seed } from './seed.ts';

test.use({ hasWorker: false });

test('a tap that cannot be written says so, survives a reload, and is logged by a retry', async ({
  page
}) => {
  await page.addInitScript(() => {
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = function (...row: Parameters<typeof add>) {
      if (localStorage.getItem('disk') === 'full') {
        throw new DOMException('no room', 'QuotaExceededError');
      }
      return add.apply(this, row);
    };
  });
  await page.goto('/');
  await expect(balance(page)).toHaveText('0');
  await page.evaluate(() => localStorage.setItem('disk', 'full'));
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await page.getByRole('button', { name: 'I missed it' }).click();
  await expect(page.getByRole('alert')).toContainText('Not saved yet: 2 taps.');
  await expect(page.getByRole('alert')).toContainText('This device is full.');
  await expect(balance(page)).toHaveText('0');

  await page.reload();
  await expect(page.getByRole('alert')).toContainText('Not saved yet: 2 taps.');
  // The app tries again by itself too: whoever presses has to be first.
  await page.getByRole('button', { name: 'Try again' }).evaluate((button: HTMLElement) => {
    localStorage.setItem('disk', 'free');
    button.click();
  });
  await expect(balance(page)).toHaveText('0');
  await expect(page.getByRole('alert')).toBeHidden();
});

test('a log that the browser has emptied is met with the way back, not with a welcome', async ({
  page
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect(page.getByRole('status')).toContainText('+1');
  await page.goto('/404.html');
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase('toward');
        request.onsuccess = resolve;
        request.onerror = reject;
      })
  );
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText(
    'Toward had moments here before, and now finds none.'
  );
  await expect(page.getByText('Small moments build trust')).toBeHidden();
  await expect(page.getByRole('link', { name: 'Restore a backup' })).toHaveAttribute(
    'href',
    /settings\/backup\/?#restore$/
  );
  await page.getByRole('button', { name: 'Continue without it' }).click();
  await expect(page.getByRole('alert')).toBeHidden();
  await page.reload();
  await expect(page.getByRole('button', { name: 'I turned toward' })).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();
});

test('an import that does not fit is refused whole, and taps go on', async ({ page, site }) => {
  // Before anything is written: how much room is left is looked up now and then only.
  const session = await page.context().newCDPSession(page);
  const quota = { origin: site.origin, quotaSize: 8_000_000 };
  await session.send('Storage.overrideQuotaForOrigin', quota);
  await page.goto('/');
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect(balance(page)).toHaveText('1');
  const entries = Array.from({ length: 12_000 }, (_, number) =>
    entryOn('2026-11-01', number, { kind: 'experience', note: `${number} `.repeat(300) })
  );
  const worth = { toward: 1, warm: 2, act: 1, repair: 2, kept: 2, experience: 2 };
  const terms = { worth: { ...worth, away: -2, broken: -2, against: -5 }, halfLife: null };
  const head = { app: 'toward', version: 1, exportedAt: '2026-11-22T12:00:00.000Z' };
  const text = JSON.stringify({ ...head, terms, pauses: [], acts: [], entries });
  await page.goto('/settings/backup/');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await page.getByLabel('Choose a backup file…').setInputFiles({
    ...{ name: 'toward.json', mimeType: 'application/json', buffer: Buffer.from(text) }
  });
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByText('This device is full.')).toBeVisible();
  expect(await countEntries(page)).toBe(1);
  await page.goto('/');
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect(balance(page)).toHaveText('2');
});

test('a clock that is set back loses nothing, and counts each tap on the day it shows', async ({
  page
}) => {
  await page.clock.setFixedTime('2026-11-22T20:00:00Z');
  await page.goto('/');
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect(balance(page)).toHaveText('1');
  await page.clock.setFixedTime('2026-11-20T08:00:00Z');
  await page.reload();
  await page.getByRole('button', { name: 'They missed it' }).click();
  await page.getByRole('button', { name: 'helped', exact: true }).click();
  const line = page.locator('.dock').getByRole('status');
  await expect(line).toContainText('+1');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(line).not.toContainText('+1');
  // What was logged two days ahead waits for its day.
  await expect(balance(page)).toHaveText('−1');
  await page.clock.setFixedTime('2026-11-22T20:05:00Z');
  await page.goto('/history/');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([/today/, /20/]);
  await page.goto('/');
  await expect(balance(page)).toHaveText('0');
  expect(await countEntries(page)).toBe(2);
});

test.describe('caches', () => {
  test.use({ hasWorker: true, expectedErrors: [/^Failed to load resource/] });

  test('with the caches cleared the log is as it was; offline a page says what to do', async ({
    page
  }) => {
    const host = await serve();
    await page.goto(`${host.origin}/`);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.reload();
    await page.getByRole('button', { name: 'I turned toward' }).click();
    await expect(balance(page)).toHaveText('1');
    const clear = () =>
      page.evaluate(async () => {
        await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
      });
    await clear();
    await page.reload();
    await expect(balance(page)).toHaveText('1');
    // What was cleared is taken in again, so the app works without its host.
    await expect
      .poll(() => page.evaluate(async () => Boolean(await caches.match('/history/'))))
      .toBe(true);
    await host.stop();
    await page.goto(`${host.origin}/history/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('History');
    await clear();
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Toward needs to go online once'
    );
    expect(await countEntries(page)).toBe(1);
    // Whoever leaves now finds nothing of the app either.
    await page.goto(`${host.origin}/measures/`);
    expect(await page.evaluate(() => document.documentElement.innerText + document.title)).toBe('');
  });
});

test('localStorage cleared or full changes nothing of the log, and raises no false alarm', async ({
  page
}) => {
  await page.goto('/');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await seed(page, [entryOn('2026-11-01', 1, { kind: 'experience' })]);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect(page.getByRole('status')).toContainText('+1');
  await page.evaluate(() => {
    for (let size = 1 << 22; size > 0; size = Math.floor(size / 2)) {
      try {
        localStorage.setItem(`full ${size}`, 'x'.repeat(size));
      } catch {
        // Full to here; a smaller piece may still go in.
      }
    }
  });
  await page.getByRole('button', { name: 'They missed it' }).click();
  await expect(page.getByRole('status')).toContainText('−1');
  await page.reload();
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  expect(await countEntries(page)).toBe(3);
  await page.evaluate(() => localStorage.removeItem('full 1'));
  // The look at the start has been had: the witness has seen all three.
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('toward.witness')))
    .toMatch(/^3 /);
  await expect(page.getByRole('alert')).toHaveCount(0);
});
