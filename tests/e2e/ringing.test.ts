import { newTimer } from '../../src/lib/practices/pause/model/timer.ts';
import { launchOptions } from '../chromium.js';
import { put } from './seed.ts';
import { expect, test, type Page } from './test.ts';
import { click, hide, openWithWorker, push, seen, wake } from './worker.ts';

test.use({ launchOptions: launchOptions({ isWhole: true }) });

const MINUTE = 60_000;
const NEUTRAL = { title: 'Toward', body: 'The time you set is up.', actions: [] };

/** Puts a break, or a walk, there that ends so many milliseconds from now. */
const breakEndingIn = (page: Page, ms: number, way: 'break' | 'walk' = 'break') =>
  put(page, 'settings', [
    { key: 'timer', value: newTimer(way, 20, Date.now() + ms - 20 * MINUTE) }
  ]);

test.describe('where notifications are allowed', () => {
  test.use({ permissions: ['notifications'] });

  test('the end of a break is told out of sight, once, of two tabs', async ({ page, context }) => {
    const worker = await openWithWorker(page);
    await breakEndingIn(page, 15_000);
    await openWithWorker(page, '/practice/pause/');
    const other = await context.newPage();
    await openWithWorker(other, '/balance/');
    await Promise.all([hide(page), hide(other)]);
    expect(await seen(worker)).toEqual([]);
    await expect.poll(() => seen(worker)).toEqual([NEUTRAL]);
    await wake(other);
    expect(await seen(worker)).toHaveLength(1);
  });

  test('a tap on it opens the pause, and it is gone', async ({ page }) => {
    const worker = await openWithWorker(page);
    await breakEndingIn(page, -1000);
    await openWithWorker(page, '/balance/');
    await expect.poll(() => seen(worker)).toEqual([NEUTRAL]);
    await click(worker, '');
    await expect(page).toHaveURL(/\/practice\/pause\/$/);
    await expect(page.getByRole('heading', { name: /the time you agreed on$/ })).toBeVisible();
    expect(await seen(worker)).toEqual([]);
  });

  test('opening the pause by oneself takes it away', async ({ page }) => {
    const worker = await openWithWorker(page);
    await breakEndingIn(page, -1000);
    await openWithWorker(page, '/balance/');
    await expect.poll(() => seen(worker)).toEqual([NEUTRAL]);
    await openWithWorker(page, '/practice/pause/');
    await expect.poll(() => seen(worker)).toEqual([]);
  });

  test('whoever looks at the pause sees its end, and is not called', async ({ page }) => {
    const worker = await openWithWorker(page);
    await breakEndingIn(page, 3000);
    await openWithWorker(page, '/practice/pause/');
    await expect(page.getByRole('heading', { name: /the time you agreed on$/ })).toBeVisible();
    await openWithWorker(page, '/balance/');
    await hide(page);
    expect(await seen(worker)).toEqual([]);
  });

  test('a walk with the phone in the pocket is told, and goes on where the page is seen again', async ({
    page
  }) => {
    const worker = await openWithWorker(page);
    await breakEndingIn(page, 10_000, 'walk');
    await openWithWorker(page, '/practice/pause/');
    await expect(page.getByRole('timer')).toBeVisible();
    await hide(page);
    await expect.poll(() => seen(worker)).toEqual([NEUTRAL]);
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await expect(
      page.getByRole('heading', { name: 'You got yourself moving. Well done.' })
    ).toBeVisible();
    await expect.poll(() => seen(worker)).toEqual([]);
  });

  test('it is told by the worker too, when the browser wakes it', async ({ page }) => {
    const worker = await openWithWorker(page);
    await breakEndingIn(page, -1000);
    await wake(page);
    await expect.poll(() => seen(worker)).toEqual([NEUTRAL]);
  });

  test('and by a push', async ({ page }) => {
    const worker = await openWithWorker(page);
    await breakEndingIn(page, -1000);
    await push(page);
    await expect.poll(() => seen(worker)).toEqual([NEUTRAL]);
  });
});

test('where notifications are refused, the break says what it cannot do', async ({ page }) => {
  const worker = await openWithWorker(page);
  await breakEndingIn(page, 60_000);
  await openWithWorker(page, '/practice/pause/');
  await expect(page.getByText(/know when time’s up|Notifications are off/)).toBeVisible();
  await breakEndingIn(page, -1000);
  await openWithWorker(page, '/balance/');
  await hide(page);
  expect(await seen(worker)).toEqual([]);
});
