import { expect, test, type Page } from '@playwright/test';
import { serve, type Site } from '../server.js';
import { BACK_ENDS, start, withProfile } from './browser.ts';
import { entryOn, put, seed } from './seed.ts';

/*
 * Whoever erases may close the tab at once, or the browser may be killed amid it: the next start
 * finishes it before it shows anything, and offers nothing back.
 */

const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 1);
const NOTE = 'words that nobody else may read';
const HALF = 'words that were half written';
const entries = Array.from({ length: 2000 }, (_, number) =>
  entryOn('2026-11-01', number, { kind: 'act', by: 'me', act: 'soup', note: `${NOTE} ${number}` })
);

let site: Site;
test.beforeAll(async () => void (site = await serve()));
test.afterAll(() => site.stop());

/** Fills the account and waits for its second copy; then the page stands where one erases. */
async function prepare(page: Page): Promise<void> {
  await page.goto(site.origin);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await seed(page, entries);
  await put(page, 'drafts', [{ key: 'wins', value: { text: HALF } }]);
  await page.reload();
  await expect.poll(async () => (await kept(page)).copies).toContain(NOTE);
  await page.goto(`${site.origin}/settings/#erase`);
  await page.getByRole('button', { name: 'Delete everything…' }).click();
  await page.getByLabel('I want to delete everything Toward saved on this device').check();
}

/** All that the site has kept, past the app: how many entries, what its files say, and the words anywhere else. */
function kept(page: Page): Promise<{ entries: number; copies: string; others: string }> {
  return page.evaluate(async () => {
    const texts: string[] = [];
    for await (const handle of (await navigator.storage.getDirectory()).values()) {
      if (!(handle instanceof FileSystemFileHandle)) continue;
      // One that the app removes just now holds nothing any more.
      const text = await handle
        .getFile()
        .then((file) => file.text())
        .catch(() => '');
      texts.push(text);
    }
    const hasDatabase = (await indexedDB.databases()).some(({ name }) => name === 'toward');
    const tables = await new Promise<Record<string, unknown[]>>((resolve, reject) => {
      if (!hasDatabase) return resolve({});
      const opening = indexedDB.open('toward');
      // Deleted a moment ago: to open it must not make another one.
      opening.onupgradeneeded = () => opening.transaction?.abort();
      opening.onerror = () =>
        opening.error?.name === 'AbortError' ? resolve({}) : reject(opening.error);
      opening.onsuccess = () => {
        const names = [...opening.result.objectStoreNames];
        const reading = opening.result.transaction(names);
        const rows = names.map((name) => reading.objectStore(name).getAll());
        reading.oncomplete = () => {
          opening.result.close();
          resolve(Object.fromEntries(names.map((name, at) => [name, rows[at]?.result ?? []])));
        };
      };
    });
    const { entries = [], ...others } = tables;
    const open = JSON.stringify([others, { ...localStorage }, { ...sessionStorage }]);
    return { entries: entries.length, copies: texts.join(), others: open };
  });
}

/** The press itself, told as soon as the page has heard it. */
async function press(page: Page): Promise<void> {
  await page.evaluate(() => {
    const buttons = [...document.querySelectorAll('button')];
    buttons.find(({ textContent }) => textContent?.trim() === 'Delete everything')?.click();
  });
}

test('killed while it waits for a copy in the making, what was pressed is done at the next start', async () => {
  test.setTimeout(90_000);
  await withProfile(async (profile) => {
    const browser = await start(profile);
    await prepare(browser.page);
    await browser.page.evaluate(() => {
      void navigator.locks.request('toward-erase', { mode: 'shared' }, () => new Promise(() => {}));
    });
    const dead = new Promise((resolve) => browser.context.on('close', resolve));
    await press(browser.page);
    await expect.poll(async () => (await kept(browser.page)).others).toContain('"erasing"');
    browser.kill();
    await dead;
    const { page, context } = await start(profile);
    await page.goto(site.origin);
    await expect.poll(async () => (await kept(page)).entries).toBe(0);
    expect(await kept(page)).toMatchObject({ copies: '' });
    await context.close();
  });
});

/** Both back ends in the long rounds; in the short ones each way to end it on one of them. */
const backEnds = (short: keyof typeof BACK_ENDS) =>
  Object.entries(BACK_ENDS).filter(([name]) => name === short || process.env.FAULT_ROUNDS);

for (const [name, flags] of backEnds('LevelDB')) {
  test(`the tab closed at once after the press, all is gone at the next start (${name})`, async () => {
    test.setTimeout(60_000 + ROUNDS * 30_000);
    for (let round = 0; round < ROUNDS; round++) {
      await withProfile(async (profile) => {
        const { page, context } = await start(profile, flags);
        await prepare(page);
        const next = await context.newPage();
        await press(page);
        await new Promise((resolve) => setTimeout(resolve, round * 15));
        await page.close();
        await next.goto(site.origin);
        // The first tab may have been through with it: then this is a new account.
        await expect(
          next.getByRole('definition').first().or(next.locator('html[data-ready]'))
        ).toBeVisible();
        const { others, ...left } = await kept(next);
        expect(left).toEqual({ entries: 0, copies: '' });
        for (const words of [NOTE, HALF]) expect(others).not.toContain(words);
        await expect(next.getByRole('button', { name: /Restore the copy/ })).toHaveCount(0);
        await context.close();
      });
    }
  });
}

for (const [name, flags] of backEnds('SQLite')) {
  test(`killed amid erasing, no copy outlives the rows, and the next start goes on (${name})`, async () => {
    test.setTimeout(60_000 + ROUNDS * 40_000);
    const found = { undone: 0, done: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      await withProfile(async (profile) => {
        const browser = await start(profile, flags);
        await prepare(browser.page);
        const dead = new Promise((resolve) => browser.context.on('close', resolve));
        await press(browser.page);
        await new Promise((resolve) => setTimeout(resolve, 20 + ((round * 37) % 200)));
        browser.kill();
        await dead;
        const { page, context } = await start(profile, flags);
        await page.goto(site.origin);
        await page.locator('main').waitFor();
        await expect
          .poll(async () => {
            const { entries, copies, others } = await kept(page);
            return [copies.includes(NOTE), others.includes(HALF)].map((is) => is === entries > 0);
          })
          .toEqual([true, true]);
        // So early that nothing was noted: then nothing was taken away either.
        const { entries } = await kept(page);
        found[entries > 0 ? 'undone' : 'done'] += 1;
        await expect(page.getByRole('button', { name: /Restore the copy/ })).toHaveCount(0);
        await context.close();
      });
    }
    console.log(
      `erasing, ${name}: killed ${ROUNDS} times, ${found.undone} undone, ${found.done} done`
    );
  });
}
