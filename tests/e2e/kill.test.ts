import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { Entry } from '../../src/lib/account/model/entry.ts';
import { tallyLog, type Tally } from '../../src/lib/account/model/tally.ts';
import { serveOwn } from '../own/site.js';
import type { Site } from '../server.js';
import { BACK_ENDS, openOwn, startStorage, withProfile, type Started } from './browser.ts';

/*
 * What is called logged is on disk: the browser is killed amid taps, over and over, and on its next
 * start every tap that was called logged is there, and the tallies are those of the log.
 */

/** After how many acknowledged taps each round kills the browser. `npm run faults` asks for more. */
const ROUNDS = Array.from(
  { length: Number(process.env.FAULT_ROUNDS ?? 1) },
  (_, n) => (n * n * 11 + 12) % 97
);

let site: Site;
test.beforeAll(async () => void (site = await serveOwn()));
test.afterAll(() => site.stop());

for (const [name, flags] of Object.entries(BACK_ENDS)) {
  test(`killed amid taps, the browser keeps every tap it called logged (${name})`, async () => {
    test.setTimeout(90_000 + ROUNDS.length * 30_000);
    await withProfile(async (profile) => {
      let browser = await startStorage(profile, flags);
      let known = 0;
      let acknowledged = 0;
      for (const taps of ROUNDS) {
        const logged = await tapUntilKilled(browser, taps);
        expect(logged).toBeGreaterThanOrEqual(taps);
        browser = await startStorage(profile, flags);
        const { entries, tallies } = await readStored(browser.page);
        expect(entries.length).toBeGreaterThanOrEqual(known + logged);
        expect(new Map(tallies.map((tally) => [tally.day, tally]))).toEqual(tallyLog(entries));
        known = entries.length;
        acknowledged += logged;
      }
      const stores = await readdir(join(profile, 'Default', 'IndexedDB'));
      expect(stores.some((store) => store.endsWith('.leveldb'))).toBe(name === 'LevelDB');
      await browser.context.close();
      console.log(
        `taps, ${name}: killed ${ROUNDS.length} times, ${acknowledged} called logged, none lost`
      );
    });
  });
}

test('killed amid taps with the lock on, the browser keeps every tap it called logged', async () => {
  test.setTimeout(90_000 + ROUNDS.length * 30_000);
  await withProfile(async (profile) => {
    let acknowledged = 0;
    for (const [round, taps] of ROUNDS.entries()) {
      const flags = round % 2 ? BACK_ENDS.LevelDB : BACK_ENDS.SQLite;
      const browser = await startStorage(`${profile}/${flags.length}`, flags);
      await openOwn(browser.page, site);
      const known = await browser.page.evaluate(async () => {
        await window.own.open().catch(() => window.own.turnOn());
        return (await window.own.look()).ids.length;
      });
      const tapping = await browser.context.newPage();
      const logged = await tapUntilKilled({ ...browser, page: tapping }, taps);
      const { page, context } = await startStorage(`${profile}/${flags.length}`, flags);
      await openOwn(page, site);
      const { ids, wrongDays } = await page.evaluate(async () => {
        await window.own.open();
        return window.own.look();
      });
      expect(ids.length).toBeGreaterThanOrEqual(known + logged);
      expect(wrongDays).toBe(0);
      acknowledged += logged;
      await context.close();
    }
    console.log(
      `taps with the lock on: killed ${ROUNDS.length} times, ${acknowledged} called logged, none lost`
    );
  });
});

/**
 * Taps as fast as the page answers, with several taps in flight, and kills the browser once so many
 * have been called logged. Resolves with the number that were by the time it was dead.
 */
async function tapUntilKilled({ page, context, kill }: Started, taps: number): Promise<number> {
  let logged = 0;
  const dead = new Promise((resolve) => context.on('close', resolve));
  await page.exposeBinding('tellLogged', () => {
    logged += 1;
    if (logged === taps) kill();
  });
  await page.goto(site.origin);
  const button = page.getByRole('button', { name: 'I turned toward' });
  await expect(button).toBeVisible();
  await page.evaluate(tapForEver).catch(() => undefined);
  await dead;
  return logged;
}

declare global {
  interface Window {
    tellLogged(): Promise<void>;
  }
}

/** In the page: taps three buttons in turn, and tells each time that the line calls a tap logged. */
function tapForEver(): Promise<never> {
  const line = document.querySelector('[role=status]') ?? document.body;
  const buttons = [...document.querySelectorAll<HTMLElement>('[data-tap]')].slice(0, 3);
  let told = '';
  const tell = () => {
    const text = line.textContent ?? '';
    if (text === told || !/ [+−]\d+$/.test(text)) return;
    told = text;
    void window.tellLogged();
  };
  new MutationObserver(tell).observe(line, { characterData: true, childList: true, subtree: true });
  let tapped = 0;
  setInterval(() => buttons[(tapped += 1) % buttons.length]?.click(), 5);
  return new Promise(() => undefined);
}

/** What stands in the database, read raw, before the app has had a chance to mend it. */
async function readStored(page: Page) {
  await page.goto(`${site.origin}/manifest.webmanifest`);
  return page.evaluate(
    () =>
      new Promise<{ entries: Entry[]; tallies: Tally[] }>((resolve, reject) => {
        const opening = indexedDB.open('toward');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction(['entries', 'tallies']);
          const entries = reading.objectStore('entries').getAll();
          const tallies = reading.objectStore('tallies').getAll();
          reading.onerror = () => reject(reading.error);
          reading.oncomplete = () => resolve({ entries: entries.result, tallies: tallies.result });
        };
      })
  );
}
