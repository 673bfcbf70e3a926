import { test as base, expect, type Page } from '@playwright/test';
import { serve, type Site } from '../server.js';

export { expect, serve, type Page };

interface Fixtures {
  /** Fails the test where the page reports an error; a test may add what it expects. */
  expectedErrors: RegExp[];
  /** Whether a relay may be asked for anything. Else the test fails where one is: nobody turned it on. */
  mayAskRelay: boolean;
  /**
   * Whether the pages know of service workers. Taking in the whole app for every test is a third of
   * the work: tests that neither need it nor show it go without, as on a host without HTTPS.
   */
  hasWorker: boolean;
  /** Whether this is the first visit, which begins with the first run. Otherwise that was skipped. */
  isFirstVisit: boolean;
}

/** The test function: the built site on a port of its own, and no console error unnoticed. */
export const test = base.extend<Fixtures, { site: Site; folder: string }>({
  folder: ['build', { option: true, scope: 'worker' }],
  site: [
    async ({ folder }, use) => {
      const site = await serve(folder);
      await use(site);
      await site.stop();
    },
    { scope: 'worker' }
  ],
  baseURL: ({ site }, use) => use(site.origin),
  expectedErrors: [[], { option: true }],
  mayAskRelay: [false, { option: true }],
  hasWorker: [true, { option: true }],
  isFirstVisit: [false, { option: true }],
  context: async ({ context, site: { origin }, isFirstVisit }, use) => {
    if (!isFirstVisit) {
      await context.addCookies([{ name: WELCOMED, value: 'true', url: origin }]);
      await context.addInitScript(welcome, { origin, name: WELCOMED });
    }
    await use(context);
  },
  page: async ({ page, site, expectedErrors, mayAskRelay, hasWorker }, use) => {
    if (!hasWorker) await page.context().addInitScript(forgetWorkers);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    const before = site.asked.length;
    await use(page);
    const ofRelay = site.asked.slice(before).filter((path) => path.includes('/relay/'));
    expect(mayAskRelay ? [] : ofRelay).toEqual([]);
    expect(errors.filter((text) => !expectedErrors.some((known) => known.test(text)))).toEqual([]);
  }
});

/** Tells the first page of a context, and none after it, that the first run was skipped. */
const WELCOMED = 'welcomed';

/** Of Playwright's own ways to fill a storage each opens a page of its own, which takes as long as a short test. */
function welcome({ origin, name }: { origin: string; name: string }): void {
  // A blank page has neither cookies nor a storage.
  if (location.origin !== origin || !document.cookie.includes(name)) return;
  document.cookie = `${name}=; path=/; max-age=0`;
  localStorage.setItem('toward.preferences', '{"welcomed":true}');
}

/** In the page: a browser that knows no service workers. */
export function forgetWorkers(): void {
  Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
}

/** Goes to the history by the bar, and the switch beside the weeks. */
export async function toHistory(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Balance' }).click();
  await page.getByRole('link', { name: 'History', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
}

/** The balance that the page shows. */
export const balance = (page: Page) => page.getByTestId('balance');
