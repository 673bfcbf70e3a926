import type { BrowserContext } from '@playwright/test';
import { newTimer } from '../../src/lib/practices/pause/model/timer.ts';
import { zoneOfNoon } from '../chromium.js';
import { start, withProfile } from './browser.ts';
import { startDesktop, type Desktop } from './daemon.ts';
import { MIDNIGHT, put } from './seed.ts';
import { balance, expect, test, type Page } from './test.ts';
import { countWindows, openWithWorker, wake } from './worker.ts';

/*
 * As on a real desktop: the notification is shown outside the browser, and the browser trusts the
 * click that comes back from there. Only then may a window be opened.
 */

/** What there is to be told of, as rows of a table. */
type Rows = Parameters<typeof put> extends [Page, ...infer Row] ? Row : never;

const PROMPT: Rows = ['reminders', [MIDNIGHT]];

/** Shows the notification of a prompt, or of something else, on a desktop, with the app closed. */
async function withNotification(
  origin: string,
  use: (context: BrowserContext, desktop: Desktop) => Promise<void>,
  rows = PROMPT
): Promise<void> {
  const desktop = await startDesktop();
  test.skip(
    !desktop,
    'dbus-daemon, on which the desktop stands, is not installed or does not start'
  );
  if (!desktop) return;
  await withProfile(async (profile) => {
    const { page, context } = await start(profile, [], { ...desktop.env, TZ: zoneOfNoon() });
    try {
      await context.grantPermissions(['notifications'], { origin });
      await openWithWorker(page, `${origin}/`);
      await put(page, ...rows);
      await wake(page);
      await expect.poll(() => desktop.shown.length).toBe(1);
      await use(context, desktop);
    } finally {
      await context.close();
      await desktop.stop();
    }
  });
}

/** Taps the notification until a window opens: a busy browser may not yet know that it is shown. */
async function tap(context: BrowserContext, desktop: Desktop): Promise<Page> {
  // While a page that was left is still on its way out, the worker would turn to that.
  await expect.poll(() => countWindows(context)).toBe(0);
  let opened: Page | undefined;
  context.once('page', (page) => (opened = page));
  await expect(async () => {
    desktop.choose(desktop.shown[0]?.id ?? 0, 'default');
    await expect.poll(() => opened, { timeout: 5000 }).toBeDefined();
  }).toPass();
  if (!opened) throw new Error('no window has opened');
  return opened;
}

test('a tap on the notification opens the due card', async ({ site }) => {
  await withNotification(site.origin, async (context, desktop) => {
    const [shown] = desktop.shown;
    expect(shown?.summary).toBe('A small moment?');
    const opened = await tap(context, desktop);
    await expect.poll(() => opened.url()).toContain(`${site.origin}/`);
    await expect(balance(opened)).toHaveText('0');
  });
});

test('a tap on the notification brings an open window to the due card', async ({ site }) => {
  await withNotification(site.origin, async (context, desktop) => {
    const page = context.pages()[0] ?? (await context.newPage());
    await openWithWorker(page, `${site.origin}/balance/`);
    desktop.choose(desktop.shown[0]?.id ?? 0, 'default');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');
    expect(context.pages()).toHaveLength(1);
  });
});

test('"Yes" on the desktop logs, and opens nothing', async ({ site }) => {
  await withNotification(site.origin, async (context, desktop) => {
    const [shown] = desktop.shown;
    desktop.choose(shown?.id ?? 0, shown?.actions.get('Yes') ?? '');
    const page = context.pages()[0] ?? (await context.newPage());
    await expect(async () => {
      await page.goto(`${site.origin}/`);
      await expect(balance(page)).toHaveText('1', { timeout: 1000 });
    }).toPass();
    expect(context.pages()).toHaveLength(1);
  });
});

test('a tap on the end of a break opens the pause', async ({ site }) => {
  const over = newTimer('break', 20, Date.now() - 21 * 60_000);
  const use = async (context: BrowserContext, desktop: Desktop) => {
    const [shown] = desktop.shown;
    expect(shown?.summary).toBe('Toward');
    const opened = await tap(context, desktop);
    await expect(opened).toHaveURL(`${site.origin}/practice/pause/`);
    await expect(opened.getByRole('heading', { name: /the time you agreed on$/ })).toBeVisible();
  };
  await withNotification(site.origin, use, ['settings', [{ key: 'timer', value: over }]]);
});
