import { describe, expect, test } from 'vitest';
import { addDays, momentFromLocal, type Day } from '#lib/time/day.ts';
import { newEntry, type BidResponse, type Entry, type Facts } from '#lib/account/model/entry.ts';
import { noticedAfter, openMoment } from '#lib/reminders/model/openMoment.ts';
import type { Answer } from '#lib/reminders/model/reminder.ts';
import { weekdayOf } from '#lib/time/week.ts';

const BERLIN = 'Europe/Berlin';
/** A Sunday evening. */
const NOW = Date.parse('2026-11-22T20:00Z');

function entryAt(local: string, facts: Facts, zone = BERLIN): Entry {
  return newEntry(facts, { id: local, now: momentFromLocal(local, zone).at, zone });
}

const bid = (response: BidResponse, by: 'me' | 'partner' = 'partner'): Facts => {
  return { kind: 'bid', by, response };
};
const ACT: Facts = { kind: 'act', by: 'partner', act: 'helped' };

/** The days of the last eight weeks that are weekdays, or that are not. */
function daysThat(areWeekend: boolean): Day[] {
  return Array.from({ length: 55 }, (_, days) => addDays('2026-11-22', -days)).filter(
    (day) => weekdayOf(day) >= 6 === areWeekend
  );
}
const WEEKDAYS = daysThat(false);
const WEEKENDS = daysThat(true);

/** So many entries, one a day. */
const many = (count: number, days: readonly Day[], time: string, facts: Facts, zone = BERLIN) =>
  days.slice(0, count).map((day) => entryAt(`${day}T${time}`, facts, zone));

describe('hours at which bids are missed', () => {
  const met = many(35, WEEKDAYS, '08:15', bid('toward'));
  const missed = many(5, WEEKDAYS, '19:59', bid('away'));

  test('are offered with their numbers', () => {
    expect(openMoment([...met, ...missed], NOW)).toEqual({
      kind: 'missed',
      days: 'weekdays',
      from: 1080,
      missed: 5,
      bids: 5
    });
  });

  test.each<[string, Entry[]]>([
    ['39 bids in all', [...met.slice(1), ...missed]],
    ['4 missed then', [...met, ...missed.slice(1), ...many(1, WEEKENDS, '08:15', bid('toward'))]],
    ['bids of mine', [...met, ...many(5, WEEKDAYS, '19:59', bid('away', 'me'))]],
    ['bids met with hostility', [...met, ...many(5, WEEKDAYS, '19:59', bid('against'))]],
    [
      'a share like that of other hours',
      [
        ...met,
        ...many(35, WEEKDAYS, '08:30', bid('away')),
        ...missed,
        ...many(4, WEEKDAYS, '19:00', bid('toward'))
      ]
    ],
    // 6 of 15 there, 11 of 50 in all: chance alone does as much
    [
      'a share that chance explains',
      [
        ...many(30, WEEKDAYS, '08:15', bid('toward')),
        ...many(5, WEEKDAYS, '08:20', bid('away')),
        ...many(6, WEEKDAYS, '18:30', bid('away')),
        ...many(9, WEEKDAYS, '19:00', bid('toward'))
      ]
    ],
    ['no entries', []]
  ])('are not offered for %s', (_, entries) => {
    expect(openMoment(entries, NOW)).toBeUndefined();
  });

  test('are those where a larger share is missed, not those with more bids', () => {
    const busy = [
      ...many(40, WEEKDAYS, '18:10', bid('toward')),
      ...many(9, WEEKDAYS, '18:20', bid('away'))
    ];
    const early = many(6, WEEKENDS, '07:00', bid('away'));
    expect(openMoment([...busy, ...early], NOW)).toEqual({
      kind: 'missed',
      days: 'weekend',
      from: 360,
      missed: 6,
      bids: 6
    });
  });

  test('are those of the zone in which it was logged', () => {
    const there = many(5, WEEKDAYS, '23:30', bid('away'), 'Asia/Kathmandu');
    expect(openMoment([...met, ...there], NOW)).toMatchObject({ days: 'weekdays', from: 1320 });
  });

  test('are of the last eight weeks', () => {
    const eightWeeks = 56 * 86_400_000;
    const [first] = missed.map(({ at }) => at).sort();
    const entries = [...met, ...missed];
    const outside = entries.map((entry) => ({ ...entry, at: entry.at - eightWeeks }));
    expect(openMoment(outside, NOW)).toBeUndefined();
    expect(openMoment(outside, NOW - eightWeeks)).toBeDefined();
    expect(openMoment(entries, Number(first) - 1)).toBeUndefined();
  });
});

describe('hours at which nothing is noticed', () => {
  const morning = many(20, WEEKDAYS, '07:30', ACT);
  const evening = many(20, WEEKDAYS, '21:00', bid('toward'));

  test('are offered with the numbers of the other hours: the latest between', () => {
    expect(openMoment([...morning, ...evening], NOW)).toEqual({
      kind: 'unnoticed',
      days: 'weekdays',
      from: 1080,
      noticed: 40,
      noticedDays: 20
    });
  });

  test('are of weekdays alone', () => {
    const weekend = many(16, WEEKENDS, '18:30', ACT);
    expect(openMoment([...morning, ...evening, ...weekend], NOW)).toMatchObject({
      from: 1080,
      noticed: 40
    });
  });

  test('are others once something was noticed then', () => {
    const once = many(1, WEEKDAYS, '18:00', ACT);
    expect(openMoment([...morning, ...evening, ...once], NOW)).toMatchObject({ from: 960 });
  });

  test.each<[string, Entry[]]>([
    ['39 things noticed', [...morning, ...evening.slice(1)]],
    [
      '19 days',
      [
        ...many(19, WEEKDAYS, '07:30', ACT),
        ...many(19, WEEKDAYS, '21:00', ACT),
        ...many(19, WEEKDAYS, '20:00', ACT)
      ]
    ],
    [
      'weekends',
      [
        ...many(16, WEEKENDS, '07:30', ACT),
        ...many(16, WEEKENDS, '21:00', ACT),
        ...many(16, WEEKENDS, '20:00', ACT)
      ]
    ],
    ['what was missed', [...morning, ...many(20, WEEKDAYS, '21:00', bid('away', 'me'))]],
    ['mornings alone', [...morning, ...many(20, WEEKDAYS, '06:30', ACT)]],
    [
      'hours before the first and after the last',
      [...many(30, WEEKDAYS, '17:30', ACT), ...many(30, WEEKDAYS, '18:30', ACT)]
    ],
    ['hours of sleep', [...many(30, WEEKDAYS, '00:30', ACT), ...many(30, WEEKDAYS, '06:30', ACT)]]
  ])('are not offered for %s', (_, entries) => {
    expect(openMoment(entries, NOW)).toBeUndefined();
  });

  test('come second to those at which bids are missed', () => {
    const missed = many(5, WEEKENDS, '12:00', bid('away'));
    const met = many(35, WEEKDAYS, '21:00', bid('toward'));
    expect(openMoment([...morning, ...met, ...missed], NOW)?.kind).toBe('missed');
  });
});

describe('what was noticed within the hour after a prompt', () => {
  const prompt = (shownAt: string): Answer => {
    return { reminderId: 'a', day: '2026-11-22', minute: 1200, shownAt: Date.parse(shownAt) };
  };
  const prompts = ['2026-11-20T19:00Z', '2026-11-21T19:00Z', '2026-11-22T19:00Z'].map(prompt);

  test.each<[string, string, Facts, number]>([
    ['at once', '2026-11-21T20:00', ACT, 1],
    ['after an hour', '2026-11-21T21:00', ACT, 1],
    ['later', '2026-11-21T21:01', ACT, 0],
    ['before', '2026-11-21T19:59', ACT, 0],
    ['a toward', '2026-11-21T20:30', bid('toward'), 1],
    ['a bid that was missed', '2026-11-21T20:30', bid('away'), 0]
  ])('%s', (_, local, facts, noticed) => {
    expect(noticedAfter(prompts, [entryAt(local, facts)])).toEqual({ noticed, prompts: 3 });
  });

  test('counts each prompt once', () => {
    const entries = [entryAt('2026-11-21T20:10', ACT), entryAt('2026-11-21T20:20', ACT)];
    expect(noticedAfter(prompts, entries)).toEqual({ noticed: 1, prompts: 3 });
    expect(noticedAfter([], entries)).toEqual({ noticed: 0, prompts: 0 });
  });
});
