import { launchOptions } from '../chromium.js';
import { allButLineage, everythingAtRest } from './seed.ts';
import { balance, expect, test } from './test.ts';
import { openWithWorker } from './worker.ts';

/* Messages and notifications that come from outside: the database is the same before and after. */

test.use({ launchOptions: launchOptions({ isWhole: true }), permissions: ['notifications'] });

test('odd messages and notifications change nothing', async ({ page }) => {
  const worker = await openWithWorker(page);
  const before = await everythingAtRest(page);
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    const huge = { 'show-due': new Array(100_000).fill('ring') };
    const odd: unknown[] = [
      null,
      undefined,
      0,
      NaN,
      '',
      'SHOW-DUE',
      'show-due ',
      [],
      ['ring'],
      {},
      huge
    ];
    const more: unknown[] = [{ type: 'skip-waiting' }, new Map(), new Date(NaN), 1n];
    for (const message of [...odd, ...more, new Blob(['ring']), 'x'.repeat(1_000_000)]) {
      active?.postMessage(message);
    }
  });
  await worker.evaluate(async () => {
    const scope = self as unknown as {
      registration: ServiceWorkerRegistration;
      dispatchEvent(event: Event): boolean;
      NotificationEvent: new (type: string, data: object) => Event;
    };
    const slot = { reminderId: '__proto__', day: '2026-02-30', minute: -1 };
    const odd = [null, 'x', 7, [], {}, { slot: null }, { slot, act: {} }, { slot: {}, act: 'x' }];
    for (const [index, data] of odd.entries()) {
      const tag = `odd ${index}`;
      await scope.registration.showNotification('odd', { data, tag });
      const [notification] = await scope.registration.getNotifications({ tag });
      for (const action of ['yes', 'not yet', 'toString', '']) {
        scope.dispatchEvent(
          new scope.NotificationEvent('notificationclick', { notification, action })
        );
      }
      notification?.close();
    }
  });
  // Answered in turn: once this one is, so are those before it.
  await page.goto('/');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await expect(balance(page)).toHaveText('0');
  expect(await allButLineage(page)).toEqual(before);
});
