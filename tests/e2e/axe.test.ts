import AxeBuilder from '@axe-core/playwright';
import { barriers } from './barriers.ts';
import { ROUTES } from './routes.ts';
import { expect, test } from './test.ts';

test.use({ hasWorker: false });

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Each size and each theme once: what a size can break does not hang on the theme. */
const LOOKS = [
  { viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }
] as const;

for (const route of [...ROUTES, '/404.html']) {
  test(`${route} has no barrier that axe can find`, async ({ page }) => {
    await page.goto(route);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (const { viewport, colorScheme } of LOOKS) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      expect(await barriers(page, TAGS)).toEqual([]);
    }
  });
}

test('whoever asks for more contrast gets seven to one (WCAG 1.4.6)', async ({ page }) => {
  for (const route of ['/', '/balance/', '/practice/promises/', '/settings/counts/']) {
    await page.goto(route);
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, contrast: 'more' });
      const axe = new AxeBuilder({ page }).withRules(['color-contrast-enhanced']);
      const { violations } = await axe.analyze();
      expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
    }
  }
});
