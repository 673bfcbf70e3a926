import { newTimer } from '../../src/lib/practices/pause/model/timer.ts';
import { launchOptions, zoneOfNoon } from '../chromium.js';
import { entryOn, MIDNIGHT, put, seed } from './seed.ts';
import type { Worker } from '@playwright/test';
import { stored } from './stored.ts';
import { balance, expect, test } from './test.ts';
import { click, hide, openWithWorker, push, seen } from './worker.ts';

/*
 * Ringing: what is asked of a relay, and what the worker does with what comes. What is seen of it on
 * a desktop is in ringDesktop.test.ts.
 */

const NEUTRAL = { title: 'A small moment?', body: '', actions: [] };
const PROMPT = { ...NEUTRAL, actions: ['Yes', 'Not yet'] };
/** That this device is rung, as far as a push needs it. */
const RUNG = {
  ...{ key: 'ring', relay: '/relay/v1', vapid: 'key', id: 'id', endpoint: 'a' },
  ...{ rings: [], silent: [] as string[] }
};
const LOOK = { name: 'Look for a server' };

test.use({
  launchOptions: launchOptions({ zone: zoneOfNoon(), isWhole: true }),
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

test('without a reminder a server can be looked for once something was logged', async ({
  page
}) => {
  await openWithWorker(page, '/reminders/');
  await expect(page.getByRole('heading', { name: 'What this device can do' })).toBeVisible();
  await expect(page.getByRole('button', LOOK)).toHaveCount(0);
  await seed(page, [entryOn('2026-03-02', 1, { kind: 'act', by: 'partner', act: 'hug' })]);
  await openWithWorker(page, '/reminders/');
  await expect(page.getByRole('button', LOOK)).toBeVisible();
});

for (const [relay, isTold] of [
  ['/relay/v1', true],
  ['https://elsewhere.invalid', false]
] as const) {
  test(`deleting everything has the relay forget this device, ${isTold ? 'which it is told' : 'or says that it was not told'}`, async ({
    page
  }) => {
    const asked: string[] = [];
    await page.route('/relay/**', (route) => {
      asked.push(`${route.request().method()} ${new URL(route.request().url()).pathname}`);
      return route.fulfill({ status: 204 });
    });
    await page.goto('/settings/delete/');
    await page.getByRole('button', { name: 'Delete everything…' }).click();
    await page.getByLabel('I want to delete everything Toward saved on this device').check();
    await put(page, 'device', [{ key: 'ring', relay, id: 'device', token: 'token', rings: [] }]);
    await page.getByRole('button', { name: 'Delete everything', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything is deleted');
    await expect(page.getByRole('definition')).toHaveText(Array(5).fill('Nothing left'));
    const said = page.getByText('The server that rang this device didn’t answer.');
    await expect(said).toHaveCount(isTold ? 0 : 1);
    expect(asked).toEqual(isTold ? ['DELETE /relay/v1/devices/device'] : []);
  });
}

test.describe('a push', () => {
  test.use({ permissions: ['notifications'] });

  test('shows neutral words where nothing is due, without a sound', async ({ page }) => {
    const worker = await openWithWorker(page);
    await openWithWorker(page, '/balance/');
    await hide(page);
    await push(page);
    await expect.poll(() => seen(worker)).toEqual([NEUTRAL]);
    expect(await silentTags(worker)).toEqual(['locked']);
    await openWithWorker(page, '/balance/');
    await expect.poll(() => seen(worker)).toEqual([]);
  });

  test('that is to try it is heard, though nothing is due', async ({ page }) => {
    const worker = await openWithWorker(page);
    await put(page, 'device', [{ ...RUNG, tryAt: Date.now() }]);
    await push(page);
    await expect.poll(() => seen(worker)).toEqual([NEUTRAL]);
    expect(await silentTags(worker)).toEqual([]);
  });

  test('shows a prompt again half an hour after "Not yet"', async ({ page }) => {
    const worker = await openWithWorker(page);
    await put(page, 'reminders', [MIDNIGHT]);
    const day = await page.evaluate(() => Temporal.Now.plainDateISO().toString());
    const at = Date.now() - 31 * 60_000;
    await put(page, 'answers', [
      { reminderId: MIDNIGHT.id, day, minute: 0, shownAt: at, reply: 'not yet', repliedAt: at }
    ]);
    await openWithWorker(page, '/balance/');
    await push(page);
    await expect.poll(() => seen(worker)).toEqual([PROMPT]);
  });

  test('does not tell of a reminder that is not to ring', async ({ page }) => {
    const worker = await openWithWorker(page);
    await put(page, 'reminders', [MIDNIGHT]);
    await put(page, 'device', [{ ...RUNG, silent: [MIDNIGHT.id] }]);
    await push(page);
    await expect.poll(() => seen(worker)).toEqual([NEUTRAL]);
  });

  test('shows what is due, and that once more without a sound where nothing else is', async ({
    page
  }) => {
    const worker = await openWithWorker(page);
    await put(page, 'reminders', [MIDNIGHT]);
    await openWithWorker(page, '/balance/');
    await push(page);
    await expect.poll(() => seen(worker)).toEqual([PROMPT]);
    expect(await silentTags(worker)).toEqual([]);
    await push(page);
    await expect.poll(() => silentTags(worker)).toHaveLength(1);
    expect(await seen(worker)).toEqual([PROMPT]);
    await click(worker, 'yes');
    await openWithWorker(page);
    await expect(balance(page)).toHaveText('1');
  });

  test('adds nothing to what a page out of sight has shown', async ({ page }) => {
    const worker = await openWithWorker(page);
    await put(page, 'reminders', [MIDNIGHT]);
    await openWithWorker(page, '/balance/');
    await hide(page);
    await expect.poll(() => seen(worker)).toEqual([PROMPT]);
    await push(page);
    await expect.poll(() => silentTags(worker)).toHaveLength(1);
    expect(await seen(worker)).toEqual([PROMPT]);
  });

  test('says with each notification where a tap leads', async ({ page }) => {
    const worker = await openWithWorker(page);
    await put(page, 'reminders', [MIDNIGHT]);
    const ended = newTimer('break', 20, Date.now() - 21 * 60_000);
    await put(page, 'settings', [{ key: 'timer', value: ended }]);
    const led = await worker.evaluate(async () => {
      const led: unknown[] = [];
      const { prototype } = ServiceWorkerRegistration;
      const { showNotification } = prototype;
      prototype.showNotification = function (
        title,
        options: NotificationOptions & { navigate?: string } = {}
      ) {
        led.push(options.navigate?.replace(location.origin, ''));
        return showNotification.call(this, title, options);
      };
      const tell = async (event: Event) => {
        const done = new Promise((resolve) => Object.assign(event, { waitUntil: resolve }));
        self.dispatchEvent(event);
        await done;
      };
      // What is due, that once more, an example, and what is shown under the lock.
      await tell(new Event('push'));
      await tell(new Event('push'));
      await tell(new MessageEvent('message', { data: 'show-example' }));
      await tell(new MessageEvent('message', { data: 'show-locked' }));
      return led;
    });
    expect(led.sort()).toEqual([...Array(4).fill('/?due'), '/practice/pause/'].sort());
  });

  test('in the quiet hours of what is due shows neutral words, without a sound', async ({
    page
  }) => {
    const worker = await openWithWorker(page);
    await put(page, 'reminders', [{ ...MIDNIGHT, quiet: { from: 1, to: 1439 } }]);
    await push(page);
    await expect.poll(() => seen(worker)).toEqual([NEUTRAL]);
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

  test('is not heard again where a page that is open under the lock has just told it', async ({
    page
  }) => {
    const worker = await openWithWorker(page);
    const heard = await worker.evaluate(async () => {
      indexedDB.open = () => {
        throw new DOMException('Internal error', 'UnknownError');
      };
      const { registration } = self as unknown as { registration: ServiceWorkerRegistration };
      type Shown = Notification & { renotify: boolean; timestamp: number };
      const shown = () => registration.getNotifications() as Promise<Shown[]>;
      const tell = async (event: Event) => {
        const done = new Promise((resolve) => Object.assign(event, { waitUntil: resolve }));
        self.dispatchEvent(event);
        await done;
        return (await shown()).map(({ renotify }) => renotify);
      };
      const push = () => tell(new Event('push'));
      const alone = await push();
      for (const one of await shown()) one.close();
      await tell(new MessageEvent('message', { data: 'show-locked' }));
      const afterPage = await push();
      const timestamp = Date.now() - 61_000;
      await registration.showNotification('', { tag: 'locked', timestamp } as NotificationOptions);
      return { alone, afterPage, later: await push() };
    });
    expect(heard).toEqual({ alone: [true], afterPage: [false], later: [true] });
  });

  test('neither the mark on the icon nor the relay is waited for', async ({ page }) => {
    const worker = await openWithWorker(page);
    await put(page, 'device', [RUNG]);
    await worker.evaluate(async () => {
      const never = () => new Promise(() => undefined);
      Object.assign(self.navigator, { setAppBadge: never, clearAppBadge: never });
      Object.assign(PushManager.prototype, { subscribe: never });
      const event = new Event('push');
      const done = new Promise((resolve) => Object.assign(event, { waitUntil: resolve }));
      self.dispatchEvent(event);
      await done;
    });
    expect(await seen(worker)).toEqual([NEUTRAL]);
  });

  test('another push address, as the browser tells of it, is uploaded', async ({ page }) => {
    const worker = await openWithWorker(page);
    await put(page, 'device', [{ ...RUNG, relay: 'https://relay.example', token: 'token' }]);
    const asked = await worker.evaluate(async () => {
      const curve = { name: 'ECDH', namedCurve: 'P-256' };
      const { publicKey } = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
      const p256dh = await crypto.subtle.exportKey('raw', publicKey);
      const getKey = (name: string) => (name === 'auth' ? new ArrayBuffer(16) : p256dh);
      const getSubscription = async () => ({ endpoint: 'https://push.example/new', getKey });
      Object.assign(PushManager.prototype, { getSubscription, subscribe: getSubscription });
      const asked: unknown[] = [];
      self.fetch = async (address, { method, body } = {}) => {
        asked.push([method, address, JSON.parse(String(body)).endpoint]);
        return new Response(null, { status: 204 });
      };
      const event = new Event('pushsubscriptionchange');
      const done = new Promise((resolve) => Object.assign(event, { waitUntil: resolve }));
      self.dispatchEvent(event);
      await done;
      return asked;
    });
    expect(asked).toEqual([
      ['PUT', 'https://relay.example/devices/id', 'https://push.example/new']
    ]);
    expect(await stored(page)).toContain('"endpoint":"https://push.example/new"');
  });

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
