import { expect, serve, test } from './test.ts';

/*
 * What keeps a text that found its way into a page from becoming code: the policy that stands in
 * each page, and the headers that the built site asks its host for.
 */

test.use({ hasWorker: false, expectedErrors: [/Content Security Policy|requires 'Trusted/i] });

const MARK = 'document.documentElement.dataset.hacked = ""';
const IMAGE = `<img src="/_app/version.json" onerror='${MARK}'>`;

declare global {
  interface Window {
    tried: Record<string, string>;
  }
}

test('no text becomes markup or code', async ({ page, site }) => {
  await page.route('/', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      '</main>',
      `${IMAGE}<script>${MARK}</script></main>`
    );
    await route.fulfill({ response, body });
  });
  await page.goto('/');
  await page.locator('html[data-ready]').waitFor();
  // Not while a debugger evaluates, for that may do what a page may not.
  await page.evaluate(
    ([mark, html]) => {
      const attempt = (what: () => unknown) => {
        try {
          what();
          return 'done';
        } catch (error) {
          return error instanceof Error ? error.name : 'thrown';
        }
      };
      const script = document.createElement('script');
      const link = document.createElement('a');
      const button = document.createElement('button');
      setTimeout(() => {
        window.tried = {
          innerHTML: attempt(() => (document.body.innerHTML = html)),
          outerHTML: attempt(() => (document.body.outerHTML = html)),
          insertAdjacentHTML: attempt(() => document.body.insertAdjacentHTML('beforeend', html)),
          write: attempt(() => document.write(html)),
          DOMParser: attempt(() => new DOMParser().parseFromString(html, 'text/html')),
          eval: attempt(() => (0, eval)(mark)),
          Function: attempt(() => new Function(mark)),
          setTimeout: attempt(() => setTimeout(mark)),
          Worker: attempt(() => new Worker('/service-worker.js')),
          policy: attempt(() => window.trustedTypes?.createPolicy('mine', Object.create(null))),
          onclick: attempt(() => button.setAttribute('onclick', mark)),
          src: attempt(() => (script.src = 'data:text/javascript,0'))
        };
        // These throw nothing. They just do not run.
        link.href = `javascript:${mark}`;
        script.append(mark);
        document.body.append(script, link, button);
        link.click();
        button.click();
      });
    },
    [MARK, IMAGE] as const
  );
  await page.waitForFunction(() => 'tried' in window);
  const tried = await page.evaluate(() => window.tried);
  expect(tried).toEqual(
    Object.fromEntries(Object.keys(tried).map((way) => [way, expect.stringMatching(/Error$/)]))
  );
  await expect(page.locator('html')).not.toHaveAttribute('data-hacked');

  const elsewhere = await serve();
  const asked = await page.evaluate((url) => fetch(url).catch(String), elsewhere.origin);
  expect(asked).toMatch(/^TypeError/);
  await page.goto(`${elsewhere.origin}/_app/version.json`);
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.src = src;
    document.body.append(frame);
  }, site.origin);
  await expect(async () => {
    expect(page.frames()[1]?.url()).toMatch(/^chrome-error:/);
  }).toPass();
  await elsewhere.stop();
});
