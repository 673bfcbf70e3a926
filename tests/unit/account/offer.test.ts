import { describe, expect, test } from 'vitest';
import { newEntry, type Facts } from '#lib/account/model/entry.ts';
import { asksForApology, offerAfter } from '#lib/account/model/offer.ts';

const AT = Date.parse('2026-11-22T18:40Z');
const MINUTE = 60_000;
const MET: Facts = { kind: 'bid', by: 'partner', response: 'toward' };
const MISSED: Facts = { kind: 'bid', by: 'partner', response: 'away' };
const MISSED_ME: Facts = { kind: 'bid', by: 'me', response: 'away' };
const SNAPPED: Facts = { kind: 'bid', by: 'me', response: 'against' };

const SNAPPED_MYSELF: Facts = { kind: 'bid', by: 'partner', response: 'against' };

const entry = (facts: Facts, minutesBefore = 0) =>
  newEntry(facts, {
    id: `${minutesBefore}`,
    now: AT - minutesBefore * MINUTE,
    zone: 'UTC'
  });

describe('after a moment', () => {
  test.each<[string, Facts, [Facts, minutesBefore: number][], string | undefined]>([
    ['a kind act of theirs', { kind: 'act', by: 'partner', act: 'helped' }, [], 'thanks'],
    ['a kind act of mine', { kind: 'act', by: 'me', act: 'helped' }, [], 'words'],
    ['a bid that was met', MET, [[SNAPPED, 1]], 'words'],
    ['one with words of its own', { ...MET, note: 'Soup' }, [], undefined],
    ['making up', { kind: 'repair' }, [], 'making-up'],
    [
      'making up after a snap of mine',
      { kind: 'repair', of: '3' },
      [[SNAPPED_MYSELF, 3]],
      'making-up'
    ],
    ['making up after a snap of theirs', { kind: 'repair', of: '3' }, [[SNAPPED, 3]], undefined],
    ['one that I missed', MISSED, [], undefined],
    ['one that they missed', MISSED_ME, [], 'thought'],
    ['a second that they missed', MISSED_ME, [[MISSED_ME, 90]], 'gently'],
    [
      'a third that they missed',
      MISSED_ME,
      [
        [MISSED_ME, 90],
        [MISSED_ME, 60]
      ],
      'thought'
    ],
    ['a snap of theirs', SNAPPED, [], 'pause'],
    ['a snap of mine', SNAPPED_MYSELF, [], 'making-up'],
    ['a snap of mine soon after a hard moment', SNAPPED_MYSELF, [[MISSED_ME, 10]], 'pause'],
    ['two hard moments within ten minutes', MISSED, [[MISSED_ME, 10]], 'pause'],
    ['two hard moments further apart', MISSED, [[MISSED_ME, 11]], undefined],
    ['a broken promise of mine', { kind: 'promise', by: 'me', outcome: 'broken' }, [], 'making-up'],
    ['one of theirs', { kind: 'promise', by: 'partner', outcome: 'broken' }, [], undefined],
    [
      'a broken promise soon after a hard moment',
      { kind: 'promise', by: 'me', outcome: 'broken' },
      [[MISSED, 2]],
      'pause'
    ],
    ['a kept promise', { kind: 'promise', by: 'me', outcome: 'kept' }, [[MISSED, 2]], 'words']
  ])('%s', (_, facts, others, offer) => {
    const moment = entry(facts);
    const day = [...others.map(([other, minutes]) => entry(other, minutes)), moment];
    expect(offerAfter(moment, day)).toBe(offer);
  });
});

test.each<[string, Facts, boolean]>([
  ['making up', { kind: 'repair' }, true],
  ['making up that they began', { kind: 'repair', by: 'partner' }, false],
  ['one that I missed', MISSED, true],
  ['one that I met with anger', { ...MISSED, response: 'against' }, true],
  ['one that they missed', MISSED_ME, false],
  ['one that they met with anger', SNAPPED, false],
  ['a promise of mine that was broken', { kind: 'promise', by: 'me', outcome: 'broken' }, true],
  ['one of theirs', { kind: 'promise', by: 'partner', outcome: 'broken' }, false],
  ['a bid that I met', MET, false]
])('%s asks for an apology of mine: %j', (_, facts, isExpected) => {
  expect(asksForApology(entry(facts))).toBe(isExpected);
});
