import { expect, test } from 'vitest';
import { responsesBetween, topicsOf } from '#lib/account/model/bids.ts';
import { newEntry, type Facts } from '#lib/account/model/entry.ts';

test('the bids of both are counted by response, within the days asked for', () => {
  const tallies = [
    { day: '2026-11-15', counts: { 'bid:me:toward': 9 } },
    { day: '2026-11-16', counts: { 'bid:me:toward': 1, 'bid:partner:warm': 2, act: 5 } },
    { day: '2026-11-22', counts: { 'bid:partner:toward': 3, 'bid:me:away': 4 } },
    { day: '2026-11-23', counts: { 'bid:partner:against': 1 } }
  ];
  expect(responsesBetween(tallies, '2026-11-16', '2026-11-22')).toEqual({
    toward: 6,
    away: 4,
    against: 0
  });
});

test('what the bids were about, the most frequent first, and how many were met', () => {
  const facts: Facts[] = [
    { kind: 'bid', by: 'partner', response: 'toward', about: 'help' },
    { kind: 'bid', by: 'partner', response: 'against', about: 'worry' },
    { kind: 'bid', by: 'me', response: 'toward', warm: true, about: 'worry' },
    { kind: 'bid', by: 'me', response: 'away' },
    { kind: 'act', by: 'me', act: 'helped' }
  ];
  const entries = facts.map((facts, index) =>
    newEntry(facts, { id: `id-${index}`, now: 1_700_000_000_000, zone: 'UTC' })
  );
  expect(topicsOf(entries)).toEqual([
    { about: 'worry', all: 2, met: 1 },
    { about: 'help', all: 1, met: 1 }
  ]);
});
