import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '#lib/time/day.ts';
import { amendEntry, newEntry, type Entry, type Facts } from '#lib/account/model/entry.ts';
import {
  addToTally,
  COUNT_KEYS,
  countEntries,
  countKey,
  emptyTally,
  sameCounts,
  sumCounts,
  takeFromTally,
  tallyLog,
  worthOf,
  type CountKey,
  type Tally
} from '#lib/account/model/tally.ts';
import { DEFAULT_TERMS } from '#lib/account/model/terms.ts';
import * as arbitrary from './arbitrary.ts';

const KINDS: [Facts, CountKey, number][] = [
  [{ kind: 'bid', by: 'partner', response: 'toward' }, 'bid:partner:toward', 1],
  [{ kind: 'bid', by: 'partner', response: 'toward', warm: true }, 'bid:partner:warm', 2],
  [{ kind: 'bid', by: 'partner', response: 'away' }, 'bid:partner:away', -1],
  [{ kind: 'bid', by: 'partner', response: 'against' }, 'bid:partner:against', -3],
  [{ kind: 'bid', by: 'me', response: 'toward' }, 'bid:me:toward', 1],
  [{ kind: 'bid', by: 'me', response: 'toward', warm: true }, 'bid:me:warm', 2],
  [{ kind: 'bid', by: 'me', response: 'away' }, 'bid:me:away', -1],
  [{ kind: 'bid', by: 'me', response: 'against' }, 'bid:me:against', -3],
  [{ kind: 'act', by: 'partner', act: 'helped' }, 'act', 1],
  [{ kind: 'repair', by: 'me' }, 'repair', 2],
  [{ kind: 'promise', by: 'me', outcome: 'kept' }, 'promise:kept', 2],
  [{ kind: 'promise', by: 'partner', outcome: 'broken' }, 'promise:broken', -1],
  [{ kind: 'experience' }, 'experience', 2]
];

describe('every kind of entry', () => {
  test.each(KINDS)('%j counts as %s, worth %d', (facts, key, worth) => {
    expect(countKey(facts)).toBe(key);
    expect(worthOf(facts, DEFAULT_TERMS)).toBe(worth);
  });

  test('has a key, and there are no others', () => {
    expect(COUNT_KEYS.toSorted()).toEqual(KINDS.map(([, key]) => key).toSorted());
  });
});

describe('a tally', () => {
  const [met, warm] = [KINDS[0]?.[0], KINDS[1]?.[0]] as [Facts, Facts];

  test('counts, and leaves out a count of zero', () => {
    const two = addToTally(addToTally(emptyTally('2026-11-22'), met), met);
    expect(two).toEqual({ day: '2026-11-22', counts: { 'bid:partner:toward': 2 } });
    const both = addToTally(two, warm);
    expect(takeFromTally(both, met).counts).toEqual({
      'bid:partner:toward': 1,
      'bid:partner:warm': 1
    });
    expect(takeFromTally(both, warm)).toStrictEqual(two);
  });

  test('never counts below zero', () => {
    expect(takeFromTally(emptyTally('2026-11-22'), met)).toStrictEqual({
      day: '2026-11-22',
      counts: {}
    });
  });

  test('is the same as another with the same counts', () => {
    const one: Tally = { day: '2026-11-22', counts: { act: 2, repair: 1 } };
    expect(sameCounts(one, { day: '2026-11-22', counts: { repair: 1, act: 2 } })).toBe(true);
    expect(sameCounts(one, { day: '2026-11-22', counts: { act: 2 } })).toBe(false);
    expect(sameCounts({ day: '2026-11-22', counts: { act: 2 } }, one)).toBe(false);
    expect(sameCounts(undefined, emptyTally('2026-11-22'))).toBe(true);
    expect(sameCounts(one, undefined)).toBe(false);
  });

  test('is not the same as one with a count of an unknown kind', () => {
    const foreign = { day: '2026-11-22', counts: { act: 1, song: 3 } } as Tally;
    expect(sameCounts(foreign, { day: '2026-11-22', counts: { act: 1 } })).toBe(false);
  });
});

test('many tallies in one', () => {
  const tallies: Tally[] = [
    { day: '2026-11-21', counts: { act: 2, repair: 1 } },
    { day: '2026-11-22', counts: { act: 3, experience: 1 } }
  ];
  expect(sumCounts(tallies)).toEqual({ act: 5, repair: 1, experience: 1 });
  expect(countEntries(tallies)).toBe(7);
  expect(sumCounts([])).toEqual({});
  expect(countEntries([])).toBe(0);
});

describe('the tallies of a log', () => {
  test('are by the local day of each entry', () => {
    const at = (now: string, zone: string, id: string) =>
      newEntry({ kind: 'experience' }, { id, now: Date.parse(now), zone });
    const log = [
      at('2026-11-22T23:30Z', 'Europe/Berlin', 'a'),
      at('2026-11-22T23:30Z', 'UTC', 'b'),
      at('2026-11-23T22:59Z', 'Europe/Berlin', 'c')
    ];
    expect([...tallyLog(log).values()]).toEqual([
      { day: '2026-11-23', counts: { experience: 2 } },
      { day: '2026-11-22', counts: { experience: 1 } }
    ]);
  });

  test('count every entry once, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(arbitrary.entry), (log) => {
        const tallies = tallyLog(log);
        expect(countEntries(tallies.values())).toBe(log.length);
        expect(tallyLog(log.toReversed())).toEqual(tallies);
        expect(tallyLog(log.toSorted((a, b) => a.id.localeCompare(b.id)))).toEqual(tallies);
      })
    );
  });

  test('are what any sequence of record, amend and retract has made of them', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { log, tallies } = run(steps);
        expect(tallies).toEqual(tallyLog(log));
      })
    );
  });
});

/** One verb of the ledger; `nth` picks an entry of the log. */
type Step =
  | { readonly verb: 'record'; readonly entry: Entry }
  | { readonly verb: 'amend'; readonly nth: number; readonly as: Entry }
  | { readonly verb: 'retract'; readonly nth: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ verb: fc.constant('record' as const), entry: arbitrary.entry }),
  fc.record({ verb: fc.constant('amend' as const), nth: fc.nat(), as: arbitrary.entry }),
  fc.record({ verb: fc.constant('retract' as const), nth: fc.nat() })
);

/** What the steps leave: a log, and the tallies kept up with it one entry at a time. */
function run(steps: readonly Step[]) {
  const log: Entry[] = [];
  const tallies = new Map<Day, Tally>();
  const put = (tally: Tally) =>
    countEntries([tally]) > 0 ? tallies.set(tally.day, tally) : tallies.delete(tally.day);
  const tallyOf = (day: Day) => tallies.get(day) ?? emptyTally(day);
  const add = (entry: Entry) => put(addToTally(tallyOf(entry.day), entry));
  const take = (entry: Entry) => put(takeFromTally(tallyOf(entry.day), entry));
  for (const step of steps) {
    if (step.verb === 'record') {
      log.push(step.entry);
      add(step.entry);
      continue;
    }
    const index = step.nth % log.length;
    const before = log[index];
    if (!before) continue;
    take(before);
    if (step.verb === 'retract') log.splice(index, 1);
    else {
      const after = amendEntry(before, { facts: step.as, moment: step.as }, step.as.at);
      log[index] = after;
      add(after);
    }
  }
  return { log, tallies };
}
