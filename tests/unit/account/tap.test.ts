import { expect, test } from 'vitest';
import {
  askedTap,
  factsOfTap,
  shortcutNumber,
  tapCode,
  type TapFacts
} from '#lib/account/model/tap.ts';

test.each<[string, TapFacts]>([
  ['bid:partner:toward', { kind: 'bid', by: 'partner', response: 'toward' }],
  ['bid:partner:away', { kind: 'bid', by: 'partner', response: 'away' }],
  ['bid:partner:against', { kind: 'bid', by: 'partner', response: 'against' }],
  ['bid:me:toward', { kind: 'bid', by: 'me', response: 'toward' }],
  ['bid:me:away', { kind: 'bid', by: 'me', response: 'away' }],
  ['bid:me:against', { kind: 'bid', by: 'me', response: 'against' }],
  ['repair', { kind: 'repair' }],
  ['act:helped', { kind: 'act', by: 'partner', act: 'helped' }],
  ['mine:helped', { kind: 'act', by: 'me', act: 'helped' }],
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
  'mine:',
  'act:   ',
  `act:${'a'.repeat(61)}`,
  'constructor',
  '__proto__:me:toward'
])('%j stands for nothing', (code) => {
  expect(factsOfTap(code)).toBeUndefined();
});

const KEY = '00000000-0000-4000-8000-0000000000ff';
const THEIRS = { kind: 'bid', by: 'partner', response: 'toward' } as const;
const MISSED = { kind: 'bid', by: 'partner', response: 'away' } as const;
const MINE = { kind: 'bid', by: 'me', response: 'toward' } as const;

test.each([
  [1, THEIRS],
  [2, MISSED],
  [3, MINE]
])('shortcut %d of the manifest, by this device’s number and by its own', (place, facts) => {
  const number = shortcutNumber(KEY, place);
  expect(number).toMatch(/^\d{10,39}$/);
  expect(askedTap(number, KEY)).toEqual({ facts, isOwn: true });
  expect(askedTap(`${place}`, KEY)).toEqual({ facts, isOwn: false });
  expect(askedTap(`${place}`, undefined)).toEqual({ facts, isOwn: false });
});

test('an address of an older version still asks for its tap', () => {
  expect(askedTap('bid:partner:away', KEY)).toEqual({ facts: MISSED, isOwn: false });
});

test.each(['0', '4', '-1', '1.5', '', 'x', shortcutNumber(KEY, 4), 'bid:nobody:toward'])(
  '%j asks for nothing',
  (asked) => expect(askedTap(asked, KEY)).toBeUndefined()
);

test('another device’s number asks for nothing here', () => {
  const other = '10000000-0000-4000-8000-0000000000ff';
  expect(askedTap(shortcutNumber(other, 1), KEY)).toBeUndefined();
});
