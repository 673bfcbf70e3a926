import { withWords } from '../fixtures/hostile.ts';
import { LOCALE, pseudo } from '../pseudo/words.js';
import { cutFaults, wordFaults } from './layout.ts';
import { ROUTES } from './routes.ts';
import { expect, test, type Page } from './test.ts';

/*
 * The site in a made-up language (tests/pseudo): accented letters, words that are two fifths owner,
 * six plural forms, digits of its own, from right to left. Nothing is cut, and all that is said comes
 * from the messages.
 */

test.use({ hasWorker: false, locale: LOCALE, folder: '.svelte-kit/pseudo/build' });

const LONG = 'Donaudampfschifffahrtskapitänsmütze';
const LOOKS = [
  { width: 320, height: 568 },
  { width: 390, height: 844 },
  { width: 1280, height: 900 }
];

/** Words and numbers on the page that no message and no formatter has made. */
const plainFaults = (page: Page) =>
  page.evaluate((own) => {
    const isPlain = (text: string) =>
      /[a-z]{2,}|\d/i.test(text.replaceAll(own, '').replace(/made soup|https?:\S+/g, ''));
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [document.title];
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (!text.parentElement?.closest('script, style, noscript, math, a[href^=tel], kbd'))
        found.push(text.textContent ?? '');
    }
    for (const element of document.querySelectorAll('*')) {
      for (const name of [
        'aria-label',
        'aria-description',
        'aria-valuetext',
        'alt',
        'title',
        'placeholder'
      ]) {
        found.push(element.getAttribute(name) ?? '');
      }
    }
    return found.filter(isPlain);
  }, LONG);

async function ready(page: Page, path: string) {
  await page.goto(path);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
}

async function restore(page: Page) {
  await page.goto('/settings/backup/');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await page.getByLabel(pseudo('Choose a backup file…')).setInputFiles({
    ...{ name: 'toward.json', mimeType: 'application/json' },
    buffer: Buffer.from(withWords(LONG))
  });
  await page.getByRole('button', { name: pseudo('Restore'), exact: true }).click();
  await expect(page.getByText(pseudo('Restored.')).first()).toBeVisible();
}

/** Looks at the page as it stands, in every look. */
async function look(page: Page, what: string) {
  expect.soft(await plainFaults(page), what).toEqual([]);
  for (const size of LOOKS) {
    await page.setViewportSize(size);
    const faults = async () => [...(await wordFaults(page, LONG)), ...(await cutFaults(page))];
    await expect.soft
      .poll(faults, { message: `${what}, ${size.width} px wide`, timeout: 3000 })
      .toEqual([]);
  }
}

/** What lies over a page: the page, and the button that opens it. */
const SHEETS = [
  ['/', 'Something else'],
  ['/', 'Add a moment'],
  ['/', 'Balance'],
  ['/reminders/', 'New reminder']
] as const;

for (const half of [0, 1]) {
  test(`every page holds together in another language, part ${half + 1}`, async ({ page }) => {
    await restore(page);
    for (const route of ROUTES.filter((_, at) => at % 2 === half)) {
      await ready(page, route);
      await look(page, route);
    }
  });
}

test('the first visit, sheets, and what stands apart from the app hold together too', async ({
  page,
  request
}) => {
  await page.goto('/');
  await page.evaluate(() => localStorage.clear());
  await ready(page, '/');
  for (const place of ['1', '2', '3']) {
    await look(page, `card ${place} of the first visit`);
    await page
      .getByRole('button', { name: pseudo(place === '3' ? 'Log something from today' : 'Next') })
      .click();
  }
  await restore(page);
  for (const [route, name] of SHEETS) {
    await ready(page, route);
    await page
      .getByRole('button', { name: pseudo(name) })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
    await look(page, name);
  }
  for (const path of ['/404.html', '/measures/']) {
    await page.goto(path);
    await look(page, path);
    await expect(page.locator('html')).toHaveAttribute('lang', LOCALE);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  }
  const manifest = await (await request.get('/manifest.webmanifest')).json();
  expect(manifest).toMatchObject({ name: pseudo('Toward'), lang: LOCALE, dir: 'rtl' });
  expect(JSON.stringify(manifest.shortcuts)).toContain(pseudo('I missed it'));
});

/** Where words are written that could speak of danger. */
const WRITTEN = [
  ...['/practice/pause/', '/practice/thought/', '/practice/gently/', '/practice/ground/'],
  ...['/practice/roots/', '/practice/agreements/', '/practice/making-up/', '/practice/check-in/']
];

test('where words are written, it’s said that nobody reads along, with the way to Safety', async ({
  page
}) => {
  for (const path of WRITTEN) {
    await ready(page, path);
    const card = page.getByRole('complementary').filter({ hasText: pseudo('read along') });
    await expect(card.first(), path).toBeVisible();
    await expect(
      card.first().getByRole('link', { name: pseudo('Go to Safety') }),
      path
    ).toHaveAttribute('href', /\/safety\/?$/);
  }
});
