import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import { unreachedSince } from '#lib/due/model/plan.ts';
import { findRelay } from '#lib/due/ring/relay.ts';
import {
  leave,
  noteRung,
  renew,
  ringRow,
  rungFor,
  turnOff,
  turnOn
} from '#lib/due/ring/store/ringing.ts';
import { setSilent } from '#lib/due/ring/store/index.ts';
import { db as ofRinging } from '#lib/due/ring/store/tables.ts';
import { DEFAULT_RULES } from '#lib/reminders/model/reminder.ts';
import { keepReminder, setRules } from '#lib/reminders/store/reminders.ts';
import { startAnew } from '../ground.ts';

/*
 * What the device keeps of its ringing. The relay and the browser's maker stand at the edge: what is
 * asked of them is noted, and each test says what they answer.
 */

const RELAY = { relay: 'https://relay.example/relay/v1', vapid: 'key' };
const DAY = 86_400_000;

let asked: string[];
/** What was uploaded. */
let plans: { endpoint: string; body: string; rings: [at: number, ttl: number][] }[];
let answer: number | 'away';
/** What the relay names as wrong. */
let fault: string | undefined;
let isAllowed: boolean;
let canUnsubscribe: boolean;
let subscription: object | null;
/** The key that the relay posts with, and those that were subscribed with. */
let vapid: string;
let subscribedWith: unknown[];
let keys: Record<string, ArrayBuffer>;

const registration = {
  scope: 'https://toward.example/',
  pushManager: {
    getSubscription: async () => subscription,
    subscribe: async (options?: PushSubscriptionOptionsInit) => {
      subscribedWith.push(options?.applicationServerKey);
      if (!isAllowed) throw new DOMException('denied', 'NotAllowedError');
      subscription = {
        endpoint: `https://push.example/${Math.random()}`,
        getKey: (name: string) => keys[name],
        unsubscribe: async () => {
          if (!canUnsubscribe) throw new DOMException('unreachable', 'AbortError');
          subscription = null;
        }
      };
      return subscription;
    }
  }
} as unknown as ServiceWorkerRegistration;

beforeEach(async () => {
  await startAnew();
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, [
    'deriveBits'
  ]);
  keys = {
    p256dh: await crypto.subtle.exportKey('raw', pair.publicKey),
    auth: new ArrayBuffer(16)
  };
  [asked, plans, answer, isAllowed, canUnsubscribe, subscription] = [[], [], 204, true, true, null];
  [vapid, subscribedWith, fault] = ['key', [], undefined];
  vi.stubGlobal('fetch', async (_: string, { method = 'GET', body }: RequestInit) => {
    asked.push(method);
    if (method === 'PUT') plans.push(JSON.parse(String(body)));
    if (answer === 'away') throw new TypeError('Failed to fetch');
    const isAsked = method === 'GET' && answer === 204;
    if (isAsked) return Response.json({ relay: 1, key: vapid });
    const said = fault ? JSON.stringify({ fault }) : null;
    return new Response(said, { status: answer });
  });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-23T10:00:30Z') });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** So many reminders, each at three hours of every day. */
async function remindAt(count: number, text = ''): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await keepReminder({
      ...{
        id: `01900000-0000-7000-8000-00000000000${index}`,
        createdAt: 1,
        updatedAt: 1,
        text
      },
      ...{ days: [1, 2, 3, 4, 5, 6, 7], isOn: true, sequence: 0 },
      times: { kind: 'fixed', at: [0, 480, 960].map((minute) => minute + 60 * index) }
    });
  }
}

test('turned on where the relay has no room, nothing is left', async () => {
  [answer, fault] = [429, 'full'];
  expect(await turnOn(RELAY, registration)).toBe('full');
  expect([await ringRow(), subscription]).toEqual([undefined, null]);
});

test('turned on with a relay that does not answer, it is told to forget what it may have', async () => {
  answer = 'away';
  expect(await turnOn(RELAY, registration)).toBe('away');
  expect([await ringRow(), subscription]).toEqual([undefined, null]);
  expect(asked).toEqual(['PUT', 'DELETE']);
});

test('of a reminder in its own words only instants and a sealed message are uploaded', async () => {
  await remindAt(1, 'Their laugh');
  await turnOn(RELAY, registration);
  const [plan] = plans;
  expect(Object.keys(plan ?? {})).toEqual(['endpoint', 'body', 'rings']);
  // As long as any other: the head of RFC 8188, 512 bytes, and their seal.
  expect(atob(plan?.body.replaceAll('-', '+').replaceAll('_', '/') ?? '')).toHaveLength(86 + 528);
  expect(plan?.rings[0]).toEqual([Date.parse('2026-11-23T15:00:00Z') / 1000, 14_400]);
});

test('turned on in two tabs at once, it is one device', async () => {
  await Promise.all([turnOn(RELAY, registration), turnOn(RELAY, registration)]);
  expect(asked).toEqual(['PUT']);
});

test('turned off with the relay away, nothing can ring any more', async () => {
  await turnOn(RELAY, registration);
  answer = 'away';
  expect(await turnOff(registration)).toBe('away');
  expect([await ringRow(), subscription]).toEqual([undefined, null]);
});

test('turned off with a maker that never answers, the relay is told all the same', async () => {
  await turnOn(RELAY, registration);
  subscription = { unsubscribe: () => new Promise(() => undefined) };
  expect(await turnOff(registration)).toBe('done');
  expect([await ringRow(), asked]).toEqual([undefined, ['PUT', 'DELETE']]);
}, 60_000);

test('turned off with nobody to be told, the first ring that comes is the last', async () => {
  await turnOn(RELAY, registration);
  [answer, canUnsubscribe] = ['away', false];
  expect(await turnOff(registration)).toBe('left');
  expect([await ringRow(), subscription]).toEqual([undefined, expect.anything()]);
  [canUnsubscribe, asked] = [true, []];
  await renew(registration);
  expect([subscription, asked]).toEqual([null, []]);
});

test('where leave to notify was taken back, nothing is uploaded, and it says so', async () => {
  await turnOn(RELAY, registration);
  [isAllowed, subscription, asked] = [false, null, []];
  expect(await renew(registration, true)).toBe('push');
  expect(asked).toEqual([]);
  expect((await ringRow())?.failed?.why).toBe('push');
});

test('why the relay did not take a plan is kept until it takes one', async () => {
  await turnOn(RELAY, registration);
  vi.setSystemTime(Date.now() + DAY);
  const failedAt = Date.now();
  answer = 404;
  expect(await renew(registration)).toBe('refused');
  vi.setSystemTime(Date.now() + 1000);
  answer = 'away';
  expect(await renew(registration)).toBe('away');
  expect((await ringRow())?.failed).toEqual({ at: failedAt, why: 'away' });
  answer = 204;
  expect(await renew(registration)).toBeUndefined();
  expect((await ringRow())?.failed).toBeUndefined();
});

test('a ring that did not come is told of, also once the plan is renewed', async () => {
  await remindAt(1);
  await turnOn(RELAY, registration);
  const since = Date.now();
  vi.setSystemTime(since + DAY);
  await renew(registration, true);
  vi.setSystemTime(Date.now() + 60_000);
  const row = await ringRow();
  expect(row && unreachedSince(row, Date.now() + 15 * 60_000)).toBe(since);
});

test('a push a little before its instant is for that instant', async () => {
  await remindAt(1);
  await turnOn(RELAY, registration);
  const row = await ringRow();
  if (!row) throw new Error('not turned on');
  const [[first = 0] = []] = row.rings;
  expect(rungFor(row, first * 1000 - 5000)).toBe(first * 1000);
  expect(rungFor(row, first * 1000 - 90_000)).toBe(first * 1000 - 90_000);
  expect(rungFor(row, first * 1000 + 60)).toBe(first * 1000 + 60);
});

test('a full plan is not uploaded again for reaching further as time passes', async () => {
  await remindAt(3);
  await setRules(DEFAULT_RULES, { ...DEFAULT_RULES, mostADay: 9 });
  await turnOn(RELAY, registration);
  expect((await ringRow())?.rings).toHaveLength(200);
  asked = [];
  vi.setSystemTime(Date.now() + 23 * 3_600_000);
  await renew(registration);
  expect(asked).toEqual([]);
});

test.each([
  ['all are snoozed', { pausedUntil: Date.parse('2026-11-25T00:00:00Z') }, '2026-11-25T07:00'],
  ['fewer may be shown in a day', { mostADay: 1 }, '2026-11-23T15:00']
])('where %s, the plan is uploaded anew', async (_, rules, first) => {
  await remindAt(1);
  await turnOn(RELAY, registration);
  await setRules(DEFAULT_RULES, { ...DEFAULT_RULES, ...rules });
  await renew(registration);
  const [before, after] = plans.map(({ rings }) => rings);
  expect(new Date((after?.[0]?.[0] ?? 0) * 1000).toISOString()).toBe(`${first}:00.000Z`);
  expect(after?.length).toBeLessThan(before?.length ?? 0);
});

test('a reminder that is not to ring leaves the plan, and comes back', async () => {
  await remindAt(2);
  await setRules(DEFAULT_RULES, { ...DEFAULT_RULES, mostADay: 9 });
  await turnOn(RELAY, registration);
  const hours = () => {
    const rings = plans.at(-1)?.rings ?? [];
    return [...new Set(rings.map(([at]) => new Date(at * 1000).getUTCHours()))].sort();
  };
  const both = hours();
  await setSilent(['01900000-0000-7000-8000-000000000000']);
  await renew(registration);
  expect(hours()).toEqual([0, 16, 8]);
  await setSilent([]);
  await renew(registration);
  expect(hours()).toEqual(both);
  expect(both).toHaveLength(6);
});

test('in another zone the plan follows the clock there', async () => {
  await remindAt(1);
  await turnOn(RELAY, registration);
  const session = cdp();
  await session.send('Emulation.setTimezoneOverride', { timezoneId: 'America/New_York' });
  await renew(registration);
  await session.send('Emulation.setTimezoneOverride', { timezoneId: '' });
  const times = plans.map(({ rings: [first] }) => new Date((first?.[0] ?? 0) * 1000).toISOString());
  expect(times).toEqual(['2026-11-23T15:00:00.000Z', '2026-11-23T13:00:00.000Z']);
});

test('where the browser has another push address, a message is sealed for that', async () => {
  await turnOn(RELAY, registration);
  await registration.pushManager.subscribe();
  await renew(registration);
  const [before, after] = plans;
  expect(after?.endpoint).not.toBe(before?.endpoint);
  expect(after?.body).not.toBe(before?.body);
  expect((await ringRow())?.endpoint).toBe(after?.endpoint);
});

test('a relay that has lost this device gets it again as the app starts', async () => {
  await turnOn(RELAY, registration);
  vi.setSystemTime(Date.now() + 120_000);
  await renew(registration);
  expect(plans).toHaveLength(1);
  await renew(registration, true);
  expect(plans).toHaveLength(2);
});

test('where the relay has another key, the next start subscribes with that', async () => {
  await turnOn(RELAY, registration);
  vi.setSystemTime(Date.now() + 120_000);
  await renew(registration, true);
  expect(plans.map(({ endpoint }) => endpoint)).toEqual(Array(2).fill(plans[0]?.endpoint));
  vapid = 'other';
  vi.setSystemTime(Date.now() + 120_000);
  answer = 'away';
  expect(await renew(registration, true)).toBe('away');
  answer = 204;
  expect(await renew(registration, true)).toBeUndefined();
  expect(subscribedWith).toEqual(['key', 'other']);
  expect(plans.at(-1)?.endpoint).not.toBe(plans[0]?.endpoint);
  expect(await ringRow()).toMatchObject({ vapid: 'other', endpoint: plans.at(-1)?.endpoint });
  await renew(registration, true);
  expect(subscribedWith).toHaveLength(2);
});

test('to leave waits for no answer, and says what came of it', async () => {
  expect(await leave()).toBeUndefined();
  await turnOn(RELAY, registration);
  answer = 'away';
  const leaving = await leave();
  await ofRinging.transaction('rw', ofRinging.device, () => ofRinging.device.delete('ring'));
  expect(await leaving?.isForgotten).toBe(false);
  expect(asked).toEqual(['PUT', 'DELETE']);
});

test('where the relay had forgotten this device, its push address is made anew, once', async () => {
  answer = 201;
  await turnOn(RELAY, registration);
  vi.setSystemTime(Date.now() + 120_000);
  const fetched = fetch;
  // The second of two uploads is a renewal.
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    const answered = await fetched(address, init);
    if (init.method === 'PUT') answer = 204;
    return answered;
  });
  expect(await renew(registration, true)).toBeUndefined();
  const [first, second, third] = plans.map(({ endpoint }) => endpoint);
  expect([plans.length, second, subscribedWith.length]).toEqual([3, first, 2]);
  expect(third).not.toBe(second);
  expect((await ringRow())?.endpoint).toBe(third);
  vi.setSystemTime(Date.now() + 120_000);
  await renew(registration, true);
  expect(plans.at(-1)?.endpoint).toBe(third);
});

test('where a ring did not come, the next start makes the push address anew, once for it', async () => {
  await remindAt(1);
  await turnOn(RELAY, registration);
  const start = async (ms: number) => {
    vi.setSystemTime(Date.now() + ms);
    await renew(registration, true);
    return subscribedWith.length;
  };
  expect(await start(DAY)).toBe(2);
  expect((await ringRow())?.endpoint).toBe(plans.at(-1)?.endpoint);
  expect(await start(120_000)).toBe(2);
  expect(await start(DAY)).toBe(3);
  vi.setSystemTime(Date.now() + DAY);
  await noteRung(Date.now());
  expect(await start(120_000)).toBe(3);
});

test('with the relay away nothing is made anew where a ring did not come', async () => {
  await remindAt(1);
  await turnOn(RELAY, registration);
  vi.setSystemTime(Date.now() + DAY);
  answer = 'away';
  expect(await renew(registration, true)).toBe('away');
  expect(subscribedWith).toHaveLength(1);
});

test.each([
  [403, 'device', 'done'],
  [403, undefined, 'away'],
  [404, 'path', 'away'],
  [401, undefined, 'away'],
  [502, undefined, 'away']
] as const)('told to forget, %i with the fault %s is %s', async (status, named, ended) => {
  await turnOn(RELAY, registration);
  [answer, fault] = [status, named];
  expect(await turnOff(registration)).toBe(ended);
});

test('too many requests are no lack of room', async () => {
  answer = 429;
  expect(await turnOn(RELAY, registration)).toBe('away');
});

test.each([
  [404, 'none'],
  [502, 'away'],
  [503, 'away']
] as const)('asked whether it is there, %i is %s', async (status, found) => {
  answer = status;
  expect(await findRelay(RELAY.relay)).toBe(found);
});
