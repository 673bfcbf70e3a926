import { expect, test } from 'vitest';
import { responsesBetween } from '#lib/account/model/bids.ts';

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
