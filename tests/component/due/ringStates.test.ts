import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import Ring from '#lib/due/ring/Ring.svelte';
import { db } from '#lib/due/ring/store/tables.ts';
import { MINUTE_MS, SECOND_MS } from '#lib/time/duration.ts';
import { startAnew } from '../ground.ts';

/*
 * What the page says of ringing. The relay stands at the edge: each test says what it answers.
 */

const NOON = Date.parse('2026-11-23T12:00:00Z');
const DAY = 86_400_000;
const ROW = {
  ...{ key: 'ring' as const, relay: 'https://relay.example/relay/v1', vapid: 'key' },
  ...{ id: 'id', token: 'token', endpoint: 'https://push.example/a', body: 'AA', silent: [] },
  ...{ rings: [], since: NOON - 2 * DAY, uploadedAt: NOON - DAY }
};
const YESTERDAY = NOON - DAY;
/** A ring so long ago that it would have come by now. */
const past = (minutes: number) => [[(NOON - minutes * MINUTE_MS) / SECOND_MS, 60]] as const;

const SWITCH = { name: 'Ring when Toward is closed' };
const LOOK = { name: 'Look for a server' };

let answer: () => Response;

beforeEach(async () => {
  await startAnew();
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  vi.stubGlobal('fetch', async () => answer());
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** The browser, as far as ringing asks it for something. */
function stand(subscription: object | null, subscribe = () => given(subscription)): void {
  const pushManager = { getSubscription: async () => subscription, subscribe };
  const registration = { scope: 'https://toward.example/', pushManager };
  vi.spyOn(navigator.serviceWorker, 'getRegistration').mockResolvedValue(
    registration as unknown as ServiceWorkerRegistration
  );
}

async function given(subscription: object | null): Promise<object> {
  if (!subscription) throw new DOMException('denied', 'NotAllowedError');
  return subscription;
}

async function newSubscription(): Promise<object> {
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const { publicKey } = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  const p256dh = await crypto.subtle.exportKey('raw', publicKey);
  const getKey = (name: string) => (name === 'auth' ? new ArrayBuffer(16) : p256dh);
  return { endpoint: 'https://push.example/a', getKey, unsubscribe: async () => true };
}

const allow = (permission: string) =>
  vi.stubGlobal('Notification', { permission, requestPermission: async () => permission });

function refuse(status: number, fault: string): void {
  answer = () => Response.json({ fault }, { status });
}

/** Finds a relay and turns it on, after something has happened in between. */
async function turnOn(meanwhile: () => void = () => undefined): Promise<void> {
  answer = found;
  await open();
  await page.getByRole('button', LOOK).click();
  await expect.element(page.getByRole('switch', SWITCH)).toBeVisible();
  meanwhile();
  await page.getByRole('switch', SWITCH).click();
}

const open = (needsHomeScreen = false) => render(Ring, { reminders: [], needsHomeScreen });
const keep = (row: object) =>
  db.transaction('rw', db.device, () => db.device.put({ ...ROW, ...row }));
const said = (words: string) =>
  expect.element(page.getByRole('status').filter({ hasText: words })).toBeVisible();
const away = () => {
  throw new TypeError('Failed to fetch');
};
const found = () => Response.json({ relay: 1, key: 'key' });

test.each([
  ['it is on', {}, 'On since Sat 21 Nov at 13:00.'],
  ['it rang', { rungAt: YESTERDAY }, 'On. It last rang yesterday at 13:00.'],
  [
    'a ring did not come',
    { rings: past(16) },
    'This device hasn’t been reached since Sat 21 Nov at 13:00.'
  ],
  [
    'a ring did not come after one that did',
    { rings: past(16), rungAt: YESTERDAY },
    'This device hasn’t been reached since yesterday at 13:00.'
  ],
  ['a ring may still come', { rings: past(14) }, 'On since Sat 21 Nov at 13:00.'],
  [
    'it rang again',
    { rings: past(16), rungAt: NOON - 15 * MINUTE_MS },
    'On. It last rang today at 12:45.'
  ],
  [
    'the relay is away',
    { failed: { at: YESTERDAY, why: 'away' }, rungAt: YESTERDAY },
    'The server hasn’t answered since yesterday at 13:00. It keeps ringing at the times it has.'
  ],
  [
    'the relay refuses it',
    { failed: { at: YESTERDAY, why: 'refused' } },
    'The server no longer accepts this device.'
  ],
  [
    'the relay has no room',
    { failed: { at: YESTERDAY, why: 'full' } },
    'The server no longer accepts this device.'
  ],
  [
    'the browser gives no push address',
    { failed: { at: YESTERDAY, why: 'push' } },
    'This browser can’t be reached right now.'
  ]
])('where %s, it says so', async (_, row, words) => {
  await keep(row);
  await open();
  await said(words);
  await expect.element(page.getByRole('switch', SWITCH)).toBeChecked();
});

test.each([
  [
    'answers with something else',
    () => new Response(null, { status: 404 }),
    'This site doesn’t run one.'
  ],
  ['does not answer', away, 'This site didn’t answer. Try again when you’re online.']
])('asked for a relay, a site that %s has none', async (_, answered, words) => {
  answer = answered;
  await open();
  await page.getByRole('button', LOOK).click();
  await said(words);
  expect(page.getByRole('switch').query()).toBeNull();
});

test('what a relay will know is said before it can be turned on', async () => {
  answer = found;
  await open();
  await page.getByRole('button', LOOK).click();
  await expect.element(page.getByRole('switch', SWITCH)).not.toBeChecked();
  for (const words of [
    'This site’s server will know that this device exists',
    'It can’t read what you log.',
    'The maker of your browser will know that this site rang.',
    'If your partner runs that server, leave this off.'
  ]) {
    await expect.element(page.getByText(words)).toBeVisible();
  }
});

test.each([
  ['denied', 'Notifications are blocked for this site.'],
  ['default', 'Notifications aren’t allowed here yet.']
])('turned on with leave to notify %s, it stays off and says why', async (permission, words) => {
  allow(permission);
  await turnOn();
  await said(words);
  await expect.element(page.getByRole('switch', SWITCH)).not.toBeChecked();
});

test.each([
  ['this browser gives no push address', () => stand(null), 'This browser can’t be reached'],
  [
    'the relay has no room',
    () => refuse(429, 'full'),
    'The server has no room for another device.'
  ],
  ['the relay refuses it', () => refuse(400, 'host'), 'The server didn’t accept this browser.'],
  ['the relay is away', () => (answer = away), 'The server didn’t answer.']
])('turned on where %s, it stays off and says so', async (_, meet, words) => {
  allow('granted');
  stand(await newSubscription());
  await turnOn(meet);
  await said(words);
  await expect.element(page.getByText('Nothing was turned on.')).toBeVisible();
  await expect.element(page.getByRole('switch', SWITCH)).not.toBeChecked();
});

test('turned on with a maker that never answers, it gives up, says so, and leaves nothing', async () => {
  allow('granted');
  stand(null, () => new Promise(() => undefined));
  const asked: string[] = [];
  await turnOn(() => {
    answer = () => {
      asked.push('relay');
      return found();
    };
  });
  // It waits for ten seconds.
  const words = 'This browser can’t be reached for notifications right now. Nothing was turned on.';
  await expect.element(page.getByText(words), { timeout: 60_000 }).toBeVisible();
  await expect.element(page.getByRole('switch', SWITCH)).not.toBeChecked();
  await expect.element(page.getByRole('switch', SWITCH)).toBeEnabled();
  expect([await db.device.get('ring'), asked]).toEqual([undefined, []]);
}, 90_000);

const FORGOTTEN = () => new Response(null, { status: 204 });
const KEPT = () => Promise.reject(new DOMException('unreachable', 'AbortError'));
const ENDED = () => Promise.resolve(true);

test.each([
  ['has forgotten this device', FORGOTTEN, ENDED, 'The server has forgotten this device.'],
  ['did not answer', away, ENDED, 'The server didn’t answer, but it can’t reach this device'],
  ['can ring once more', away, KEPT, 'The server didn’t answer, so one more ring may come.']
])('turned off, it says that the relay %s', async (_, answered, unsubscribe, words) => {
  answer = answered;
  stand({ ...(await newSubscription()), unsubscribe });
  await keep({});
  await open();
  await page.getByRole('switch', SWITCH).click();
  await said(`Turned off. ${words}`);
  await expect.element(page.getByRole('button', LOOK)).toBeVisible();
});

test('an iPhone is shown to its Home Screen first, and no site is asked', async () => {
  await open(true);
  await expect.element(page.getByText('once it’s on your Home Screen')).toBeVisible();
  expect(page.getByRole('button').query()).toBeNull();
});
