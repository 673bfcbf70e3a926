import { withWords } from '../fixtures/hostile.ts';
import { orderFaults, targetFaults, wordFaults } from './layout.ts';
import { ROUTES } from './routes.ts';
import { expect, test, type Page } from './test.ts';

/*
 * One walk over all pages, with words that no line holds, in every look. Nothing scrolls sideways
 * (WCAG 2.2, 1.4.10), no word of the app's own is broken, every target has room for a finger
 * (2.5.5), Quick exit is in sight, signs stand before their numbers, the user's words go in their own
 * direction, and the keys lead to nothing that a fixed bar covers whole (2.4.11).
 */

test.use({ hasWorker: false });

const LONG = 'Donaudampfschifffahrtskapitänsmütze';
const LIST = '1) חלב 2) סוכר';
/** Where both have no room, only the long word stands. */
const BACKUP = withWords(`${LIST} ${LONG}`).replace(
  /("(?:partner|table)":|"feelings":\[)"[^"]*"/g,
  `$1"${LONG}"`
);

interface Look {
  width: number;
  height: number;
  /** Twice as large text is 32 px. */
  text?: string;
  dir?: string;
}

const LOOKS: readonly Look[] = [
  { width: 320, height: 568 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
  { width: 1280, height: 900 },
  { width: 320, height: 568, text: '32px' },
  { width: 390, height: 844, text: '32px' },
  // 1280 × 1024 at 400%.
  { width: 320, height: 256 },
  { width: 390, height: 844, dir: 'rtl' }
];

/** What is shown only where it's asked for. A sheet's head and foot are bars too. */
const ASKED: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  '/': openSheet(/^Add a moment/),
  '/history/': openSheet(/^Edit the moment/),
  '/reminders/': openSheet(/^Edit:/),
  '/moments/': (page) => page.getByRole('radio', { name: 'Calendar' }).check()
};

function openSheet(name: RegExp) {
  return async (page: Page) => {
    await page.getByRole('button', { name }).first().click();
    await page.getByRole('dialog').waitFor();
  };
}

async function show(page: Page, { width, height, text = '', dir = '' }: Look): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate(
    (look) => {
      document.documentElement.style.fontSize = look.text;
      document.documentElement.dir = look.dir;
    },
    { text, dir }
  );
}

async function lookAtAll(page: Page, what: string): Promise<void> {
  for (const look of LOOKS) {
    await show(page, look);
    // The chart follows a moment later.
    const message = `${what}, ${JSON.stringify(look)}`;
    const faults = async () => [...(await wordFaults(page, LONG)), ...(await targetFaults(page))];
    await expect.soft.poll(faults, { message }).toEqual([]);
  }
}

test('with words that no line holds, every page holds together in every look', async ({ page }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/settings/backup/');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await page.getByLabel('Choose a backup file…').setInputFiles({
    ...{ name: 'toward.json', mimeType: 'application/json' },
    buffer: Buffer.from(BACKUP)
  });
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByText(/^Restored\. /)).toBeVisible();
  for (const path of ROUTES) {
    await page.goto(path);
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    expect.soft(await orderFaults(page, LIST, ['1', 'ח', 'ס']), path).toEqual([]);
    await lookAtAll(page, path);
    await ASKED[path]?.(page);
    if (path in ASKED) await lookAtAll(page, `${path} and what was asked for`);
  }
});

for (const look of [
  { width: 360, height: 740 },
  { width: 360, height: 740, text: '32px' }
]) {
  test(`the bar’s labels are whole at ${look.width} px${look.text ? ', with text twice as large' : ''}`, async ({
    page
  }) => {
    await page.goto('/');
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    await show(page, look);
    const labels = await page.getByRole('navigation').evaluate((nav) => {
      const texts = document.createTreeWalker(nav, NodeFilter.SHOW_TEXT);
      const found: { label: string; lines: number; left: number; right: number }[] = [];
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(text);
        const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
        const label = text.textContent?.trim() ?? '';
        if (!label || rects.length === 0) continue;
        const { left, right } = range.getBoundingClientRect();
        found.push({ label, lines: rects.length, left, right });
      }
      return found;
    });
    const names = labels.map(({ label }) => label).toSorted();
    const bar = ['Balance', 'Practice', 'Quick exit', 'Reminders', 'Settings', 'Today'];
    expect(names).toEqual(bar);
    expect(labels.filter(({ lines }) => lines > 1)).toEqual([]);
    const inOrder = labels.toSorted((one, other) => one.left - other.left);
    const ends = [0, ...inOrder.map(({ right }) => right)];
    const starts = [...inOrder.map(({ left }) => left), look.width];
    // None runs into the next, or out of the page.
    expect(starts.filter((start, index) => start < (ends[index] ?? 0))).toEqual([]);
  });
}
