import { describe, expect, test } from 'vitest';
import { planRings, unreachedSince, type RingSources } from '#lib/due/model/plan.ts';
import type { Timer } from '#lib/practices/pause/model/timer.ts';
import type { Minute, Reminder } from '#lib/reminders/model/reminder.ts';

const BERLIN = 'Europe/Berlin';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A Monday morning in winter. */
const NOW = Date.parse('2026-11-30T08:00:00Z');

const minute = (time: string): Minute => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function reminder(times: readonly string[], change: Partial<Reminder> = {}): Reminder {
  return {
    ...{ id: 'a', createdAt: 0, updatedAt: 0, text: '', sequence: 0, isOn: true },
    ...{ days: [1, 2, 3, 4, 5, 6, 7], times: { kind: 'fixed', at: times.map(minute) } },
    ...change
  };
}

const NOTHING: RingSources = {
  reminders: [],
  answers: [],
  rules: { mostADay: 12, pausedUntil: null },
  checkIn: {
    rules: { isOn: false, weekday: 7, minute: 19 * 60 },
    lastAt: undefined,
    began: undefined,
    lastLogged: undefined
  },
  timer: null
};

/** The plan as 'day hour:minute:second +seconds', in UTC. */
function planned(change: Partial<RingSources>, { now = NOW, zone = BERLIN, extra = 0 } = {}) {
  return planRings({ ...NOTHING, ...change }, extra || undefined, now, zone).map(
    ([at, ttl]) => `${new Date(at * 1000).toISOString().slice(5, 19)} +${ttl}`
  );
}

test('nothing is planned of nothing', () => {
  expect(planned({})).toEqual([]);
});

test('four weeks of a reminder, each ring worth four hours', () => {
  const rings = planned({ reminders: [reminder(['20:00'])] });
  expect(rings).toHaveLength(28);
  expect(rings[0]).toBe('11-30T19:00:00 +14400');
  expect(rings.at(-1)).toBe('12-27T19:00:00 +14400');
});

test.each([
  ['2027-03-27T10:00:00Z', ['03-27T19:00', '03-28T18:00']],
  ['2026-10-24T10:00:00Z', ['10-24T18:00', '10-25T19:00']]
])('at %s a ring stays at eight in the evening as the clocks change', (at, rings) => {
  const all = planned({ reminders: [reminder(['20:00'])] }, { now: Date.parse(at) });
  expect(all.slice(0, 2)).toEqual(rings.map((ring) => `${ring}:00 +14400`));
});

test('in another zone it rings at the same time of the day', () => {
  const [first] = planned({ reminders: [reminder(['20:00'])] }, { zone: 'America/New_York' });
  expect(first).toBe('12-01T01:00:00 +14400');
});

test('a ring is worth it until the next one, and until its quiet hours', () => {
  const reminders = [reminder(['20:00', '21:30'], { quiet: { from: 22 * 60, to: 7 * 60 } })];
  expect(planned({ reminders }).slice(0, 2)).toEqual([
    '11-30T19:00:00 +5400',
    '11-30T20:30:00 +1800'
  ]);
});

test.each([
  // At three it is two again: 3:30 is an hour later than it looks.
  ['2026-10-24T23:30:00Z', '01:45', '03:30', '10-24T23:45:00 +9900'],
  // At two it is three: 3:30 is an hour sooner.
  ['2027-03-28T00:00:00Z', '01:45', '03:30', '03-28T00:45:00 +2700'],
  // There is no 2:30: quiet begins as the clocks change.
  ['2027-03-28T00:00:00Z', '01:45', '02:30', '03-28T00:45:00 +900'],
  // The first 2:30 of two.
  ['2026-10-24T23:30:00Z', '01:45', '02:30', '10-24T23:45:00 +2700']
])('at %s a ring at %s ends as the clock shows %s', (at, time, from, ring) => {
  const quiet = { from: minute(from), to: minute('07:00') };
  const reminders = [reminder([time], { quiet })];
  expect(planned({ reminders }, { now: Date.parse(at) })[0]).toBe(ring);
});

/** At nine it was put off ten minutes and twenty seconds later. */
const putOff = (quiet: Reminder['quiet'], change: Partial<RingSources> = {}) => {
  const repliedAt = NOW + 10 * MINUTE + 20_000;
  const slot = { reminderId: 'a', day: '2026-11-30', minute: minute('09:00') };
  const answers = [{ ...slot, shownAt: NOW, reply: 'not yet' as const, repliedAt }];
  const reminders = [reminder(['09:00'], quiet && { quiet })];
  return planned({ reminders, answers, ...change }, { now: repliedAt })[0];
};

test('put off, it rings again half an hour later, until its quiet hours to the second', () => {
  expect(putOff(undefined)).toBe('11-30T08:40:20 +14400');
  expect(putOff({ from: minute('10:00'), to: minute('12:00') })).toBe('11-30T08:40:20 +1180');
  const tomorrow = '12-01T08:00:00 +14400';
  expect(putOff({ from: minute('09:30'), to: minute('12:00') })).toBe('12-01T08:00:00 +1800');
  expect(putOff(undefined, { rules: { mostADay: 1, pausedUntil: NOW + HOUR } })).toBe(tomorrow);
  expect(putOff(undefined, { reminders: [reminder(['09:00'], { id: 'b' })] })).toBe(tomorrow);
});

test('no more than may be shown of all in a day, fewer where some were shown today', () => {
  const reminders = [reminder(['10:00', '12:00']), reminder(['11:00', '13:00'], { id: 'b' })];
  const rules = { mostADay: 3, pausedUntil: null };
  const answers = [{ reminderId: 'a', day: '2026-11-30', minute: 500, shownAt: NOW - MINUTE }];
  expect(planned({ reminders, rules, answers }).slice(0, 5)).toEqual([
    '11-30T09:00:00 +3600',
    '11-30T10:00:00 +14400',
    '12-01T09:00:00 +3600',
    '12-01T10:00:00 +3600',
    '12-01T11:00:00 +14400'
  ]);
});

test('none while all are snoozed, or one is off', () => {
  const pausedUntil = NOW + 2 * DAY;
  const rules = { mostADay: 12, pausedUntil };
  const [first] = planned({ reminders: [reminder(['20:00'])], rules });
  expect(first).toBe('12-02T19:00:00 +14400');
  expect(planned({ reminders: [reminder(['20:00'], { isOn: false })] })).toEqual([]);
});

test('at most two hundred, and each second once', () => {
  const times = Array.from({ length: 12 }, (_, index) => `${String(index + 10)}:00`);
  const reminders = [reminder(times), reminder(['10:00'], { id: 'b' })];
  const rings = planned({ reminders });
  expect(rings).toHaveLength(200);
  expect(new Set(rings).size).toBe(200);
});

describe('beside reminders', () => {
  const timer = (change: Partial<Timer> = {}): Timer => ({
    ...{ way: 'break', startedAt: NOW, endsAt: NOW + 20 * MINUTE + 1, rungAt: null },
    ...change
  });

  test('the end of a break, not before it', () => {
    expect(planned({ timer: timer() })).toEqual(['11-30T08:20:01 +14400']);
    expect(planned({ timer: timer({ way: 'breathing' }) })).toEqual([]);
    expect(planned({ timer: timer() }, { now: NOW + HOUR })).toEqual([]);
  });

  test('the next check-in, where there is a week to look at', () => {
    const rules = { isOn: true, weekday: 7, minute: 19 * 60 } as const;
    const checkIn = { rules, lastAt: undefined, began: '2026-11-30', lastLogged: '2026-11-30' };
    expect(planned({ checkIn })).toEqual(['12-06T18:00:00 +14400']);
    expect(planned({ checkIn: { ...checkIn, lastLogged: undefined } })).toEqual([]);
    const skipped = { ...rules, skipped: '2026-12-06' };
    expect(planned({ checkIn: { ...checkIn, rules: skipped } })).toEqual([]);
  });

  test('one to try it, which is over once it has come', () => {
    expect(planned({}, { extra: NOW + MINUTE })).toEqual(['11-30T08:01:00 +14400']);
    expect(planned({}, { extra: NOW - MINUTE })).toEqual([]);
  });
});

describe('a device that was to be rung', () => {
  const at = (instant: number) => [instant / 1000, 60] as const;
  const rings = [at(NOW), at(NOW + DAY)];
  const since = NOW - DAY;

  test.each([
    ['before its first ring', undefined, NOW - MINUTE, undefined],
    ['on the way', undefined, NOW + 10 * MINUTE, undefined],
    ['unreached', undefined, NOW + 16 * MINUTE, since],
    ['reached', NOW + MINUTE, NOW + 16 * MINUTE, undefined],
    ['reached the first time alone', NOW + MINUTE, NOW + DAY + HOUR, NOW + MINUTE]
  ])('is known to be %s', (_, rungAt, now, unreached) => {
    expect(unreachedSince({ rings, since, ...(rungAt && { rungAt }) }, now)).toBe(unreached);
  });
});
