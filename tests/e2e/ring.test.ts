import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchOptions, zoneOfNoon } from '../chromium.js';
import { buildRelay, startRelay } from '../relay.js';
import { start, withProfile } from './browser.ts';
import { startDesktop, type Desktop } from './daemon.ts';
import { startPushService, type PushService } from './pushService.ts';
import { MIDNIGHT, put } from './seed.ts';
import type { Worker } from '@playwright/test';
import { balance, expect, test, type Page } from './test.ts';
import { openWithWorker, push, seen } from './worker.ts';

/*
 * Ringing: the relay as it runs, the push service of Chromium's maker on this machine, and what the
 * worker does with what comes.
 */

const NEUTRAL = { title: 'A small moment?', body: '', actions: [] };
const PROMPT = { ...NEUTRAL, actions: ['Yes', 'Not yet'] };
const LOOK = { name: 'Look for a server' };

test.use({
  launchOptions: launchOptions(zoneOfNoon()),
  expectedErrors: [/status of 404|Content Security Policy|connect-src 'self'/],
  mayAskRelay: true
});

test('nothing is asked of a relay until the button is pressed, and then once', async ({
  page,
  site
}) => {
  const before = site.asked.length;
  const asked = () => site.asked.slice(before).filter((path) => path.includes('/relay/'));
  await openWithWorker(page);
  await put(page, 'reminders', [MIDNIGHT]);
  for (const address of ['/', '/settings/', '/reminders/']) {
    await openWithWorker(page, address);
  }
  await expect(page.getByRole('button', LOOK)).toBeVisible();
  expect(asked()).toEqual([]);
  await page.getByRole('button', LOOK).click();
  await expect(page.getByText('This site doesn’t run one.')).toBeVisible();
  await expect(page.getByRole('switch', { name: 'Ring when Toward is closed' })).toHaveCount(0);
  expect(asked()).toEqual(['/relay/v1/']);
});

for (const [relay, isTold] of [
  ['/relay/v1', true],
  ['https://elsewhere.invalid', false]
] as const) {
  test(`deleting everything has the relay forget this device, ${isTold ? 'which it is told' : 'or says that it was not told'}`, async ({
    page,
    site
  }) => {
    const before = site.asked.length;
    await page.goto('/settings/delete/');
    await page.getByRole('button', { name: 'Delete everything…' }).click();
    await page.getByLabel('I want to delete everything Toward saved on this device').check();
    await put(page, 'device', [{ key: 'ring', relay, id: 'device', token: 'token', rings: [] }]);
    await page.getByRole('button', { name: 'Delete everything', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything is deleted');
    await expect(page.getByRole('definition')).toHaveText(Array(5).fill('Nothing left'));
    const said = page.getByText('The server that rang this device didn’t answer.');
    await expect(said).toHaveCount(isTold ? 0 : 1);
    const asked = () => site.asked.slice(before).filter((path) => path.includes('/relay/'));
    await expect.poll(asked).toEqual(isTold ? ['/relay/v1/devices/device'] : []);
  });
}

test.describe('a push', () => {
  test.use({ permissions: ['notifications'] });

  test('shows neutral words where nothing is due', async ({ page }) => {
    const worker = await openWithWorker(page);
    await push(page);
    await expect.poll(() => seen(worker)).toEqual([NEUTRAL]);
  });

  test('shows what is due, and neutral words without a sound where nothing else is', async ({
    page
  }) => {
    const worker = await openWithWorker(page);
    await put(page, 'reminders', [MIDNIGHT]);
    await openWithWorker(page, '/balance/');
    await push(page);
    await expect.poll(() => seen(worker)).toEqual([PROMPT]);
    await push(page);
    await expect.poll(() => seen(worker)).toHaveLength(2);
    expect(await seen(worker)).toEqual(expect.arrayContaining([PROMPT, NEUTRAL]));
    expect(await silentTags(worker)).toEqual(['locked']);
  });

  for (const [what, fault] of [
    ['broken', 'throw'],
    ['silent', 'hang']
  ] as const) {
    test(`with a ${what} database neutral words are shown`, async ({ page }) => {
      const worker = await openWithWorker(page);
      await put(page, 'reminders', [MIDNIGHT]);
      await worker.evaluate((fault) => {
        indexedDB.open = () => {
          if (fault === 'throw') throw new DOMException('Internal error', 'UnknownError');
          return new EventTarget() as IDBOpenDBRequest;
        };
      }, fault);
      await push(page);
      await expect.poll(() => seen(worker)).toEqual([NEUTRAL]);
    });
  }

  test('with a database of a newer version neutral words are shown', async ({ page }) => {
    const worker = await openWithWorker(page);
    await put(page, 'reminders', [MIDNIGHT]);
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('toward', 100_000);
          opening.onsuccess = () => {
            opening.result.close();
            resolve();
          };
        })
    );
    await push(page);
    await expect.poll(() => seen(worker)).toEqual([NEUTRAL]);
  });
});

/** What is to be seen and was not to be heard. */
function silentTags(worker: Worker): Promise<string[]> {
  return worker.evaluate(async () => {
    const { registration } = self as unknown as { registration: ServiceWorkerRegistration };
    const shown = await registration.getNotifications();
    return shown.filter(({ silent }) => silent).map(({ tag }) => tag);
  });
}

/** A site with its relay, whose pushes go to a service on this machine. */
async function withRelay(
  service: PushService,
  work: (origin: string, asked: readonly string[]) => Promise<void>
): Promise<void> {
  await buildRelay();
  const data = await mkdtemp(join(tmpdir(), 'toward-relay-'));
  const relay = await startRelay({ RELAY_DATA: data, RELAY_PUSH_STANDS: service.origin });
  const asked: string[] = [];
  // In front of it: the browser's own push address becomes one on this machine.
  const front = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { method = '', url = '', headers } = request;
    if (url.startsWith('/relay/')) asked.push(method);
    const body = Buffer.concat(parts).toString();
    const answer = await fetch(relay.origin + url, {
      method,
      redirect: 'manual',
      headers: { authorization: headers.authorization ?? '' },
      ...(body && { body: body.replace(/https:\/\/[\w.]+(?=\/fcm\/send)/, service.origin) })
    });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  try {
    await work(`http://127.0.0.1:${(front.address() as AddressInfo).port}`, asked);
  } finally {
    front.closeAllConnections();
    front.close();
    await relay.end('SIGTERM');
    await rm(data, { recursive: true, force: true });
  }
}

async function turnRingingOn(page: Page, service: PushService): Promise<void> {
  await page.getByRole('button', LOOK).click();
  await expect(page.getByText('It can’t read what you log.')).toBeVisible();
  await page.getByRole('switch', { name: 'Ring when Toward is closed' }).check();
  await expect(page.getByText('On since today')).toBeVisible();
  await expect.poll(service.isConnected).toBe(true);
}

test('a reminder rings on the desktop with no page open, and "Yes" is logged', async () => {
  const desktop = await startDesktop();
  test.skip(!desktop, 'dbus-daemon, on which the desktop stands, does not start');
  if (!desktop) return;
  const service = await startPushService();
  try {
    await withRelay(service, (origin, asked) =>
      withProfile((profile) => ringOnce(profile, desktop, service, origin, asked))
    );
  } finally {
    service.stop();
    await desktop.stop();
  }
});

async function ringOnce(
  profile: string,
  desktop: Desktop,
  service: PushService,
  origin: string,
  asked: readonly string[]
): Promise<void> {
  const env = { ...desktop.env, TZ: zoneOfNoon() };
  const { page, context } = await start(profile, service.args, env);
  try {
    await context.grantPermissions(['notifications'], { origin });
    await openWithWorker(page, `${origin}/`);
    const tonight = { ...MIDNIGHT, times: { kind: 'fixed' as const, at: [23 * 60] } };
    await put(page, 'reminders', [tonight]);
    await openWithWorker(page, `${origin}/reminders/`);
    await turnRingingOn(page, service);
    await expect.poll(() => asked).toEqual(['GET', 'PUT']);
    await page.getByRole('button', { name: 'Ring in a minute' }).click();
    await expect.poll(() => asked).toEqual(['GET', 'PUT', 'PUT']);
    // Due, and the page isn't told: the ring finds it.
    await put(page, 'reminders', [MIDNIGHT]);
    await page.goto('about:blank');
    await expect.poll(() => desktop.shown.length, { timeout: 120_000 }).toBe(1);
    expect(service.posted).toEqual([201]);
    const [shown] = desktop.shown;
    expect(shown?.summary).toBe('A small moment?');
    desktop.choose(shown?.id ?? 0, shown?.actions.get('Yes') ?? '');
    await openWithWorker(page, `${origin}/`);
    await expect(balance(page)).toHaveText('1');

    await page.goto(`${origin}/reminders/`);
    await expect(page.getByText('On. It last rang today')).toBeVisible();
    await page.getByRole('switch', { name: 'Ring when Toward is closed' }).uncheck();
    await expect(page.getByText('The server has forgotten this device.')).toBeVisible();
    expect(asked.at(-1)).toBe('DELETE');
  } finally {
    await context.close();
  }
}
