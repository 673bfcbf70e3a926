import { zoneOfNoon } from '../chromium.js';
import { findBrowser } from '../systemBrowsers.js';
import { startAutopush } from './autopush.ts';
import { start, startFirefox, withProfile } from './browser.ts';
import { startDesktop, type Desktop } from './daemon.ts';
import { startPushService, type PushService } from './pushService.ts';
import { siteElsewhere, withRelay, type Rung } from './relayFront.ts';
import { MIDNIGHT, put } from './seed.ts';
import { balance, expect, test, type Page } from './test.ts';
import { openInstalled } from './worker.ts';

/*
 * Ringing from end to end: the relay as it runs, a browser with a profile and no page open, the push
 * service of the browser's maker on this machine, and the desktop that shows what came.
 */

for (const [title, name, siteFor] of [
  ['a reminder rings on the desktop with no page open, and "Yes" is logged', 'Chromium', undefined],
  ['a reminder rings in Firefox with no page open, and "Yes" is logged', 'Firefox', undefined],
  ['a relay elsewhere rings with no page open, and "Yes" is logged', 'Chromium', siteElsewhere]
] as const) {
  test(title, async () => {
    test.skip(name === 'Firefox' && !findBrowser('firefox'), 'Firefox is not installed');
    const desktop = await startDesktop();
    test.skip(!desktop, 'dbus-daemon, on which the desktop stands, does not start');
    if (!desktop) return;
    const service = await (name === 'Firefox' ? startAutopush() : startPushService());
    try {
      const rung = (rung: Rung) =>
        withProfile((profile) => ringOnce(profile, desktop, service, rung));
      await withRelay(service, rung, siteFor);
    } finally {
      service.stop();
      await desktop.stop();
    }
  });
}

async function turnRingingOn(page: Page, service: PushService): Promise<void> {
  await page.getByRole('button', { name: 'Look for a server' }).click();
  await expect(page.getByText('It can’t read what you log.')).toBeVisible();
  await page.getByRole('switch', { name: 'Ring when Toward is closed' }).check();
  await expect(page.getByText('On since today')).toBeVisible();
  await expect.poll(service.isConnected).toBe(true);
}

async function ringOnce(
  profile: string,
  desktop: Desktop,
  service: PushService,
  { origin, asked }: Rung
): Promise<void> {
  const env = { ...desktop.env, TZ: zoneOfNoon() };
  const { page, context } = await (service.prefs
    ? startFirefox(profile, service.prefs, env)
    : start(profile, service.args, env));
  try {
    if (!service.prefs) await context.grantPermissions(['notifications'], { origin });
    await openInstalled(page, `${origin}/`);
    const tonight = { ...MIDNIGHT, times: { kind: 'fixed' as const, at: [23 * 60] } };
    await put(page, 'reminders', [tonight]);
    await openInstalled(page, `${origin}/reminders/`);
    await turnRingingOn(page, service);
    await expect.poll(() => asked).toEqual(['GET', 'PUT']);
    // For the page, most of the minute is still to come.
    await page.clock.setFixedTime(Date.now() - 50_000);
    await page.getByRole('button', { name: 'Ring in a minute' }).click();
    await expect.poll(() => asked).toEqual(['GET', 'PUT', 'PUT']);
    // Due, and the page isn't told: the ring finds it.
    await put(page, 'reminders', [MIDNIGHT]);
    await page.goto('about:blank');
    await expect.poll(() => desktop.shown.length, { timeout: 120_000 }).toBe(1);
    expect(service.posted).toEqual([201]);
    // The worker tells the relay of the other times.
    await expect.poll(() => asked).toEqual(['GET', 'PUT', 'PUT', 'PUT']);
    const [shown] = desktop.shown;
    expect(shown?.summary).toBe('A small moment?');
    desktop.choose(shown?.id ?? 0, shown?.actions.get('Yes') ?? '');
    await openInstalled(page, `${origin}/`);
    await expect(balance(page)).toHaveText('1');

    await page.goto(`${origin}/reminders/`);
    await expect(page.getByText('On. It last rang today')).toBeVisible();
    // Not unchecked: it's gone by then.
    await page.getByRole('switch', { name: 'Ring when Toward is closed' }).click();
    await expect(page.getByText('The server has forgotten this device.')).toBeVisible();
    expect(asked.at(-1)).toBe('DELETE');
  } finally {
    await context.close();
  }
}
