import { barriers } from './barriers.ts';
import { addDays, type Day } from '../../src/lib/time/day.ts';
import type { Facts } from '../../src/lib/account/model/entry.ts';
import { entryOn, seed } from './seed.ts';
import { balance, expect, test, type Page } from './test.ts';

test.use({ hasWorker: false });

const TODAY: Day = '2026-11-22';
const TOWARD: Facts = { kind: 'bid', by: 'partner', response: 'toward' };
const AWAY: Facts = { kind: 'bid', by: 'me', response: 'away' };

const week = (page: Page) => page.getByRole('slider', { name: 'Week on the chart' });
const table = (page: Page) => page.getByRole('table', { name: 'Weekly statement' });
const rows = (page: Page) => table(page).locator('tbody tr');

/** Three towards and one away a week, on Wednesdays, for half a year. */
function halfAYear() {
  return Array.from({ length: 26 }, (_, weeks) => addDays('2026-11-18', -7 * weeks)).flatMap(
    (day, index) =>
      [TOWARD, TOWARD, TOWARD, AWAY].map((facts, of) => entryOn(day, 4 * index + of + 1, facts))
  );
}

test.beforeEach(({ page }) => page.clock.setFixedTime(`${TODAY}T12:00Z`));

test('taps make a week: its statement, its entries, its row @everywhere', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect(balance(page)).toHaveText('1');
  await page.getByRole('button', { name: 'They missed it' }).click();
  await expect(balance(page)).toHaveText('0');
  await page.getByRole('navigation').getByRole('link', { name: 'Balance' }).click();
  await expect(page.getByText('This week: 1 met, 1 missed.')).toBeVisible();
  await expect(
    page.getByText(/^Too early to see a trend.* after 10 moments on 5 days .*: 2 on 1\./)
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Week of 16 – 22 Nov' })).toBeVisible();
  await expect(page.getByText('You reached out, they missed it')).toBeVisible();
  await expect(rows(page)).toHaveText(/16 – 22 Nov\s*0\s*0\s*\+1\s*−1\s*0\s*±1/);
  await expect(page.locator('canvas')).toBeVisible();
});

test('the range holds while the app is open, and keys walk through its weeks', async ({ page }) => {
  await page.goto('/balance');
  await expect(page.getByText('An example, with made-up numbers')).toBeVisible();
  await seed(page, halfAYear());
  await page.reload();
  await expect(rows(page)).toHaveCount(12);
  await page.getByRole('radio', { name: '26 weeks' }).check({ force: true });
  await expect(rows(page)).toHaveCount(26);
  await week(page).press('Home');
  await expect(week(page)).toHaveAttribute(
    'aria-valuetext',
    'Week of 25 – 31 May: started at 0, faded 0, good moments +3, missed and hard ones −1, ended at 2. Could just be chance: ±2.'
  );
  await week(page).press('ArrowRight');
  await expect(page.getByRole('heading', { name: 'Week of 1 – 7 Jun' })).toBeVisible();
  await expect(page.getByText('Wednesday 3 June')).toBeVisible();
  await page.getByRole('button', { name: 'Next week' }).click();
  await expect(page.getByRole('heading', { name: 'Week of 8 – 14 Jun' })).toBeVisible();
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'Balance' }).click();
  await expect(rows(page)).toHaveCount(26);
});

test('an entry of a chosen week is taken back and put back', async ({ page }) => {
  await page.goto('/balance');
  await expect(page.getByText('An example, with made-up numbers')).toBeVisible();
  await seed(page, [entryOn('2026-11-18', 1, AWAY), entryOn('2026-11-18', 2, TOWARD)]);
  await page.reload();
  await page.getByRole('button', { name: /^Edit/ }).last().click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(rows(page)).toHaveText(/0\s*0\s*\+1\s*0\s*1\s*±1$/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page)).toHaveText(/0\s*0\s*\+1\s*−1\s*0\s*±1$/);
});

test('the example is drawn and writes nothing', async ({ page }) => {
  await page.goto('/balance');
  await expect(page.getByRole('img', { name: /^An example with made-up numbers/ })).toBeVisible();
  const counts = await page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const open = indexedDB.open('toward');
        open.onsuccess = () => {
          const names = ['entries', 'tallies', 'settings'];
          const reading = open.result.transaction(names);
          const requests = names.map((name) => reading.objectStore(name).count());
          reading.oncomplete = () => resolve(requests.map(({ result }) => result));
        };
      })
  );
  expect(counts).toEqual([0, 0, 0]);
  await page.getByRole('link', { name: 'Open Today' }).click();
  await expect(page.getByRole('button', { name: 'I turned toward' })).toBeVisible();
});

test('hidden numbers stay covered until they are asked for', async ({ page }) => {
  await page.addInitScript(() =>
    localStorage.setItem('toward.preferences', '{"hideNumber":true,"welcomed":true}')
  );
  await page.goto('/');
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect(page.getByRole('status')).toContainText('+1');
  await page.getByRole('navigation').getByRole('link', { name: 'Balance' }).click();
  await expect(page.getByRole('heading', { name: 'The numbers are hidden' })).toBeVisible();
  await expect(table(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Show them for now' }).click();
  await expect(rows(page)).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'The numbers are hidden' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing for axe to say, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/balance');
    await expect(page.locator('canvas')).toBeVisible();
    expect(await barriers(page)).toEqual([]);
    await seed(page, halfAYear());
    await page.reload();
    await expect(page.locator('canvas')).toBeVisible();
    await expect(page.getByText('Wednesday 18 November')).toBeVisible();
    expect(await barriers(page)).toEqual([]);
  });
}

test('on a phone nothing is cut off', async ({ page }) => {
  await page.goto('/balance');
  await expect(page.locator('canvas')).toBeVisible();
  await seed(page, halfAYear());
  await page.reload();
  await expect(rows(page)).toHaveCount(12);
  const sizes = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const section = document.querySelector('table')?.parentElement;
    return [scrollWidth - clientWidth, (section?.scrollWidth ?? 0) - (section?.clientWidth ?? 0)];
  });
  expect(sizes).toEqual([0, 0]);
});

test('the chart has its colours where motion is reduced, too', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect(page.getByRole('status')).toContainText('+1');
  await page.goto('/balance/');
  await page.locator('canvas').waitFor();
  // The colour of deposits, #18695e.
  await expect.poll(() => page.evaluate(countInk, [24, 105, 94])).toBeGreaterThan(100);
});

test('the chosen range has an edge of three to one (WCAG 1.4.11)', async ({ page }) => {
  await page.goto('/balance/');
  await expect(page.locator('canvas')).toBeVisible();
  await seed(page, halfAYear());
  await page.reload();
  const radio = page.getByRole('radio', { name: '12 weeks' });
  await expect(radio).toBeChecked();
  const chosen = page.locator('label').filter({ has: radio }).locator('span');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const contrast = () =>
      chosen.evaluate((span) => {
        const luminanceOf = (colour: string) => {
          const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? [])
            .map((part) => Number(part) / 255)
            .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        };
        const fieldset = span.closest('fieldset') ?? span;
        const edge = luminanceOf(getComputedStyle(span).borderTopColor);
        const around = luminanceOf(getComputedStyle(fieldset).backgroundColor);
        return (Math.max(edge, around) + 0.05) / (Math.min(edge, around) + 0.05);
      });
    // The colors of the other theme come by and by.
    await expect.poll(contrast).toBeGreaterThanOrEqual(3);
  }
});

test('where fillings tell nothing the band and time off are outlined', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/settings/time-off/');
  await page.getByRole('button', { name: 'Add time off' }).click();
  await expect(page.getByRole('button', { name: /^Delete/ })).toBeVisible();
  await seed(page, halfAYear());
  await page.goto('/balance/');
  for (const name of ['Could just be chance', 'Time off: nothing fades']) {
    await expect(page.getByText(name, { exact: true })).toBeVisible();
  }
  const canvas = page.locator('canvas');
  const painted = () => canvas.evaluate(countPainted);
  await expect.poll(painted).toBeGreaterThan(1000);
  const outlined = await painted();
  await canvas.evaluate((canvas) => {
    canvas.style.setProperty('--chart-outline', 'transparent');
    document.documentElement.dataset.theme = 'light';
  });
  await expect.poll(painted).toBeLessThan(outlined - 100);
});

/** How many pixels of the chart are not empty. */
function countPainted(canvas: HTMLCanvasElement | SVGElement): number {
  const context = canvas instanceof HTMLCanvasElement && canvas.getContext('2d');
  const pixels = context && context.getImageData(0, 0, context.canvas.width, context.canvas.height);
  return pixels ? pixels.data.filter((value, at) => at % 4 === 3 && value > 0).length : 0;
}

/** How many pixels of the chart have a colour, fully opaque. */
function countInk([red, green, blue]: number[]): number {
  const canvas = document.querySelector('canvas');
  const context = canvas?.getContext('2d');
  if (!canvas || !context) return 0;
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  let count = 0;
  for (let at = 0; at < data.length; at += 4) {
    const isIt = data[at] === red && data[at + 1] === green && data[at + 2] === blue;
    if (isIt && data[at + 3] === 255) count += 1;
  }
  return count;
}
