import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, momentAt, type Day } from '#lib/time/day.ts';
import {
  freeMinutes,
  instantOf,
  isQuiet,
  nightFor,
  minuteAt,
  slotKey,
  slotOrdinal,
  slotsBetween,
  slotsOn,
  type QuietHours,
  type Reminder
} from '#lib/reminders/model/reminder.ts';
import { weekdayOf } from '#lib/time/week.ts';
import * as arbitrary from '../account/arbitrary.ts';

const ID = '019abcde-0000-7000-8000-000000000001';

/** Every day at 20:00, made long ago, unless it says otherwise. */
function reminder(change: Partial<Reminder> = {}): Reminder {
  return {
    id: ID,
    createdAt: 0,
    updatedAt: 0,
    text: '',
    days: [1, 2, 3, 4, 5, 6, 7],
    times: { kind: 'fixed', at: [1200] },
    isOn: true,
    sequence: 0,
    ...change
  };
}

const minutesOn = (planned: Reminder, day: Day) =>
  slotsOn(planned, day).map(({ minute }) => minute);
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const iso = (at: number) => new Date(at).toISOString().replace(/:00\.000Z$/, 'Z');

describe('the slots of a day', () => {
  const fixed = { kind: 'fixed', at: [1200, 480, 480] } as const;

  test('are in order, each once', () => {
    expect(slotsOn(reminder({ times: fixed }), '2024-02-29')).toEqual([
      { reminderId: ID, day: '2024-02-29', minute: 480 },
      { reminderId: ID, day: '2024-02-29', minute: 1200 }
    ]);
  });

  // 2026-11-22 is a Sunday, whatever day the user's weeks begin on.
  test.each<[Day, number[]]>([
    ['2026-11-22', [480, 1200]],
    ['2026-11-23', []],
    ['2026-11-28', [480, 1200]],
    ['2026-11-29', [480, 1200]]
  ])('at the weekend: %s', (day, minutes) => {
    expect(minutesOn(reminder({ times: fixed, days: [7, 6] }), day)).toEqual(minutes);
  });

  test('are none where it is off', () => {
    expect(slotsOn(reminder({ isOn: false }), '2026-11-22')).toEqual([]);
  });

  test('are none in quiet hours', () => {
    const quiet = { from: 1200, to: 480 };
    expect(minutesOn(reminder({ times: fixed, quiet }), '2026-11-22')).toEqual([480]);
  });
});

describe('quiet hours', () => {
  const night: QuietHours = { from: 22 * 60, to: 7 * 60 };
  const noon: QuietHours = { from: 12 * 60, to: 14 * 60 };

  test.each<[QuietHours | undefined, string, boolean]>([
    [night, '21:59', false],
    [night, '22:00', true],
    [night, '23:59', true],
    [night, '00:00', true],
    [night, '06:59', true],
    [night, '07:00', false],
    [noon, '11:59', false],
    [noon, '12:00', true],
    [noon, '13:59', true],
    [noon, '14:00', false],
    [{ from: 0, to: 60 }, '00:00', true],
    [{ from: 1380, to: 0 }, '23:59', true],
    [{ from: 1380, to: 0 }, '00:00', false],
    [undefined, '03:00', false]
  ])('%j at %s: %j', (quiet, time, expected) => {
    const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
    expect(isQuiet(minute, quiet)).toBe(expected);
  });
});

describe('times spread over a window', () => {
  const times = { kind: 'spread', count: 3, from: 9 * 60, to: 21 * 60 } as const;

  // Worked out apart from the code. They never change: calendars hold them already.
  test.each<[Day, string[]]>([
    ['2026-11-22', ['11:55', '16:52', '17:44']],
    ['2026-11-23', ['10:36', '15:18', '20:00']],
    ['2026-12-31', ['09:09', '15:08', '19:20']],
    ['2024-02-29', ['10:28', '16:09', '19:40']]
  ])('are the same for good: %s', (day, expected) => {
    expect(minutesOn(reminder({ times }), day).map(clock)).toEqual(expected);
  });

  test('are one in each equal part, and never in quiet hours', () => {
    fc.assert(
      fc.property(arbitrary.reminder, arbitrary.day, (planned, day) => {
        const { times, quiet } = planned;
        fc.pre(times.kind === 'spread' && planned.days.includes(weekdayOf(day)));
        if (times.kind !== 'spread') return;
        const minutes = minutesOn(planned, day);
        expect(minutes).toHaveLength(times.count);
        const free = freeMinutes(times, quiet);
        minutes.forEach((minute, index) => {
          expect(isQuiet(minute, quiet)).toBe(false);
          expect(minute).toBeGreaterThanOrEqual(times.from);
          expect(minute).toBeLessThan(times.to);
          const place = (free.indexOf(minute) / free.length) * times.count;
          expect(place).toBeGreaterThan(index - times.count / free.length);
          expect(place).toBeLessThan(index + 1);
        });
      })
    );
  });

  test('leave out the quiet hours and not a prompt', () => {
    const quiet = { from: 10 * 60, to: 20 * 60 };
    const planned = reminder({ times, quiet });
    for (let day = '2026-01-01'; day < '2026-03-01'; day = addDays(day, 1)) {
      const [one, two, three] = minutesOn(planned, day);
      // Two free hours in three parts: 9:00 to 9:40, 9:40 to 10:00 and 20:00 to 20:20, and the rest.
      expect(one).toBeLessThan(9 * 60 + 40);
      expect(Math.abs(Number(two) - 15 * 60)).toBeGreaterThanOrEqual(5 * 60);
      expect(three).toBeGreaterThanOrEqual(20 * 60 + 20);
    }
  });

  test('come at any minute of their part', () => {
    const planned = reminder({ times: { kind: 'spread', count: 1, from: 600, to: 610 } });
    const seen = new Set<number>();
    for (let day = '2026-01-01'; day < '2026-07-01'; day = addDays(day, 1)) {
      for (const minute of minutesOn(planned, day)) seen.add(minute);
    }
    expect([...seen].sort()).toEqual([600, 601, 602, 603, 604, 605, 606, 607, 608, 609]);
  });
});

describe('the instant of a slot', () => {
  test.each<[string, Day, string, string]>([
    ['Europe/Berlin', '2026-03-28', '20:00', '2026-03-28T19:00Z'],
    ['Europe/Berlin', '2026-03-29', '20:00', '2026-03-29T18:00Z'],
    ['Europe/Berlin', '2026-10-24', '20:00', '2026-10-24T18:00Z'],
    ['Europe/Berlin', '2026-10-25', '20:00', '2026-10-25T19:00Z'],
    // Skipped: moves on by the gap. Twice: the first
    ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:30Z'],
    ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30Z'],
    ['America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30Z'],
    ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30Z'],
    ['America/New_York', '2026-11-01', '20:00', '2026-11-02T01:00Z'],
    ['Australia/Sydney', '2026-10-04', '02:30', '2026-10-03T16:30Z'],
    ['Australia/Sydney', '2026-04-05', '02:30', '2026-04-04T15:30Z'],
    ['Australia/Sydney', '2026-04-05', '20:00', '2026-04-05T10:00Z'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45Z'],
    ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45Z'],
    ['Australia/Lord_Howe', '2026-04-05', '20:00', '2026-04-05T09:30Z'],
    ['Asia/Kathmandu', '2026-11-22', '20:00', '2026-11-22T14:15Z'],
    ['Asia/Kathmandu', '2026-12-31', '23:59', '2026-12-31T18:14Z'],
    ['Europe/Berlin', '2027-01-01', '00:00', '2026-12-31T23:00Z'],
    ['Europe/Berlin', '2024-02-29', '00:15', '2024-02-28T23:15Z'],
    // A midnight that is skipped
    ['America/Santiago', '2026-09-06', '00:00', '2026-09-06T04:00Z']
  ])('%s: %s at %s is %s', (zone, day, time, instant) => {
    const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
    expect(iso(instantOf({ day, minute }, zone))).toBe(instant);
  });

  test('is read back as its minute, but where a clock change skips it', () => {
    expect(minuteAt(Date.parse('2026-11-22T14:15Z'), 'Asia/Kathmandu')).toBe(1200);
    expect(minuteAt(Date.parse('2026-11-22T23:00Z'), 'Europe/Berlin')).toBe(0);
    expect(minuteAt(Date.parse('2026-03-29T01:30Z'), 'Europe/Berlin')).toBe(210);
  });
});

describe('the slots between two instants', () => {
  const between = (planned: Reminder, from: string, to: string, zone: string) =>
    slotsBetween(planned, Date.parse(from), Date.parse(to), zone).map(
      ({ day, minute }) => `${day} ${clock(minute)}`
    );

  test('hold both ends', () => {
    const day = reminder();
    const zone = 'Asia/Kathmandu';
    expect(between(day, '2026-12-30T14:15Z', '2027-01-01T14:15Z', zone)).toEqual([
      '2026-12-30 20:00',
      '2026-12-31 20:00',
      '2027-01-01 20:00'
    ]);
    expect(between(day, '2026-12-30T14:15:00.001Z', '2027-01-01T14:14:59.999Z', zone)).toEqual([
      '2026-12-31 20:00'
    ]);
  });

  test('are in the order in which they come, not in that of the clock', () => {
    const planned = reminder({ times: { kind: 'fixed', at: [165, 210] } });
    expect(between(planned, '2026-03-29T00:00Z', '2026-03-29T10:00Z', 'Europe/Berlin')).toEqual([
      '2026-03-29 03:30',
      '2026-03-29 02:45'
    ]);
  });

  test('are those of each day between, wherever one looks from', () => {
    fc.assert(
      fc.property(
        arbitrary.reminder,
        fc.integer({ min: Date.UTC(2021, 0), max: Date.UTC(2037, 0) }),
        fc.integer({ min: 0, max: 3 * 86_400_000 }),
        arbitrary.zone,
        (planned, from, length, zone) => {
          const to = from + length;
          const found = slotsBetween(planned, from, to, zone);
          const first = momentAt(from, zone).day;
          const expected = [0, 1, 2, 3, 4]
            .flatMap((days) => slotsOn(planned, addDays(first, days)))
            .filter((slot) => instantOf(slot, zone) >= from && instantOf(slot, zone) <= to);
          expect(found.map(slotKey).sort()).toEqual(expected.map(slotKey).sort());
        }
      )
    );
  });
});

describe('the number of a slot', () => {
  test('is one more for each, through days without any', () => {
    const planned = reminder({
      days: [5, 1, 3],
      times: { kind: 'fixed', at: [1380, 540, 1200] },
      quiet: { from: 1320, to: 420 }
    });
    const slots = ['2026-11-20', '2026-11-21', '2026-11-23', '2026-11-25'].flatMap((day) =>
      slotsOn(planned, day)
    );
    const first = slotOrdinal(planned, { reminderId: ID, day: '2026-11-20', minute: 540 });
    expect(slots.map((slot) => slotOrdinal(planned, slot) - first)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('counts from a Monday', () => {
    const slot = { reminderId: ID, minute: 1200 };
    expect(slotOrdinal(reminder(), { ...slot, day: '1969-12-29' })).toBe(0);
    expect(slotOrdinal(reminder(), { ...slot, day: '1970-01-01' })).toBe(3);
    expect(slotOrdinal(reminder({ days: [4] }), { ...slot, day: '1970-01-08' })).toBe(1);
  });

  test('is one more for each where neighbouring parts of a window come close', () => {
    const times = { kind: 'spread', count: 6, from: 217, to: 369 } as const;
    const planned = reminder({ id: 'b35d8ae3-9bcb-7863-81fb-9047135c06cb', days: [1, 6], times });
    expect(slotsOn(planned, '2024-10-12')).toHaveLength(6);
    for (let day = '2024-10-05'; day < '2030-01-01'; day = addDays(day, 7)) {
      expect(slotsOn(planned, day)).toHaveLength(6);
    }
  });

  test('is one more for each, whatever the reminder', () => {
    fc.assert(
      fc.property(arbitrary.reminder, arbitrary.day, (planned, day) => {
        const numbers = Array.from({ length: 15 }, (_, index) => addDays(day, index))
          .flatMap((day) => slotsOn(planned, day))
          .map((slot) => slotOrdinal(planned, slot));
        expect(numbers.length).toBeGreaterThan(0);
        numbers.forEach((number, index) => expect(number).toBe(Number(numbers[0]) + index));
      })
    );
  });
});

test('the key of a slot is its reminder, its day and its minute', () => {
  expect(slotKey({ reminderId: ID, day: '2026-11-22', minute: 1200 })).toBe(
    `${ID} 2026-11-22 1200`
  );
});

test.each([
  { at: '21:59', minute: 1319, quiet: { from: 1320, to: 420 } },
  { at: '22:00', minute: 1320, quiet: undefined },
  { at: '06:59', minute: 419, quiet: undefined },
  { at: '07:00', minute: 420, quiet: { from: 1320, to: 420 } }
])('a reminder at $at begins with the night as quiet hours, unless it is then', (example) => {
  expect(nightFor(example.minute).quiet).toEqual(example.quiet);
});
