import { launchOptions, zoneOfNoon } from '../chromium.js';
import { MIDNIGHT, put } from './seed.ts';
import type { Worker } from '@playwright/test';
import { expect, test } from './test.ts';
import { hide, openWithWorker, push, seen } from './worker.ts';

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
