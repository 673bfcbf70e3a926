import { barriers } from './barriers.ts';
import { ROUTES } from './routes.ts';
import { expect, test } from './test.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const route of [...ROUTES, '/404.html']) {
  test(`${route} has no barrier that axe can find`, async ({ page }) => {
    await page.goto(route);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (const viewport of [PHONE, DESKTOP]) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await barriers(page, TAGS)).toEqual([]);
      }
    }
  });
}
