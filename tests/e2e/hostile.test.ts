import {
  CHANGES,
  jsonOf,
  ODD_WORDS,
  SCRIPT,
  WHOLE,
  withJson,
  withWords
} from '../fixtures/hostile.ts';
import { ROUTES } from './routes.ts';
import { everything, held } from './seed.ts';
import { balance, expect, test, type Page } from './test.ts';
import { openWithWorker } from './worker.ts';

/*
 * What comes from outside: files, addresses, messages and notifications. Each is refused in words,
 * or does no harm, and the database is the same before and after.
 */

/** Files that are no backup, and for every rule one that breaks it. */
test.use({ hasWorker: false });

const REFUSED = [
  ...['empty', 'zip', 'nul within', 'csv', 'html', 'without its middle'].map((name) => ({
    at: '',
    file: WHOLE.json?.[name] ?? ''
  })),
  ...[...new Map(CHANGES.map((change) => [change.rule, change])).values()].map(
    ({ at, changed, value }) => ({ at, file: withJson(jsonOf(value), changed) })
  )
];
const TAKEN = [ODD_WORDS.prototype, ODD_WORDS['halves of letters'], ODD_WORDS.script];
/** Pages that show most of what is written. */
const READERS = ['/', '/history/', '/practice/promises/', '/practice/fear/', '/reminders/'];

const choose = (page: Page, file: string | Uint8Array<ArrayBuffer>) =>
  page.getByLabel('Choose a backup file…').setInputFiles({
    ...{ name: 'toward.json', mimeType: 'application/json' },
    buffer: Buffer.from(file)
  });

/** Everything, once the start has noted that there is nothing to migrate. */
async function everythingAtRest(page: Page): Promise<Record<string, unknown[]>> {
  await expect.poll(() => held(page, 'device')).toContain('migrated');
  return allButLineage(page);
}

/** Everything but what comes with the first second copy, whenever that is made. */
async function allButLineage(page: Page): Promise<Record<string, unknown[]>> {
  const { device = [], ...tables } = await everything(page);
  return { ...tables, device: device.filter((row) => !JSON.stringify(row).includes('lineage')) };
}

/** Nothing that came as a text stands in the page as an element. */
const expectClean = (page: Page) => expect(page.locator('#hacked, img[src="x"]')).toHaveCount(0);

test('hostile files are refused in words, and script in texts is a text on every page', async ({
  page
}) => {
  test.slow();
  await page.goto('/');
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect(balance(page)).toHaveText('1');
  await page.goto('/settings/backup/');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  const before = await everythingAtRest(page);
  for (const { at, file } of REFUSED) {
    await choose(page, file);
    await expect(
      page.getByText('This file can’t be restored, and nothing was changed.')
    ).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: at }).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Restore', exact: true })).toBeHidden();
  }
  expect(await allButLineage(page)).toEqual(before);

  for (const words of TAKEN) {
    await page.goto('/settings/backup/');
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    await choose(page, withWords(words));
    await page.getByLabel('Replace what’s on this device').check();
    await page.getByRole('button', { name: 'Replace everything' }).click();
    await expect(page.getByText(/^Replaced:/)).toBeVisible();
    for (const path of words === SCRIPT ? ROUTES : READERS) {
      await page.goto(path);
      await page.locator('html[data-ready]').waitFor({ state: 'attached' });
      await expectClean(page);
      await expect(page.getByText('Toward can’t read what you logged')).toBeHidden();
    }
  }
  for (const path of ['/history/', '/practice/promises/']) {
    await page.goto(path);
    await expect(page.getByText(SCRIPT).first()).toBeVisible();
    await expectClean(page);
  }
});

const ODD_ADDRESSES = [
  ...[
    `?tap=${encodeURIComponent(SCRIPT)}`,
    '?tap=bid:partner:toward&key=',
    '?tap=__proto__&key=null'
  ],
  ...[
    '?tap=bid:partner:toward&tap=bid:partner:away&key[]=1',
    '?due',
    '?due=1&tap=act:me:constructor'
  ],
  ...[`?q=${encodeURIComponent(SCRIPT)}`, `#${encodeURIComponent(SCRIPT)}`, '#constructor', '#\0'],
  ...['?%', '?%E0%A4%A', '?a=%00%ff', `?tap=${'x'.repeat(8000)}`, '?tap=bid:partner:toward%0a']
];

test.describe('with the service worker', () => {
  test.use({ hasWorker: true });

  test('odd addresses, messages and notifications change nothing', async ({ page, context }) => {
    test.slow();
    await context.grantPermissions(['notifications']);
    const worker = await openWithWorker(page);
    const before = await everythingAtRest(page);
    for (const [index, path] of ROUTES.entries()) {
      // Every address on the log, which reads them; elsewhere one each.
      const odd =
        path === '/' ? ODD_ADDRESSES : [ODD_ADDRESSES[index % ODD_ADDRESSES.length] ?? ''];
      for (const address of odd) {
        await page.goto(path + address);
        await page.locator('html[data-ready]').waitFor({ state: 'attached' });
      }
      await expectClean(page);
    }
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
});
