import { launchOptions, zoneOfNoon } from '../chromium.js';
import { press, turnOn, unlock } from './locking.ts';
import { held, MIDNIGHT, put } from './seed.ts';
import { balance, expect, serve, test, type Page } from './test.ts';
import { askToShow, click, hide, openWithWorker, push, seen, wake } from './worker.ts';

test.use({ launchOptions: launchOptions({ zone: zoneOfNoon(), isWhole: true }) });

const NEUTRAL = { title: 'A small moment?', body: '', actions: ['Yes', 'Not yet'] };

const DUE_PROMISE = {
  id: MIDNIGHT.id,
  at: 0,
  day: '1970-01-01',
  zone: 'UTC',
  updatedAt: 0,
  text: 'Call',
  by: 'me',
  due: '1970-01-02'
};

/** How many prompts have been shown. */
const countAnswers = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        indexedDB.open('toward').onsuccess = ({ target }) => {
          const { result } = target as IDBOpenDBRequest;
          const counting = result.transaction('answers').objectStore('answers').count();
          counting.onsuccess = () => resolve(counting.result);
        };
      })
  );

test.describe('where notifications are allowed', () => {
  test.use({ permissions: ['notifications'] });

  test('out of sight, a page shows what is due, and in sight it does not', async ({ page }) => {
    const worker = await openWithWorker(page);
    await put(page, 'reminders', [MIDNIGHT]);
    await openWithWorker(page, '/balance/');
    expect(await seen(worker)).toEqual([]);
    await hide(page);
    await expect.poll(() => seen(worker)).toEqual([NEUTRAL]);
  });

  test('two tabs show one notification', async ({ page, context }) => {
    const worker = await openWithWorker(page);
    await put(page, 'reminders', [MIDNIGHT]);
    await openWithWorker(page, '/balance/');
    const other = await context.newPage();
    await openWithWorker(other, '/balance/');
    await Promise.all([hide(page), hide(other)]);
    await expect.poll(() => seen(worker)).toEqual([NEUTRAL]);
    await askToShow(worker);
    expect(await seen(worker)).toHaveLength(1);
    expect(await countAnswers(page)).toBe(1);
  });

  test('"Yes" logs with the app closed and its host gone', async ({ page, expectedErrors }) => {
    // The host goes amid whatever the page still asks for.
    expectedErrors.push(/ERR_CONNECTION_RESET/);
    const host = await serve();
    const worker = await openWithWorker(page, `${host.origin}/`);
    await put(page, 'reminders', [MIDNIGHT]);
    await host.stop();
    await wake(page);
    await expect.poll(() => seen(worker)).toEqual([NEUTRAL]);
    await click(worker, 'yes');
    await expect.poll(() => seen(worker)).toEqual([]);
    await expect(async () => {
      await page.goto(`${host.origin}/`);
      await expect(balance(page)).toHaveText('1', { timeout: 1000 });
    }).toPass();
    await expect(page.getByRole('main')).toContainText('something kind');
  });

  test('"Yes" to what was asked the day before belongs to that day', async ({ page }) => {
    const worker = await openWithWorker(page);
    const day = await page.evaluate(async (reminderId) => {
      const day = Temporal.Now.plainDateISO().subtract({ days: 1 }).toString();
      const data = { slot: { reminderId, day, minute: 1430 }, act: 'made tea' };
      await (await navigator.serviceWorker.ready).showNotification('Late', { data });
      return day;
    }, MIDNIGHT.id);
    await click(worker, 'yes');
    await expect.poll(() => held(page, 'entries')).toContain(`"day":"${day}"`);
  });

  test('answered in the app, a notification goes away', async ({ page }) => {
    const worker = await openWithWorker(page);
    await put(page, 'reminders', [MIDNIGHT]);
    await openWithWorker(page, '/balance/');
    await hide(page);
    await expect.poll(() => seen(worker)).toHaveLength(1);
    await openWithWorker(page, '/balance/');
    expect(await seen(worker)).toHaveLength(1);
    const day = await page.evaluate(() => Temporal.Now.plainDateISO().toString());
    const now = Date.now();
    await put(page, 'answers', [
      { reminderId: MIDNIGHT.id, day, minute: 0, shownAt: now, reply: 'not today', repliedAt: now }
    ]);
    await openWithWorker(page, '/balance/');
    await expect.poll(() => seen(worker)).toEqual([]);
  });

  test('an example shows how it looks, and answering it logs nothing', async ({ page }) => {
    const worker = await openWithWorker(page);
    await page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      active?.postMessage('show-example');
    });
    await expect.poll(() => seen(worker)).toEqual([NEUTRAL]);
    await click(worker, 'yes');
    await expect.poll(() => seen(worker)).toEqual([]);
    await page.reload();
    await expect(balance(page)).toHaveText('0');
  });

  test('"Not yet" logs nothing', async ({ page, baseURL }) => {
    const worker = await openWithWorker(page);
    await put(page, 'reminders', [MIDNIGHT]);
    await wake(page);
    await expect.poll(() => seen(worker)).toHaveLength(1);
    await click(worker, 'not yet');
    await expect.poll(() => seen(worker)).toEqual([]);
    await page.goto(`${baseURL}/`);
    await expect(balance(page)).toHaveText('0');
  });

  test('a reminder says its words only where the user has chosen so, and its yes logs nothing', async ({
    page,
    baseURL
  }) => {
    const worker = await openWithWorker(page);
    await put(page, 'reminders', [{ ...MIDNIGHT, text: 'Look up from the phone' }]);
    await put(page, 'settings', [
      { key: 'rules', value: { mostADay: 3, pausedUntil: null, showsWords: true } }
    ]);
    await wake(page);
    await expect.poll(() => seen(worker)).toEqual([{ ...NEUTRAL, body: 'Look up from the phone' }]);
    await click(worker, 'yes');
    await expect.poll(() => seen(worker)).toEqual([]);
    await page.goto(`${baseURL}/`);
    await expect(balance(page)).toHaveText('0');
    expect(await countAnswers(page)).toBe(1);
    await expect(page.getByText('Look up from the phone')).toBeHidden();
    await expect(page.getByText('Good to hear: you said yes on a notification.')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('Look up from the phone')).toBeVisible();
  });

  test('in words too, nothing says what the partner is called', async ({ page }) => {
    const worker = await openWithWorker(page);
    await put(page, 'reminders', [{ ...MIDNIGHT, plan: { cue: 'נפגשים', action: 'I look' } }]);
    await put(page, 'settings', [
      { key: 'rules', value: { mostADay: 3, pausedUntil: null, showsWords: true } },
      { key: 'partner', value: 'Zenobia' }
    ]);
    await wake(page);
    await expect.poll(() => seen(worker)).toHaveLength(1);
    // Words that run from the right turn nothing around them.
    expect((await seen(worker))[0]?.body).toContain('\u2068נפגשים\u2069');
    expect(JSON.stringify(await seen(worker))).not.toContain('Zenobia');
  });

  test('woken by the browser, the worker shows one a day', async ({ page, baseURL }) => {
    const worker = await openWithWorker(page);
    await put(page, 'reminders', [MIDNIGHT]);
    await wake(page);
    await expect.poll(() => seen(worker)).toHaveLength(1);
    await openWithWorker(page, `${baseURL}/balance/`);
    const other = { ...MIDNIGHT, id: '01900000-0000-7000-8000-000000000002' };
    await put(page, 'reminders', [other]);
    await wake(page);
    await openWithWorker(page, `${baseURL}/balance/`);
    expect(await countAnswers(page)).toBe(1);
  });
});

test.describe('with the lock on', () => {
  test.use({ permissions: ['notifications'], expectedErrors: [/status of 503/] });

  test('locked, what is due is told without words, and answering logs nothing', async ({
    page
  }) => {
    const worker = await openWithWorker(page);
    await put(page, 'reminders', [{ ...MIDNIGHT, text: 'Look up from the phone' }]);
    await put(page, 'settings', [
      { key: 'rules', value: { mostADay: 3, pausedUntil: null, showsWords: true } }
    ]);
    await turnOn(page);
    await hide(page);
    const words = { title: 'A small moment?', body: 'Look up from the phone' };
    await expect.poll(() => seen(worker)).toEqual([{ ...words, actions: ['Yes', 'Not yet'] }]);
    await press(page, 'Lock now');
    await expect.poll(() => seen(worker)).toEqual([{ title: words.title, body: '', actions: [] }]);
    await click(worker, 'yes');
    await expect.poll(() => seen(worker)).toEqual([]);
    await push(page);
    await expect.poll(() => seen(worker)).toEqual([{ title: words.title, body: '', actions: [] }]);
    const file = await page.evaluate(async () => (await fetch('/calendar/all.ics')).status);
    expect(file).toBe(503);
    await unlock(page);
    await page.getByRole('link', { name: 'Today', exact: true }).click();
    await expect(balance(page)).toHaveText('0');
  });
});

test('where notifications are refused none is shown, and none counts as unanswered', async ({
  page
}) => {
  const worker = await openWithWorker(page);
  await put(page, 'reminders', [MIDNIGHT]);
  await openWithWorker(page, '/balance/');
  expect(await page.evaluate(() => Notification.permission)).not.toBe('granted');
  await askToShow(worker);
  expect(await countAnswers(page)).toBe(0);
  expect(await seen(worker)).toEqual([]);
});

test('the icon of the app is marked while something is due', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.setAppBadge = async () => void (document.documentElement.dataset.badge = 'set');
    navigator.clearAppBadge = async () => void (document.documentElement.dataset.badge = 'clear');
  });
  await openWithWorker(page);
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-badge', 'clear');
  await put(page, 'reminders', [MIDNIGHT]);
  await openWithWorker(page, '/balance/');
  await expect(root).toHaveAttribute('data-badge', 'set');
});

test('it is marked for a promise whose day has come too, by the page and by the worker', async ({
  page
}) => {
  await page.addInitScript(() => {
    navigator.setAppBadge = async () => void (document.documentElement.dataset.badge = 'set');
    navigator.clearAppBadge = async () => void (document.documentElement.dataset.badge = 'clear');
  });
  // A Friday: no check-in is due.
  await page.clock.setFixedTime(new Date('2026-11-20T12:00:00Z'));
  const worker = await openWithWorker(page);
  await put(page, 'promises', [DUE_PROMISE]);
  await openWithWorker(page, '/balance/');
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-badge', 'set');
  const marked = await worker.evaluate(async () => {
    const marks: string[] = [];
    self.navigator.setAppBadge = async () => void marks.push('set');
    self.navigator.clearAppBadge = async () => void marks.push('clear');
    const event = new MessageEvent('message', { data: 'show-due' });
    const done = new Promise((resolve) => Object.assign(event, { waitUntil: resolve }));
    self.dispatchEvent(event);
    await done;
    return marks;
  });
  expect(marked).toEqual(['set']);
  await page.goto('/');
  await page.getByRole('button', { name: 'Kept', exact: true }).click();
  await expect(root).toHaveAttribute('data-badge', 'clear');
});
