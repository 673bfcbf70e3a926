import { expect, test } from 'vitest';
import { originOf } from '../../../relayOrigin.js';

test.each([
  ['', ''],
  ['https://relay.example.org', 'https://relay.example.org'],
  ['https://relay.example.org/', 'https://relay.example.org'],
  ['http://localhost:4173', 'http://localhost:4173'],
  ['HTTPS://Relay.example.org:443', 'https://relay.example.org']
])('a build that is told "%s" asks a relay at "%s"', (told, origin) => {
  expect(originOf(told)).toBe(origin);
});

test.each([
  'relay.example.org',
  'https://relay.example.org/toward',
  'https://relay.example.org/?a',
  'https://relay.example.org/#a',
  'https://me@relay.example.org',
  'ftp://relay.example.org',
  'https:'
])('a build that is told "%s" ends, and says why', (told) => {
  expect(() => originOf(told)).toThrow(
    `RELAY_ORIGIN: ${told} is no origin such as https://relay.example.org`
  );
});
