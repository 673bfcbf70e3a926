import { expect, test } from 'vitest';
import { newEntry, type ActFacts, type Facts } from '#lib/account/model/entry.ts';
import { counter, matches, needsEntries, type Filter } from '#lib/account/model/filter.ts';
import { tallyLog } from '#lib/account/model/tally.ts';

const MET: Facts = { kind: 'bid', by: 'me', response: 'toward' };
const FACTS: readonly Facts[] = [
  { kind: 'bid', by: 'partner', response: 'toward', note: 'Über das Café geredet' },
  { kind: 'bid', by: 'me', response: 'toward', warm: true, about: 'plan' },
  { kind: 'bid', by: 'me', response: 'away', about: 'worry', note: 'busy' },
  { kind: 'bid', by: 'partner', response: 'against' },
  { kind: 'act', by: 'partner', act: 'helped' },
  { kind: 'act', by: 'partner', act: 'Warmed the car' },
  { kind: 'repair', by: 'me' },
  { kind: 'promise', by: 'me', outcome: 'kept' },
  { kind: 'promise', by: 'me', outcome: 'broken' },
  { kind: 'experience', note: 'the lake' }
];
const STAMP = { id: 'id', now: 1_700_000_000_000, zone: 'UTC' };
const ENTRIES = FACTS.map((facts, index) => newEntry(facts, { ...STAMP, id: `id-${index}` }));

const BID = newEntry(MET, STAMP);

/** The app's own act has another name in words. */
const actSentence = ({ act }: ActFacts) => (act === 'helped' ? 'They gave a hand' : act);

const found = (filter: Filter) =>
  ENTRIES.flatMap((entry, index) => (matches(entry, filter, actSentence) ? index : []));

test('everything is found where nothing is looked for', () => {
  expect(found({})).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(found({ text: '' })).toHaveLength(10);
});

test.each([
  [{ kind: 'bid' }, [0, 1, 2, 3]],
  [{ kind: 'bid', response: 'toward' }, [0, 1]],
  [{ kind: 'bid', response: 'away' }, [2]],
  [{ kind: 'bid', response: 'against' }, [3]],
  [{ kind: 'act' }, [4, 5]],
  [{ kind: 'repair' }, [6]],
  [{ kind: 'promise' }, [7, 8]],
  [{ kind: 'experience' }, [9]],
  [{ good: true }, [0, 1, 4, 5, 6, 7, 9]],
  [{ good: true, kind: 'promise' }, [7]]
] as const)('%j finds its entries, and the tallies count as many', (filter, indexes) => {
  expect(found(filter)).toEqual(indexes);
  const tallies = [...tallyLog(ENTRIES).values()];
  expect(tallies.map(counter(filter))).toEqual([indexes.length]);
});

test('a hidden moment is no good one to come back, and a favorite is found by its mark', () => {
  const hidden = { ...BID, hidden: true as const };
  const favorite = { ...BID, favorite: true as const };
  expect(matches(hidden, { good: true }, actSentence)).toBe(false);
  expect(matches(hidden, {}, actSentence)).toBe(true);
  expect(matches(favorite, { good: true, favorite: true }, actSentence)).toBe(true);
  expect(found({ favorite: true })).toEqual([]);
  expect(needsEntries({ good: true, favorite: true })).toBe(true);
  expect(needsEntries({ good: true })).toBe(false);
});

test('a text is found whatever its case and accents', () => {
  expect(found({ text: 'uber das CAFE' })).toEqual([0]);
  expect(found({ text: 'LÁKE' })).toEqual([9]);
});

test('a text is looked for in notes and in acts, as they are called', () => {
  expect(found({ text: 'car' })).toEqual([5]);
  expect(found({ text: 'a hand' })).toEqual([4]);
  expect(found({ text: 'helped' })).toEqual([]);
});

test('kind and text hold together', () => {
  expect(found({ kind: 'experience', text: 'busy' })).toEqual([]);
  expect(found({ kind: 'bid', text: 'busy' })).toEqual([2]);
});

test('what a bid was about is looked for in the entries, never in the tallies', () => {
  expect(found({ kind: 'bid', about: 'worry' })).toEqual([2]);
  expect(found({ about: 'plan' })).toEqual([1]);
  expect(found({ about: 'help' })).toEqual([]);
  expect(needsEntries({ kind: 'bid', about: 'worry' })).toBe(true);
  expect(needsEntries({ text: 'lake' })).toBe(true);
  expect(needsEntries({ kind: 'bid', response: 'away', text: '' })).toBe(false);
});
