import { describe, expect, test } from 'vitest';
import { newEntry, type Entry, type Facts } from '#lib/account/model/entry.ts';
import { evidenceOf, type Side } from '#lib/practices/model/evidence.ts';

const NOON = Date.parse('2026-11-22T12:00Z');

/** An entry so many days ago. Its note is its id. */
function ago(days: number, note: string, facts: Facts): Entry {
  return newEntry({ ...facts, note }, { id: note, now: NOON - days * 86_400_000, zone: 'UTC' });
}

const missed: Facts = { kind: 'bid', by: 'me', response: 'away' };
const snapped: Facts = { kind: 'bid', by: 'partner', response: 'against' };
const met: Facts = { kind: 'bid', by: 'me', response: 'toward' };
const act: Facts = { kind: 'act', by: 'partner', act: 'helped' };
const mine: Facts = { kind: 'act', by: 'me', act: 'helped' };

const found = (entries: readonly Entry[], side: Side, ...asked: string[]) =>
  evidenceOf(entries, side, asked, ({ note }) => note ?? '').map(({ note }) => note);

describe('evidence', () => {
  test('is hard moments for a fear, and good ones against it, all of them', () => {
    const entries = [
      ago(1, 'looked at the phone', missed),
      ago(2, 'late home', { kind: 'promise', by: 'partner', outcome: 'broken' }),
      ago(3, 'made coffee', act),
      ago(4, 'talked', { kind: 'repair' }),
      ago(5, 'came on time', { kind: 'promise', by: 'partner', outcome: 'kept' }),
      ago(6, 'cinema', { kind: 'experience' }),
      // It isn't to come back by itself.
      { ...ago(7, 'gave a ring', act), hidden: true as const }
    ];
    expect(found(entries, 'for')).toEqual(['looked at the phone', 'late home']);
    expect(found(entries, 'against')).toEqual(['made coffee', 'talked', 'came on time', 'cinema']);
  });

  test.each<[string, string, string[]]>([
    ['nothing was written', '', ['asked about work', 'texted back', 'held my hand']],
    ['a word is shared', 'They never text me', ['texted back', 'asked about work', 'held my hand']],
    ['its ending differs', 'no hands', ['held my hand', 'asked about work', 'texted back']],
    [
      'case, accents and lines differ',
      'WÓRK\nis all',
      ['asked about work', 'texted back', 'held my hand']
    ],
    ['a word is short', 'me at it', ['asked about work', 'texted back', 'held my hand']]
  ])('comes first where words are shared: %s', (_, asked, notes) => {
    const entries = [
      ago(9, 'held my hand', act),
      ago(2, 'texted back', act),
      ago(1, 'asked about work', act)
    ];
    expect(found(entries, 'against', asked)).toEqual(notes);
  });

  test('goes by words that few entries have, not by those that all have', () => {
    const entries = [
      ago(1, 'they were busy at dinner', missed),
      ago(2, 'they were tired', missed),
      ago(30, 'they had friends over', missed)
    ];
    expect(found(entries, 'for', 'they were out with friends')[0]).toBe('they had friends over');
  });

  test('is of the partner’s deeds before my own, then the latest', () => {
    const entries = [
      ago(1, 'I helped', mine),
      ago(3, 'they helped', act),
      ago(2, 'they answered', met),
      ago(4, 'I turned toward', { kind: 'bid', by: 'partner', response: 'toward' })
    ];
    expect(found(entries, 'against')).toEqual([
      'they answered',
      'they helped',
      'I turned toward',
      'I helped'
    ]);
    expect(found([ago(1, 'I snapped', snapped), ago(8, 'they missed', missed)], 'for')).toEqual([
      'they missed',
      'I snapped'
    ]);
  });

  test('is nothing where nothing was logged', () => {
    expect(found([], 'for', 'they left')).toEqual([]);
  });
});
