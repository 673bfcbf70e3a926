import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, momentFromLocal } from '#lib/time/day.ts';
import { ABOUTS, newEntry, type BidFacts, type Entry } from '#lib/account/model/entry.ts';
import { patternsOf, type Told } from '#lib/patterns/model/patterns.ts';
import { pauseRecord, WAYS, type PauseMade, type Way } from '#lib/practices/pause/record.ts';

const ZONE = 'Europe/Berlin';
const NOW = Date.parse('2026-11-22T20:00Z');
const NOTHING: Told = { entries: [], pauses: [], doubts: [] };

/** The partner's bid, so many days ago. */
function bid(daysAgo: number, time: string, facts: Partial<BidFacts>): Entry {
  const { at } = momentFromLocal(`${addDays('2026-11-22', -daysAgo)}T${time}`, ZONE);
  const all: BidFacts = { kind: 'bid', by: 'partner', response: 'toward', ...facts };
  return newEntry(all, { id: `${daysAgo} ${time}`, now: at, zone: ZONE });
}

/** A record of so many days ago that names what set it off. */
const named = (daysAgo: number, trigger: string) => ({
  at: NOW - daysAgo * 86_400_000,
  day: addDays('2026-11-22', -daysAgo),
  trigger
});

const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, n) => make(n));

function pause(index: number, ways: readonly Way[], helped: readonly Way[]): PauseMade {
  const facts = { ...pauseRecord.blank(), ways: [...ways], helped: [...helped] };
  return pauseRecord.create(facts, {
    id: String(index),
    now: NOW - 86_400_000 * index,
    zone: ZONE
  });
}

describe('patterns', () => {
  test('of the hours and the subjects at which bids are missed', () => {
    const entries = [
      ...many(30, (day) => bid(day, '08:15', { about: 'plan' })),
      ...many(8, (day) => bid(day * 7 + 1, '21:30', { response: 'away', about: 'worry' }))
    ];
    expect(patternsOf({ ...NOTHING, entries }, NOW)).toEqual([
      {
        kind: 'hours',
        key: { days: 'weekend', from: 1200 },
        hits: 8,
        trials: 8,
        low: expect.closeTo(0.67559, 4),
        high: 1
      },
      { kind: 'about', key: 'worry', hits: 8, trials: 8, low: expect.closeTo(0.67559, 4), high: 1 }
    ]);
  });

  test('of what doubt follows on, in the words that were written last', () => {
    const doubts = [
      ...many(7, (day) => named(20 - day, 'no answer')),
      named(3, 'busy'),
      named(2, ' '),
      named(1, 'No  answer'),
      // The same doubt, gone on with: a pause, the questions, a thought.
      ...many(3, () => named(0, 'tired'))
    ];
    expect(patternsOf({ ...NOTHING, doubts }, NOW)).toMatchObject([
      { kind: 'trigger', key: 'No  answer', hits: 8, trials: 10 }
    ]);
  });

  test('of the way that helped most', () => {
    const pauses = [
      ...many(9, (day) => pause(day, ['walk', 'breathing'], ['walk'])),
      ...many(6, (day) => pause(20 + day, ['body'], []))
    ];
    expect(patternsOf({ ...NOTHING, pauses }, NOW)).toMatchObject([
      { kind: 'way', key: 'walk', hits: 9, trials: 9 }
    ]);
  });

  test('are of the last 26 weeks', () => {
    const doubts = many(12, (day) => named(day, day ? 'busy' : 'late'));
    expect(patternsOf({ ...NOTHING, doubts }, NOW)).toHaveLength(1);
    const shift = 26 * 7 * 86_400_000;
    expect(patternsOf({ ...NOTHING, doubts }, NOW + shift)).toEqual([]);
    expect(patternsOf({ ...NOTHING, doubts }, NOW - shift)).toEqual([]);
  });

  test('show in at most 5 of 100 logs that hold none', () => {
    const hours = many(168, (hour) => bid(hour, `${String(hour % 24).padStart(2, '0')}:30`, {}));
    const hour = fc.constantFrom(...hours);
    const response = fc.constantFrom('toward', 'toward', 'away', 'away', 'against');
    const bids = fc.array(
      fc.tuple(hour, response, fc.option(fc.constantFrom(...ABOUTS), { nil: undefined })),
      { minLength: 40, maxLength: 160, size: 'max' }
    );
    const triggers = fc.array(fc.constantFrom('busy', 'friends', 'late', 'quiet'), {
      minLength: 10,
      maxLength: 40,
      size: 'max'
    });
    const pauses = fc.array(
      fc.tuple(fc.subarray([...WAYS], { minLength: 1 }), fc.infiniteStream(fc.boolean())),
      { minLength: 10, maxLength: 40, size: 'max' }
    );
    const logs = fc.sample(fc.tuple(bids, triggers, pauses), { seed: 7, numRuns: 200 });
    const told = logs.map(([bids, triggers, pauses]): Told => ({
      entries: bids.map(([moment, response, about]): Entry => ({
        ...(moment as Entry & BidFacts),
        response,
        ...(about && { about })
      })),
      // One doubt is gone on with in up to four practices.
      doubts: triggers.flatMap((trigger, day) => many(1 + (day % 4), () => named(day, trigger))),
      pauses: pauses.map(([ways, coin], index) => {
        const helped = ways.filter(() => coin.next().value);
        return pause(index, ways, helped);
      })
    }));
    const seen = told.filter((log) => patternsOf(log, NOW).length > 0).length;
    expect(seen).toBeLessThanOrEqual(10);
    // Some must show, or the test could not fail.
    expect(seen).toBeGreaterThan(0);
  }, 60_000);
});
