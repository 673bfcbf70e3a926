import { put } from './seed.ts';
import { balance, expect, test, type Page } from './test.ts';

test.use({ hasWorker: false });

const NOON = Date.parse('2026-11-18T12:00:00+01:00');

const written = (number: number) => ({
  id: `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  at: NOON,
  day: '2026-11-18',
  zone: 'Europe/Berlin',
  updatedAt: NOON
});
const PROMISE = { ...written(1), text: 'Call the plumber', by: 'me', due: '2026-11-19' };
const PLAN = { ...written(2), what: 'A walk', on: '2026-11-20', minute: null, memory: '' };
const FEAR = { ...written(3), trigger: '', prediction: 'They forget', by: '2026-11-17', line: '' };

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const promise = (page: Page) => page.getByRole('region', { name: 'Call the plumber' });
const plan = (page: Page) => page.getByRole('region', { name: /A walk/ });
const fear = (page: Page) => page.getByRole('region', { name: /They forget/ });

/** The codes of the taps of which neither edge is covered: by the line, the bar or the screen's end. */
function uncovered(buttons: HTMLElement[]): string[] {
  const isOn = (button: Element, x: number, y: number) =>
    button.contains(document.elementFromPoint(x, y));
  return buttons
    .filter((button) => {
      const { left, width, top, bottom } = button.getBoundingClientRect();
      return isOn(button, left + width / 2, top + 2) && isOn(button, left + width / 2, bottom - 2);
    })
    .map(({ dataset }) => dataset['tap'] ?? '');
}

/** Opens a page on Friday at noon, with a promise, a plan and a fear whose days have come. */
async function openWithThree(page: Page, path: string) {
  await page.clock.setFixedTime(new Date('2026-11-20T12:00:00+01:00'));
  await page.goto('/about/');
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
  await put(page, 'promises', [PROMISE]);
  await put(page, 'sharedTimes', [PLAN]);
  await put(page, 'fears', [FEAR]);
  await page.goto(path);
}

test('the log shows one card, of what has been due longest, and how many more there are', async ({
  page
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openWithThree(page, '/');
  await expect(fear(page)).toBeVisible();
  await expect(promise(page)).toBeHidden();
  await expect(plan(page)).toBeHidden();
  await expect(page.getByText('2 more are waiting for you')).toBeVisible();
  // The six bids stay in view.
  const bids = page.getByRole('button', { name: /turned toward|missed it|snapped/i });
  await expect(bids).toHaveCount(6);
  for (const bid of await bids.all()) await expect(bid).toBeInViewport({ ratio: 1 });
  // On a short phone they are all in view below the card, with six acts, and nothing covers them.
  await page.setViewportSize({ width: 375, height: 667 });
  const seen = async (kind: string) => {
    const codes = await page.locator('[data-tap]').evaluateAll(uncovered);
    return codes.filter((code) => code.startsWith(kind)).length;
  };
  await expect.poll(() => seen('bid:')).toBe(6);
  await expect.poll(() => seen('act:')).toBeGreaterThanOrEqual(6);

  await fear(page).getByRole('button', { name: 'It didn’t happen' }).click();
  await expect(promise(page)).toBeVisible();
  await expect(page.getByText('1 more is waiting for you')).toBeVisible();
  await press(page, 'Undo');
  await expect(fear(page)).toBeVisible();
});

test('a second tap of the same finger presses nothing that has moved under it', async ({
  page,
  context
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openWithThree(page, '/');
  const animation = await context.newCDPSession(page);
  await animation.send('Animation.enable');
  for (const [card, answer, next] of [
    [fear(page), 'It didn’t happen', promise(page)],
    [promise(page), 'Kept', plan(page)],
    [plan(page), 'We didn’t', page.getByRole('button', { name: 'They missed it' })]
  ] as const) {
    const button = card.getByRole('button', { name: answer, exact: true });
    await button.hover();
    // The moment lasts until it is let go on: no test depends on how fast a machine is.
    await animation.send('Animation.setPlaybackRate', { playbackRate: 0 });
    await page.mouse.down();
    await page.mouse.up();
    await expect(card).toBeHidden();
    await expect(next).toBeVisible();
    await page.mouse.down();
    await page.mouse.up();
    await animation.send('Animation.setPlaybackRate', { playbackRate: 1 });
    await expect(next).toBeVisible();
  }
  await expect(page.getByText('It didn’t happen this time: A walk')).toBeVisible();
  await expect(balance(page)).toHaveText('2');
});

test('the list of the practices holds all of them, each to be answered there', async ({ page }) => {
  await openWithThree(page, '/practice/');
  await expect(fear(page)).toBeInViewport();
  await expect(page.getByRole('heading', { name: 'Something just set me off' })).toBeInViewport();
  await expect(promise(page)).toBeHidden();
  await page.getByRole('button', { name: '2 more are waiting for you' }).click();
  await expect(page.getByRole('heading', { name: 'Waiting for you' })).toBeFocused();
  await expect(promise(page)).toBeVisible();
  await page.goto('/');
  await page.getByRole('link', { name: '2 more are waiting for you' }).click();
  await expect(page.getByRole('heading', { name: 'Waiting for you' })).toBeFocused();
  await expect(fear(page)).toBeVisible();
  await expect(plan(page)).toBeVisible();
  await promise(page).getByRole('button', { name: 'Kept', exact: true }).click();
  await expect(promise(page)).toBeHidden();
  await press(page, 'Undo');
  await expect(promise(page)).toBeVisible();
  await promise(page).getByRole('button', { name: 'Kept', exact: true }).click();
  await expect(promise(page)).toBeHidden();
  await page.goto('/');
  await expect(balance(page)).toHaveText('2');
});

test('what is put off comes back on the next day', async ({ page }) => {
  await openWithThree(page, '/');
  await fear(page).getByRole('button', { name: 'Not now' }).click();
  await expect(promise(page)).toBeVisible();
  await page.clock.setFixedTime(new Date('2026-11-21T09:00:00+01:00'));
  await page.reload();
  await expect(promise(page)).toBeVisible();
  await page.goto('/practice/#due');
  await expect(fear(page)).toBeVisible();
});

test('with nothing to answer the log has no card', async ({ page }) => {
  await page.goto('/');
  await expect(balance(page)).toHaveText('0');
  await expect(page.getByRole('link', { name: /waiting for you/ })).toBeHidden();
  await page.goto('/practice/');
  await expect(page.getByRole('heading', { name: 'Our week' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Waiting for you' })).toBeHidden();
});
