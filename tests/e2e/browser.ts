import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, firefox, type BrowserContext, type Page } from '@playwright/test';
import { launchOptions } from '../chromium.js';
import type { Own } from '../own/code.ts';
import type { Site } from '../server.js';
import { findBrowser } from '../systemBrowsers.js';
import { forgetWorkers } from './test.ts';

/** Where Chromium keeps IndexedDB: what it does today, and what it is moving to. */
export const BACK_ENDS = { LevelDB: [], SQLite: ['--enable-features=IdbSqliteBackingStore'] };

/** A browser with a profile on the disk, which outlives it. */
export interface Started {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Ends the browser's process, and none but that, as a crash does. */
  kill(): void;
}

/** Starts a browser with a profile, with additional flags and environment. */
export async function start(
  profile: string,
  flags: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
  isWhole = true
): Promise<Started> {
  const options = launchOptions({ isWhole });
  const context = await chromium.launchPersistentContext(profile, {
    ...options,
    args: [...options.args, ...flags],
    env: { ...options.env, ...env },
    viewport: { width: 390, height: 844 },
    locale: 'en-GB'
  });
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
  const pid = processInfo.find(({ type }) => type === 'browser')?.id;
  if (!pid) throw new Error('the browser does not tell its process');
  const page = context.pages()[0] ?? (await context.newPage());
  return { page, context, kill: () => void process.kill(pid, 'SIGKILL') };
}

/**
 * Starts one for what it stores: the long rounds in the browser that people have. The short ones go
 * without what takes most of the time: in the headless shell, which has the same storage and writes the
 * same files, and without a service worker that takes in the whole app.
 */
export async function startStorage(
  profile: string,
  flags: readonly string[] = []
): Promise<Started> {
  const isWhole = process.env.FAULT_ROUNDS !== undefined;
  const started = await start(profile, flags, {}, isWhole);
  if (!isWhole) await started.context.addInitScript(forgetWorkers);
  return started;
}

/** Starts Firefox with a profile, with preferences and additional environment. It may notify. */
export async function startFirefox(
  profile: string,
  prefs: Readonly<Record<string, string | boolean | number>>,
  env: NodeJS.ProcessEnv = {}
): Promise<Pick<Started, 'page' | 'context'>> {
  const context = await firefox.launchPersistentContext(profile, {
    channel: 'moz-firefox',
    executablePath: findBrowser('firefox'),
    env: { ...launchOptions().env, ...env },
    firefoxUserPrefs: {
      'permissions.default.desktop-notification': 1,
      // Else a browser that is driven turns its connection for pushes off.
      'remote.prefs.recommended': false,
      ...prefs
    },
    viewport: { width: 390, height: 844 },
    locale: 'en-GB'
  });
  return { page: context.pages()[0] ?? (await context.newPage()), context };
}

/** Does something with a new profile, and takes the profile away. */
export async function withProfile<T>(work: (profile: string) => Promise<T>): Promise<T> {
  const profile = await mkdtemp(join(tmpdir(), 'toward-'));
  const result = await work(profile);
  await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  return result;
}

declare global {
  interface Window {
    readonly own: Own;
  }
}

/** A page of the site's origin in which nothing of the app runs, with the app's own code at hand. */
export async function openOwn(page: Page, { origin }: Site): Promise<void> {
  await page.goto(`${origin}/manifest.webmanifest`);
  await page.evaluate(async () => void (await import(`${location.origin}/own.js`)));
}
