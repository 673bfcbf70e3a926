import AxeBuilder from '@axe-core/playwright';
import type { Page } from './test.ts';

/** What axe objects to, with the elements at fault; looked at once nothing moves or fades any more. */
export async function barriers(page: Page, tags?: string[]): Promise<string[]> {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState === 'finished')
  );
  // Its other mode puts together what it found in frames, of which there are none, in a page of its own.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (tags ? axe.withTags(tags) : axe).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
