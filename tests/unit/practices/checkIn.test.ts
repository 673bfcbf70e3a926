import { describe, expect, test } from 'vitest';
import { newEntry, type Entry, type Facts } from '#lib/account/model/entry.ts';
import {
  amendCheckIn,
  newCheckIn,
  weekOfCheckIn,
  worthThanks
} from '#lib/practices/checkIn/model/checkIn.ts';
import { checkInRecord, type CheckInFacts } from '#lib/practices/checkIn/record.ts';
import type { Weekday } from '#lib/time/week.ts';

const idOf = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const ZONE = 'Europe/Berlin';
const at = (local: string) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).epochMilliseconds;
const stamp = (number: number, local: string) => ({ id: idOf(number), now: at(local), zone: ZONE });

const NOTHING: CheckInFacts = {
  week: '2026-11-16',
  isTogether: false,
  felt: '',
  feltPartner: '',
  thanks: [],
  thanksPartner: [],
  line: '',
  hard: '',
  promise: '',
  together: ''
};
const FULL: CheckInFacts = {
  ...NOTHING,
  isTogether: true,
  felt: ' long \n',
  feltPartner: 'calm',
  thanks: [' the soup ', '', 'for\nasking'],
  thanksPartner: ['the lift'],
  line: '12 in, 4 out',
  hard: 'I see why …',
  promise: 'call on Tuesday',
  together: 'a walk'
};

test('the form of two minutes proposes what was best to hear', () => {
  const kiss = newEntry({ kind: 'act', by: 'partner', act: 'kiss' }, stamp(1, '2026-11-17T09:00'));
  const soup = newEntry(
    { kind: 'act', by: 'partner', act: 'helped', note: 'the soup' },
    stamp(2, '2026-11-16T09:00')
  );
  expect(worthThanks([soup, kiss], 1)).toEqual([soup]);
});

describe('what a check-in keeps', () => {
  test('texts are trimmed, empty lines left out', () => {
    expect(checkInRecord.plain(FULL)).toEqual({
      ...FULL,
      felt: 'long',
      thanks: ['the soup', 'for asking']
    });
  });

  test('one that was made alone holds nothing of theirs', () => {
    expect(checkInRecord.plain({ ...FULL, isTogether: false })).toEqual({
      ...FULL,
      isTogether: false,
      felt: 'long',
      feltPartner: '',
      thanks: ['the soup', 'for asking'],
      thanksPartner: []
    });
  });

  test.each([
    [NOTHING, 'empty'],
    [{ ...NOTHING, line: '12 in' }, 'empty'],
    [{ ...NOTHING, thanks: [' '] }, 'empty'],
    [{ ...NOTHING, thanks: ['soup'] }, undefined],
    [{ ...NOTHING, isTogether: true }, undefined]
  ])('%j: %s', (facts, fault) => {
    expect(checkInRecord.fault(facts)).toBe(fault);
  });

  test('together it puts one entry on the log, alone none', () => {
    const now = stamp(1, '2026-11-22T19:10');
    const both = newCheckIn(FULL, now);
    expect(both.checkIn).toMatchObject({ id: idOf(1), day: '2026-11-22' });
    expect(both.entry).toEqual(newEntry({ kind: 'experience' }, now));
    const alone = newCheckIn({ ...FULL, isTogether: false }, now);
    expect(alone).not.toHaveProperty('entry');
  });

  test('a change leaves its entry and its moment', () => {
    const { checkIn } = newCheckIn(FULL, stamp(1, '2026-11-22T19:10'));
    const changed = amendCheckIn(checkIn, { ...NOTHING, felt: 'short' }, at('2026-11-23T08:00'));
    expect(changed).toMatchObject({
      id: idOf(1),
      day: '2026-11-22',
      isTogether: true,
      felt: 'short',
      updatedAt: at('2026-11-23T08:00')
    });
  });

  test('all that was written is found', () => {
    const words = checkInRecord.words(FULL).join(' ');
    for (const word of [
      'long',
      'calm',
      'soup',
      'asking',
      'lift',
      '12 in',
      'see why',
      'Tuesday',
      'walk'
    ])
      expect(words).toContain(word);
  });
});

describe('the week it looks back on', () => {
  test.each<[string, Weekday, string]>([
    // A Sunday evening, weeks from Monday: the week that ends today.
    ['2026-11-22', 1, '2026-11-16'],
    // Weeks from Sunday: not the one that began this morning.
    ['2026-11-22', 7, '2026-11-15'],
    ['2026-11-23', 1, '2026-11-16'],
    ['2026-11-25', 1, '2026-11-16'],
    ['2026-11-26', 1, '2026-11-23']
  ])('on %s, weeks from %i: from %s', (today, firstDay, start) => {
    expect(weekOfCheckIn(today, firstDay).start).toBe(start);
  });
});

describe('whom it thanks', () => {
  const entry = (number: number, facts: Facts) =>
    newEntry(facts, { id: idOf(number), now: at('2026-11-18T10:00') + number, zone: ZONE });
  const act = (number: number, name: string, note = '') =>
    entry(number, { kind: 'act', by: 'partner', act: name, note });
  const bid = (number: number, facts: Partial<Facts> = {}) =>
    entry(number, { kind: 'bid', by: 'me', response: 'toward', ...facts } as Facts);
  const onDay = (entry: Entry, day: string): Entry => ({ ...entry, day });
  const ids = (entries: readonly Entry[]) => entries.map(({ id }) => Number(id.slice(-3)));

  test.each<[string, Entry[], number[]]>([
    ['nothing', [], []],
    ['nothing that is mine', [entry(1, { kind: 'act', by: 'me', act: 'tea' })], []],
    ['no bid of theirs', [bid(1, { by: 'partner' })], []],
    ['no bid that they missed', [bid(1, { response: 'away' })], []],
    [
      'no promise that they broke',
      [entry(1, { kind: 'promise', by: 'partner', outcome: 'broken' })],
      []
    ],
    [
      'what was warm before what was not',
      [bid(1), bid(2, { about: 'play' }), bid(3, { warm: true, about: 'help' }), act(4, 'tea')],
      [2, 3, 4]
    ],
    [
      'what has a note first',
      [bid(1, { note: 'the interview' }), act(2, 'a'), act(3, 'b'), act(4, 'c')],
      [1, 3, 4]
    ],
    ['an act once', [act(1, 'tea'), act(2, 'tea'), bid(3)], [2, 3]],
    ['an act once, whatever is noted', [act(1, 'tea', 'hot'), act(2, 'tea', 'cold')], [2]],
    [
      'a bid of one kind once, where there is enough else',
      [bid(1), bid(2), bid(3, { about: 'help' }), act(4, 'tea')],
      [2, 3, 4]
    ],
    [
      'bids of one kind on different days, where there is not',
      [bid(1), onDay(bid(2), '2026-11-19'), onDay(bid(3), '2026-11-20'), bid(4)],
      [2, 3, 4]
    ],
    ['bids of one day once', [bid(1), bid(2)], [2]],
    [
      'an act before a bid',
      [bid(1), act(2, 'tea'), entry(3, { kind: 'repair', by: 'partner' }), act(4, 'kiss')],
      [2, 3, 4]
    ],
    ['nothing that is hidden', [{ ...act(1, 'tea', 'hot'), hidden: true }, act(2, 'kiss')], [2]],
    ['a promise kept', [entry(1, { kind: 'promise', by: 'partner', outcome: 'kept' })], [1]]
  ])('%s', (_, entries, thanked) => {
    expect(ids(worthThanks(entries))).toEqual(thanked);
  });
});
