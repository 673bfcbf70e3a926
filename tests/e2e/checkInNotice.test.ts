import { launchOptions, zoneOfNoon } from '../chromium.js';
import { entryOn, put, seed } from './seed.ts';
import { expect, test, type Page } from './test.ts';
import { click, hide, openWithWorker, push, seen, wake } from './worker.ts';

test.use({
  launchOptions: launchOptions({ zone: zoneOfNoon(), isWhole: true }),
  permissions: ['notifications']
});

const NEUTRAL = { title: 'Toward', body: 'It’s time for what you had planned.', actions: [] };

/** A log of yesterday, and a check-in that has been due since midnight: the worker's clock is real. */
async function openOnTheDay(page: Page, change: object = {}) {
  const worker = await openWithWorker(page);
  const { day, weekday } = await page.evaluate(() => {
    const today = Temporal.Now.plainDateISO();
    return { day: today.subtract({ days: 1 }).toString(), weekday: today.dayOfWeek };
  });
  await seed(page, [entryOn(day, 1, { kind: 'act', by: 'partner', act: 'kiss' })]);
  const value = { isOn: true, weekday, minute: 0, ...change };
  await put(page, 'settings', [{ key: 'checkIn', value }]);
  return worker;
}

test('a check-in is told out of sight, once, in neutral words, and a tap opens it', async ({
  page,
  context
}) => {
  const worker = await openOnTheDay(page);
  await openWithWorker(page, '/balance/');
  const other = await context.newPage();
  await openWithWorker(other, '/history/');
  expect(await seen(worker)).toEqual([]);
  await Promise.all([hide(page), hide(other)]);
  await expect.poll(() => seen(worker)).toEqual([NEUTRAL]);
  await click(worker, '');
  await expect
    .poll(() => [page.url(), other.url()].some((url) => url.endsWith('/practice/check-in/')))
    .toBe(true);
  await Promise.all([hide(page), hide(other)]);
  expect(await seen(worker)).toEqual([]);
});

test('the woken worker tells of it too', async ({ page }) => {
  const worker = await openOnTheDay(page);
  await wake(page);
  await expect.poll(() => seen(worker)).toEqual([NEUTRAL]);
});

test('so does one that a push has woken', async ({ page }) => {
  const worker = await openOnTheDay(page);
  await push(page);
  await expect.poll(() => seen(worker)).toEqual([NEUTRAL]);
});

test('one that was turned off is not told', async ({ page }) => {
  const worker = await openOnTheDay(page, { isOn: false });
  await openWithWorker(page, '/balance/');
  await hide(page);
  await wake(page);
  expect(await seen(worker)).toEqual([]);
});

test('its calendar file comes every week and says nothing of what it is', async ({ page }) => {
  await openOnTheDay(page, { weekday: 5, minute: 1140 });
  await page.goto('/practice/check-in/');
  await page.getByText('Your weekly reminder').click();
  const link = page.getByRole('link', { name: 'Add to calendar' });
  const href = await link.getAttribute('href');
  const file = await page.evaluate(async (url) => (await fetch(url)).text(), href ?? '');
  expect(file).toContain('RRULE:FREQ=WEEKLY;BYDAY=FR');
  expect(file).toMatch(/DTSTART:\d{8}T190000\r\n/);
  expect(file).not.toMatch(/http|practice/i);
  expect(file).not.toMatch(/SUMMARY:.*(check-in|week|Toward)/i);
});
