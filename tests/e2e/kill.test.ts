import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import type { Entry } from '#lib/domain/entry.ts';
import { tallyLog, type Tally } from '#lib/domain/tally.ts';
import { CHROMIUM_ARGS, findChromium } from '../chromium.js';
import { serve, type Site } from '../server.js';

/*
 * What is called logged is on disk: the browser is killed amid taps, over and over, and on its next
 * start every tap that was called logged is there, and the tallies are those of the log.
 */

const BACK_ENDS = { LevelDB: [], SQLite: ['--enable-features=IdbSqliteBackingStore'] };
/** After how many acknowledged taps each round kills the browser. */
const ROUNDS = [1, 12, 50];

let site: Site;
test.beforeAll(async () => void (site = await serve()));
test.afterAll(() => site.stop());

for (const [name, flags] of Object.entries(BACK_ENDS)) {
  test(`killed amid taps, the browser keeps every tap it called logged (${name})`, async () => {
    test.setTimeout(90_000);
    const profile = await mkdtemp(join(tmpdir(), 'toward-'));
    let browser = await start(profile, flags);
    let known = 0;
    for (const taps of ROUNDS) {
      const logged = await tapUntilKilled(browser, taps);
      expect(logged).toBeGreaterThanOrEqual(taps);
      browser = await start(profile, flags);
      const { entries, tallies } = await readStored(browser.page);
      expect(entries.length).toBeGreaterThanOrEqual(known + logged);
      expect(new Map(tallies.map((tally) => [tally.day, tally]))).toEqual(tallyLog(entries));
      known = entries.length;
    }
    const stores = await readdir(join(profile, 'Default', 'IndexedDB'));
    expect(stores.some((store) => store.endsWith('.leveldb'))).toBe(name === 'LevelDB');
    await browser.context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  });
}

interface Started {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Ends the browser's process, and none but that, as a crash does. */
  kill(): void;
}

async function start(profile: string, flags: readonly string[]): Promise<Started> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: [...CHROMIUM_ARGS, ...flags],
    viewport: { width: 390, height: 844 }
  });
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
  const pid = processInfo.find(({ type }) => type === 'browser')?.id;
  if (!pid) throw new Error('the browser does not tell its process');
  const page = context.pages()[0] ?? (await context.newPage());
  return { page, context, kill: () => void process.kill(pid, 'SIGKILL') };
}

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
    if (text === told || !/^(Deposit|Withdrawal) /.test(text)) return;
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
