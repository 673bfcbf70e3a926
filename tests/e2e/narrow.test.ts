import { withWords } from '../fixtures/hostile.ts';
import { ROUTES } from './routes.ts';
import { expect, test, type Page } from './test.ts';

/*
 * One walk over all pages, with words that no line holds, in every look. Nothing scrolls sideways
 * (WCAG 2.2, 1.4.10), no word of the app's own is broken, every target has room for a finger
 * (2.5.5), Quick exit is in sight, signs stand before their numbers, and the keys lead to nothing
 * that a fixed bar covers whole (2.4.11).
 */

test.use({ hasWorker: false });

const LONG = 'Donaudampfschifffahrtskapitänsmütze';

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

/** What is wrong with the words and the width of the page as it stands. */
const wordFaults = (page: Page) =>
  page.evaluate((long) => {
    const { clientWidth, scrollWidth, style } = document.documentElement;
    const faults = scrollWidth > clientWidth ? [`${scrollWidth} px wide`] : [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const rectsOf = (text: Node, from: number, to: number) => {
      const range = document.createRange();
      range.setStart(text, from);
      range.setEnd(text, to);
      return [...range.getClientRects()];
    };
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const words = text.textContent ?? '';
      for (const { 0: signed, index } of words.matchAll(/[+−]\d/g)) {
        const [sign, digit] = [0, 1].map((at) => rectsOf(text, index + at, index + at + 1)[0]);
        if (sign && digit && sign.left > digit.left) faults.push(`${signed} has its sign behind`);
      }
      // Twice as large, a long word has no line of its own on a narrow phone.
      if (style.fontSize && clientWidth < 390) continue;
      for (const { 0: word, index } of words.matchAll(/\p{L}[\p{L}\p{N}’]+/gu)) {
        const lines = rectsOf(text, index, index + word.length).map(({ bottom }) => bottom);
        const isBroken = Math.max(...lines) - Math.min(...lines) > 6;
        if (isBroken && !long.includes(word.replace(/’s$/, ''))) faults.push(`${word} is broken`);
      }
    }
    return faults;
  }, LONG);

/** What is wrong with all that can be pressed. */
const targetFaults = (page: Page) =>
  page.evaluate(() => {
    const targets = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button:enabled, input:enabled, select, textarea, summary, [role="slider"]'
      )
    ].filter((target) => target.checkVisibility({ visibilityProperty: true }));
    const withLabels = (target: HTMLElement) =>
      target instanceof HTMLInputElement ? [target, ...(target.labels ?? [])] : [target];
    const frontAt = (x: number, y: number) => document.elementFromPoint(Math.max(x, 0), y);

    const isSmall = (target: HTMLElement) => {
      const least = getComputedStyle(target).display === 'inline' ? 24 : 44;
      const boxes = withLabels(target).map((one) => one.getBoundingClientRect());
      const isEnough = (side: 'width' | 'height') => boxes.some((box) => box[side] >= least - 0.5);
      return !isEnough('height') || !isEnough('width');
    };
    const isCovered = (target: HTMLElement) => {
      target.focus();
      const { left, top, width, height } = target.getBoundingClientRect();
      return ![0.1, 0.5, 0.9].some((part) => {
        const y = Math.min(Math.max(top + height * part, 0), innerHeight);
        const front = frontAt(left + width / 2, Math.max(y - 1, 0));
        return withLabels(target).some((one) => one.contains(front) || front?.contains(one));
      });
    };
    const isInSight = (target: HTMLElement) => {
      const { left, top, width, height } = target.getBoundingClientRect();
      return target.contains(frontAt(left + width / 2, top + height / 2));
    };

    const name = (target: HTMLElement) => target.ariaLabel ?? target.textContent.trim();
    const exits = targets.filter((target) => target.matches('[data-leave]'));
    return [
      ...(exits.some(isInSight) ? [] : ['Quick exit is out of sight']),
      ...targets.filter(isSmall).map((target) => `${name(target)} is small`),
      ...[...targets, ...targets.toReversed()]
        .filter(isCovered)
        .map((target) => `${name(target)} is covered`)
    ];
  });

test('with words that no line holds, every page holds together in every look', async ({ page }) => {
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
    for (const look of LOOKS) {
      await show(page, look);
      // The chart follows a moment later.
      const message = `${path}, ${JSON.stringify(look)}`;
      const faults = async () => [...(await wordFaults(page)), ...(await targetFaults(page))];
      await expect.poll(faults, { message }).toEqual([]);
    }
  }
});
