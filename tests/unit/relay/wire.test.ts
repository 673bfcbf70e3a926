import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlan } from '../../../src/relay/wire.ts';

const NOW = 1_800_000_000;
const DAY = 86_400;
const good = {
  endpoint: 'https://fcm.googleapis.com/fcm/send/abc',
  body: 'AAEC_w',
  rings: [
    [NOW + 60, 14_400],
    [NOW + 120, 0]
  ]
};

test('a good plan is read', () => {
  expect(readPlan(good, NOW)).toEqual({ ...good, body: Buffer.from([0, 1, 2, 255]) });
});

test.each([
  'https://jmt17.google.com/fcm/send/abc',
  'https://updates.push.services.mozilla.com/wpush/v2/abc',
  'https://web.push.apple.com/abc',
  'https://wns2-par02p.notify.windows.com/w/?token=abc'
])('a push service of a browser’s maker is known: %s', (endpoint) => {
  expect(readPlan({ ...good, endpoint }, NOW)).toMatchObject({ endpoint });
});

test.each([
  ['https://FCM.googleapis.com:443/x', 'https://fcm.googleapis.com/x'],
  ['https://fcm。googleapis。com/x', 'https://fcm.googleapis.com/x'],
  ['https://a.push.apple.com\\@evil.example', 'https://a.push.apple.com/@evil.example']
])('%s is posted to where it was read to lead: %s', (endpoint, read) => {
  expect(readPlan({ ...good, endpoint }, NOW)).toMatchObject({ endpoint: read });
});

test.each([
  ['http://fcm.googleapis.com/x', 'host'],
  ['https://fcm.googleapis.com./x', 'host'],
  ['https://fcm.googleapis.com%2eevil.example/x', 'host'],
  ['https://fcm.googleapis.com:444/x', 'host'],
  ['https://fcm.googleapis.com.evil.example/x', 'host'],
  ['https://evilfcm.googleapis.com/x', 'host'],
  ['https://evilpush.apple.com/x', 'host'],
  ['https://push.apple.com/x', 'host'],
  ['https://127.0.0.1/x', 'host'],
  ['https://[::1]/x', 'host'],
  ['https://evil.example/fcm.googleapis.com', 'host'],
  ['https://user@fcm.googleapis.com/x', 'endpoint'],
  ['https://fcm.googleapis.com@evil.example/x', 'endpoint'],
  ['https://fcm.googleapis.com/x#y', 'endpoint'],
  ['fcm.googleapis.com/x', 'endpoint'],
  [`https://fcm.googleapis.com/${'x'.repeat(2048)}`, 'endpoint'],
  [7, 'endpoint']
])('%s is refused: %s', (endpoint, fault) => {
  expect(readPlan({ ...good, endpoint }, NOW)).toBe(fault);
});

test.each([
  ['no object', 'plan', 'plan'],
  ['nothing', null, 'plan'],
  ['no message', { ...good, body: undefined }, 'body'],
  ['an empty message', { ...good, body: '' }, 'body'],
  ['a message that is no base64url', { ...good, body: 'AA+/' }, 'body'],
  ['a message of over 4,096 bytes', { ...good, body: 'AAAA'.repeat(1366) }, 'body'],
  ['no rings', { ...good, rings: undefined }, 'rings'],
  ['201 rings', { ...good, rings: Array.from({ length: 201 }, (_, at) => [NOW + at, 0]) }, 'rings'],
  ['a ring that lacks its time to live', { ...good, rings: [[NOW]] }, 'rings'],
  ['a ring at half a second', { ...good, rings: [[NOW + 0.5, 0]] }, 'rings'],
  ['a ring before all time', { ...good, rings: [[0, 0]] }, 'rings'],
  ['a ring in 61 days', { ...good, rings: [[NOW + 61 * DAY, 0]] }, 'rings'],
  ['a negative time to live', { ...good, rings: [[NOW, -1]] }, 'rings'],
  ['a time to live of 65,536 seconds', { ...good, rings: [[NOW, 65_536]] }, 'rings'],
  [
    'two rings at one instant',
    {
      ...good,
      rings: [
        [NOW, 0],
        [NOW, 0]
      ]
    },
    'rings'
  ],
  [
    'rings out of order',
    {
      ...good,
      rings: [
        [NOW + 1, 0],
        [NOW, 0]
      ]
    },
    'rings'
  ]
])('%s is refused', (_, given, fault) => {
  expect(readPlan(given, NOW)).toBe(fault);
});

test('whatever comes is read, or a part is named', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.jsonValue(),
        fc.record({ endpoint: fc.webUrl(), body: fc.string(), rings: fc.jsonValue() })
      ),
      (given) => {
        expect(['plan', 'endpoint', 'host', 'body', 'rings']).toContain(readPlan(given, NOW));
      }
    )
  );
});
