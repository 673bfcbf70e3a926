import AxeBuilder from '@axe-core/playwright';
import { ROUTES } from './routes.ts';
import { expect, test, type Page } from './test.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const DESKTOP = { width: 1280, height: 900 };

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    for (const route of [...ROUTES, '/404.html']) {
      test(`${route} has no barrier that axe can find`, async ({ page }) => {
        await page.goto(route);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        expect(await barriers(page)).toEqual([]);
        await page.setViewportSize(DESKTOP);
        expect(await barriers(page)).toEqual([]);
      });
    }

    test('a pause has none on its way', async ({ page }) => {
      const press = (name: RegExp) => page.getByRole('button', { name }).click();
      await page.goto('/practice/pause/');
      await press(/^Breathe slowly/);
      await expect(page.getByRole('timer')).toBeVisible();
      expect(await barriers(page)).toEqual([]);
      await press(/^Stop/);
      await press(/^A shared break/);
      expect(await barriers(page)).toEqual([]);
      await press(/^Start the break/);
      await expect(page.getByRole('timer')).toBeVisible();
      expect(await barriers(page)).toEqual([]);
      await press(/^I am back/);
      await press(/^Through the body/);
      expect(await barriers(page)).toEqual([]);
      for (let place = 1; place < 8; place++) await press(/^Next/);
      await press(/^Done/);
      expect(await barriers(page)).toEqual([]);
      await press(/^Put it into words/);
      await press(/^Skip/);
      await press(/^anxious/);
      expect(await barriers(page)).toEqual([]);
      await press(/^Leave it for now/);
      await expect(page.getByText('Not kept yet')).toBeVisible();
      expect(await barriers(page)).toEqual([]);
    });
  });
}

/** What axe objects to, with the elements at fault. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
