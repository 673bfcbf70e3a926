import { expect, test } from 'vitest';
import type { Facts } from '#lib/account/model/entry.ts';
import { factsOfTap, tapCode } from '#lib/account/model/tap.ts';

test.each<[string, Extract<Facts, { kind: 'bid' | 'act' }>]>([
  ['bid:partner:toward', { kind: 'bid', by: 'partner', response: 'toward' }],
  ['bid:partner:away', { kind: 'bid', by: 'partner', response: 'away' }],
  ['bid:partner:against', { kind: 'bid', by: 'partner', response: 'against' }],
  ['bid:me:toward', { kind: 'bid', by: 'me', response: 'toward' }],
  ['bid:me:away', { kind: 'bid', by: 'me', response: 'away' }],
  ['bid:me:against', { kind: 'bid', by: 'me', response: 'against' }],
  ['act:helped', { kind: 'act', by: 'partner', act: 'helped' }],
  ['act:sang: a song', { kind: 'act', by: 'partner', act: 'sang: a song' }]
])('%s there and back', (code, facts) => {
  expect(tapCode(facts)).toBe(code);
  expect(factsOfTap(code)).toEqual(facts);
});

test.each([
  '',
  'bid',
  'bid:partner',
  'bid:partner:warm',
  'bid:partner:toward:more',
  'bid:someone:toward',
  'bid::toward',
  'BID:partner:toward',
  ' bid:partner:toward',
  'repair:me',
  'act',
  'act:',
  'act:   ',
  `act:${'a'.repeat(61)}`,
  'constructor',
  '__proto__:me:toward'
])('%j stands for nothing', (code) => {
  expect(factsOfTap(code)).toBeUndefined();
});
