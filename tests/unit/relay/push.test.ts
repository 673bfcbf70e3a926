import webPush from 'web-push';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pushWith } from '../../../src/relay/push.ts';
import { startPushService } from '../../relay.js';

/*
 * What is posted to a push service, and what its answers mean.
 */

const KEYS = webPush.generateVAPIDKeys();
const CONTACT = 'mailto:host@example.org';
const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-30T08:00:00Z');
const BODY = new Uint8Array([1, 2, 3]);

/** Answers by the path: its status, and headers as JSON. */
let service: Awaited<ReturnType<typeof startPushService>>;

beforeAll(async () => {
  service = await startPushService(({ path }) => {
    const [, status, headers = '{}'] = path.split('/').map(decodeURIComponent);
    // Nothing comes of it, ever.
    if (status === 'silent') return new Promise(() => undefined);
    return [Number(status), JSON.parse(headers)];
  });
});

afterAll(() => service.stop());

const push = pushWith(KEYS, CONTACT, () => NOW);
const again = (why: number | string, after?: number) => ({ kind: 'again', why, after });

test.each<[string, object, unknown]>([
  ['201', {}, { kind: 'sent' }],
  ['404', {}, { kind: 'gone' }],
  ['410', {}, { kind: 'gone' }],
  ['400', {}, { kind: 'refused', why: 400 }],
  ['403', {}, { kind: 'refused', why: 403 }],
  ['413', {}, { kind: 'refused', why: 413 }],
  ['429', { 'Retry-After': '7' }, again(429, 7)],
  ['500', {}, again(500)],
  ['503', { 'Retry-After': 'Mon, 30 Nov 2026 08:02:00 GMT' }, again(503, 120)],
  ['503', { 'Retry-After': 'Mon, 30 Nov 2026 07:00:00 GMT' }, again(503, 0)],
  ['503', { 'Retry-After': 'soon' }, again(503)]
])('answered by %s with %j', async (status, headers, outcome) => {
  const path = `${status}/${encodeURIComponent(JSON.stringify(headers))}`;
  expect(await push(`${service.origin}/${path}`, BODY, 60)).toEqual(outcome);
});

test('a redirect is not followed', async () => {
  const headers = JSON.stringify({ location: `${service.origin}/201/{}` });
  const path = `307/${encodeURIComponent(headers)}`;
  expect(await push(`${service.origin}/${path}`, BODY, 60)).toEqual(again('TypeError'));
  expect(service.posted.map((one) => one.path)).not.toContain('/201/{}');
});

test('where nobody listens, it says so by a code', async () => {
  const gone = await startPushService();
  await gone.stop();
  expect(await push(`${gone.origin}/201`, BODY, 60)).toEqual(again('ECONNREFUSED'));
});

test('no answer is waited for longer than ten seconds', { timeout: 60_000 }, async () => {
  expect(await push(`${service.origin}/silent`, BODY, 60)).toEqual(again('TimeoutError'));
});

test('one signed header serves six hours, and none is good for more than a day', async () => {
  let now = NOW;
  const push = pushWith(KEYS, CONTACT, () => now);
  const headers: unknown[] = [];
  // The last: the clock was set back.
  for (now of [NOW, NOW + 6 * HOUR - 1000, NOW + 6 * HOUR, NOW - 48 * HOUR]) {
    await push(`${service.origin}/201`, BODY, 60);
    headers.push(service.posted.at(-1)?.headers.authorization);
  }
  expect(headers[1]).toBe(headers[0]);
  expect(new Set(headers).size).toBe(3);
  const ends = headers.map((header) => {
    const [, claims = ''] = String(header).split('.');
    return (JSON.parse(Buffer.from(claims, 'base64url').toString()) as { exp: number }).exp * 1000;
  });
  expect(ends).toEqual([12, 12, 18, -36].map((hours) => NOW + hours * HOUR));
});
