import { withWords } from '../fixtures/hostile.ts';
import { ROUTES } from './routes.ts';
import { expect, test, type Page } from './test.ts';

/*
 * With words that no line holds: nothing scrolls sideways, no word of the app's own is broken, and
 * the keys lead to nothing that a fixed bar covers whole (WCAG 2.2, 2.4.11).
 */

test.use({ hasWorker: false });

const LONG = 'Donaudampfschifffahrtskapitänsmütze';

const SIZES = [
  { width: 320, height: 568 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
  { width: 1280, height: 900 }
] as const;

/** What is wrong with the page as it stands, in words. */
const faults = (page: Page) =>
  page.evaluate((long) => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const wide = scrollWidth > clientWidth ? [`${scrollWidth} px wide`] : [];

    const broken: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      for (const { 0: word, index } of (text.textContent ?? '').matchAll(/[\p{L}\p{N}’]{2,}/gu)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const lines = [...range.getClientRects()].map(({ bottom }) => bottom);
        const height = Math.max(...lines) - Math.min(...lines);
        if (height > 6 && !long.includes(word.replace(/’s$/, ''))) broken.push(`${word} is broken`);
      }
    }

    const stops = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button:enabled, input:enabled, select, textarea, summary'
      )
    ].filter((stop) => stop.checkVisibility({ visibilityProperty: true }));
    const isCovered = (stop: HTMLElement) => {
      stop.focus();
      const { left, top, width, height } = stop.getBoundingClientRect();
      const labels = stop instanceof HTMLInputElement ? [...(stop.labels ?? [])] : [];
      return ![0.1, 0.5, 0.9].some((part) => {
        const [x, y] = [left + width / 2, Math.min(Math.max(top + height * part, 0), innerHeight)];
        const front = document.elementFromPoint(Math.max(x, 0), Math.max(y - 1, 0));
        return [stop, ...labels].some((one) => one.contains(front) || front?.contains(one));
      });
    };
    const covered = [...stops, ...stops.toReversed()]
      .filter(isCovered)
      .map((stop) => `${stop.ariaLabel ?? stop.textContent.trim()} is covered`);
    return [...wide, ...broken, ...covered];
  }, LONG);

test('with words that no line holds, every page holds together at every size', async ({ page }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/settings/backup/');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await page.getByLabel('Choose a backup file…').setInputFiles({
    ...{ name: 'toward.json', mimeType: 'application/json' },
    buffer: Buffer.from(withWords(LONG))
  });
  await page.getByLabel('Replace it with the backup').check();
  await page.getByRole('button', { name: 'Replace everything' }).click();
  await expect(page.getByText(/^Replaced:/)).toBeVisible();
  for (const path of ROUTES) {
    await page.goto(path);
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    for (const size of SIZES) {
      await page.setViewportSize(size);
      // The chart follows a moment later.
      const message = `${path} at ${size.width} × ${size.height}`;
      await expect.poll(() => faults(page), { message }).toEqual([]);
    }
  }
});
