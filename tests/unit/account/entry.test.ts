import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localTime, momentAt } from '#lib/time/day.ts';
import {
  ACT_MAX,
  amendEntry,
  isNoteOnly,
  markEntry,
  newEntry,
  plainFacts,
  type Facts
} from '#lib/account/model/entry.ts';
import { cutText, LONG_MAX } from '#lib/record/field.ts';
import * as arbitrary from './arbitrary.ts';

const ID = '01900000-0000-7000-8000-000000000001';
const MET: Facts = { kind: 'bid', by: 'partner', response: 'toward' };
const NOW = Date.parse('2026-11-22T22:30Z');

test('a new entry says what happened, when and where', () => {
  expect(newEntry(MET, { id: ID, now: NOW, zone: 'Asia/Kathmandu' })).toEqual({
    id: ID,
    kind: 'bid',
    by: 'partner',
    response: 'toward',
    at: NOW,
    day: '2026-11-23',
    zone: 'Asia/Kathmandu',
    updatedAt: NOW
  });
});

test.each<[string, Facts, boolean]>([
  ['a note is written', { ...MET, note: 'soup' }, true],
  ['a note is taken away', MET, false],
  ['more than the note changes', { kind: 'experience', note: 'soup' }, false],
  ['nothing changes', { ...MET, note: 'over coffee' }, false]
])('where %s, it is known whether only the note did', (_, facts, isOnly) => {
  const stamp = { id: ID, now: NOW, zone: 'Europe/Berlin' };
  const before = newEntry({ ...MET, note: 'over coffee' }, stamp);
  expect(isNoteOnly(before, amendEntry(before, { facts }, NOW + 1))).toBe(isOnly);
  const moment = momentAt(NOW - 60_000, 'Europe/Berlin');
  expect(isNoteOnly(before, amendEntry(before, { facts, moment }, NOW + 1))).toBe(false);
});

describe('an amended entry', () => {
  const entry = newEntry(
    { ...MET, note: 'over coffee' },
    { id: ID, now: NOW, zone: 'Pacific/Apia' }
  );
  const later = NOW + 5000;

  test('with other facts keeps its id, its day and its zone, and loses the old facts', () => {
    const facts: Facts = { kind: 'act', by: 'me', act: 'helped' };
    expect(amendEntry(entry, { facts }, later)).toEqual({
      id: ID,
      kind: 'act',
      by: 'me',
      act: 'helped',
      at: NOW,
      day: '2026-11-23',
      zone: 'Pacific/Apia',
      updatedAt: later
    });
  });

  test('keeps its marks, whatever a form says', () => {
    const marked = markEntry(entry, { favorite: true, hidden: true }, later);
    expect(marked).toEqual({ ...entry, favorite: true, hidden: true, updatedAt: later });
    const { favorite, hidden, note } = amendEntry(marked, { facts: MET }, later);
    expect({ favorite, hidden, note }).toEqual({ favorite: true, hidden: true, note: undefined });
    expect(amendEntry(entry, { facts: { ...MET, favorite: true } }, later)).not.toHaveProperty(
      'favorite'
    );
  });

  test('has each mark by itself, and none that was taken away', () => {
    const marked = markEntry(entry, { favorite: true }, later);
    expect(markEntry(marked, { hidden: true }, later + 1)).toMatchObject({
      favorite: true,
      hidden: true
    });
    const updatedAt = later + 1;
    expect(markEntry(marked, { favorite: false }, updatedAt)).toEqual({ ...entry, updatedAt });
  });

  test('with another moment keeps its facts', () => {
    const moment = momentAt(NOW - 86_400_000, 'Europe/Berlin');
    expect(amendEntry(entry, { moment }, later)).toEqual({
      ...entry,
      ...moment,
      updatedAt: later
    });
  });

  test('keeps its day and its local time, wherever it is amended later', () => {
    fc.assert(
      fc.property(arbitrary.entry, arbitrary.facts, arbitrary.instant, (one, facts, now) => {
        const amended = amendEntry(one, { facts }, now);
        expect(amended.day).toBe(one.day);
        expect(localTime(amended)).toBe(localTime(one));
      })
    );
  });
});

describe('plain facts', () => {
  test.each<[string, Facts, Facts]>([
    [
      'a warmth that does not apply',
      { ...MET, response: 'away', warm: true },
      { ...MET, response: 'away' }
    ],
    ['a blank note', { ...MET, note: '  \n' }, MET],
    ['blanks around a note', { ...MET, note: ' tea ' }, { ...MET, note: 'tea' }],
    [
      'blanks around an act',
      { kind: 'act', by: 'me', act: ' made soup ' },
      { kind: 'act', by: 'me', act: 'made soup' }
    ]
  ])('leave out %s', (_, given, plain) => {
    expect(plainFacts(given)).toEqual(plain);
  });

  test('keep what their kind knows', () => {
    const warm: Facts = { ...MET, warm: true, about: 'good news', note: 'a new job' };
    expect(plainFacts(warm)).toEqual(warm);
    const repair: Facts = { kind: 'repair', by: 'partner', of: ID };
    expect(plainFacts(repair)).toEqual(repair);
    const promise: Facts = { kind: 'promise', by: 'me', outcome: 'broken' };
    expect(plainFacts(promise)).toEqual(promise);
  });

  test('drop every key of another kind', () => {
    const all = { by: 'me', response: 'toward', act: 'x', of: ID, outcome: 'kept', extra: 1 };
    const keysOf = (kind: string) => Object.keys(plainFacts({ ...all, kind } as never)).sort();
    expect(keysOf('bid')).toEqual(['by', 'kind', 'response']);
    expect(keysOf('act')).toEqual(['act', 'by', 'kind']);
    expect(keysOf('repair')).toEqual(['by', 'kind', 'of']);
    expect(keysOf('promise')).toEqual(['by', 'kind', 'outcome']);
    expect(keysOf('experience')).toEqual(['kind']);
  });

  test('can be stored, even of a proxy, and are the same when made again', () => {
    fc.assert(
      fc.property(arbitrary.facts, (facts) => {
        const plain = plainFacts(new Proxy(facts, {}));
        expect(structuredClone(plain)).toEqual(plain);
        expect(plainFacts(plain)).toEqual(plain);
      })
    );
  });

  test('cut what is too long', () => {
    const { note } = plainFacts({ ...MET, note: 'n'.repeat(LONG_MAX + 1) });
    expect(note).toBe('n'.repeat(2000));
    const act = plainFacts({ kind: 'act', by: 'me', act: 'a'.repeat(ACT_MAX + 1) });
    expect(act).toEqual({ kind: 'act', by: 'me', act: 'a'.repeat(60) });
  });
});

test.each([
  [' tea ', 10, 'tea'],
  ['made tea', 4, 'made'],
  ['made tea', 5, 'made'],
  ['   ', 5, '']
])('%j cut to %d is %j', (text, max, cut) => {
  expect(cutText(text, max)).toBe(cut);
});
