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

const PAGES = [...ROUTES, '/404.html'];
/** A context for each page would take as long as axe itself. */
const WALKS = 2;

for (let walk = 0; walk < WALKS; walk++) {
  test(`no page has a barrier that axe can find (${walk + 1} of ${WALKS})`, async ({ page }) => {
    test.slow();
    for (const route of PAGES.filter((_, at) => at % WALKS === walk)) {
      for (const [at, { viewport, colorScheme }] of LOOKS.entries()) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        if (at === 0) await page.goto(route);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        expect.soft(await barriers(page, TAGS), `${route}, ${colorScheme}`).toEqual([]);
      }
    }
  });
}

test('whoever asks for more contrast gets seven to one (WCAG 1.4.6)', async ({ page }) => {
  for (const route of ['/', '/balance/', '/practice/promises/', '/settings/counts/']) {
    await page.goto(route);
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, contrast: 'more' });
      const axe = new AxeBuilder({ page }).setLegacyMode().withRules(['color-contrast-enhanced']);
      const { violations } = await axe.analyze();
      expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
    }
  }
});
