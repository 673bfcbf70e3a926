import ICAL from 'ical.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { next } from '#lib/reminders/model/due.ts';
import {
  DEFAULT_RULES,
  instantOf,
  isQuiet,
  minuteAt,
  slotsBetween,
  type Reminder
} from '#lib/reminders/model/reminder.ts';
import type { Weekday } from '#lib/time/week.ts';
import { calendarOf, SPREAD_DAYS, type CalendarOptions } from '#lib/reminders/calendar/calendar.ts';

const DAY_MS = 86_400_000;
/** Thursday, a few days before clocks change in Europe and in Australia. */
const NOW = Date.parse('2026-03-26T10:00Z');

const EVENINGS: Reminder = {
  id: '01900000-0000-7000-8000-000000000001',
  createdAt: 0,
  updatedAt: 0,
  text: 'Look for one small act',
  days: [1, 2, 3, 4, 5],
  times: { kind: 'fixed', at: [20 * 60, 8 * 60 + 30] },
  isOn: true,
  sequence: 3
};
const SPREAD: Reminder = {
  ...EVENINGS,
  id: '01900000-0000-7000-8000-000000000002',
  days: [1, 2, 3, 4, 5, 6, 7],
  times: { kind: 'spread', count: 3, from: 9 * 60, to: 21 * 60 },
  quiet: { from: 12 * 60, to: 14 * 60 }
};

const OPTIONS: CalendarOptions = {
  now: NOW,
  zone: 'Europe/Berlin',
  texts: { name: 'Small moments', titleOf: () => 'A small moment?' }
};

const write = (reminders: readonly Reminder[], options: Partial<CalendarOptions> = {}) =>
  calendarOf(reminders, { ...OPTIONS, ...options });
const read = (file: string) =>
  new ICAL.Component(ICAL.parse(file) as ConstructorParameters<typeof ICAL.Component>[0]);
const eventsIn = (file: string) =>
  read(file)
    .getAllSubcomponents('vevent')
    .map((part) => new ICAL.Event(part));

/** The instants at which a calendar in a zone rings, up to an instant, soonest first. */
function ringsOf(file: string, zone: string, until: number): number[] {
  return eventsIn(file)
    .flatMap((event) => {
      const rings: number[] = [];
      const times = event.iterator();
      for (let time = times.next(); time; time = times.next()) {
        expect(time.zone.tzid).toBe('floating');
        const at = Temporal.PlainDateTime.from(time.toString()).toZonedDateTime(zone);
        if (at.epochMilliseconds > until) break;
        rings.push(at.epochMilliseconds);
        if (!event.isRecurring()) break;
      }
      return rings;
    })
    .sort((one, other) => one - other);
}

describe('a calendar file', () => {
  test('says what a calendar needs, and nothing about anyone', () => {
    const file = write([EVENINGS]);
    expect(file.split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Calendar//Calendar//EN',
      'METHOD:PUBLISH',
      'NAME:Small moments',
      'X-WR-CALNAME:Small moments',
      ...eventLines('0', '20260327T083000', '20260327T083500'),
      ...eventLines('1', '20260326T200000', '20260326T200500'),
      'END:VCALENDAR',
      ''
    ]);
  });

  function eventLines(place: string, start: string, end: string): string[] {
    return [
      'BEGIN:VEVENT',
      `UID:${EVENINGS.id}-${place}`,
      'SEQUENCE:3',
      'DTSTAMP:20260326T100000Z',
      `DTSTART:${start}`,
      `DTEND:${end}`,
      'RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
      'SUMMARY:A small moment?',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:PT0S',
      'DESCRIPTION:A small moment?',
      'END:VALARM',
      'STATUS:CONFIRMED',
      'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
      'CLASS:PRIVATE',
      'END:VEVENT'
    ];
  }

  test('links to the app only where it is told to', () => {
    const url = 'https://toward.example/?due';
    const urls = (file: string) =>
      eventsIn(file).map(({ component }) => component.getFirstPropertyValue('url'));
    expect(urls(write([EVENINGS], { appUrl: url }))).toEqual([url, url]);
    expect(urls(write([EVENINGS]))).toEqual([null, null]);
    expect(write([EVENINGS, SPREAD])).not.toMatch(/toward/i);
  });

  test('rings at the time itself', () => {
    for (const event of eventsIn(write([EVENINGS, SPREAD]))) {
      const alarm = event.component.getFirstSubcomponent('valarm');
      const trigger = alarm?.getFirstPropertyValue('trigger') as ICAL.Duration;
      expect(trigger.toSeconds()).toBe(0);
    }
  });

  test('holds random times one by one, for four weeks, and none in quiet hours', () => {
    const events = eventsIn(write([SPREAD]));
    expect(events.some((event) => event.isRecurring())).toBe(false);
    expect(events.every(({ startDate: { hour } }) => hour < 12 || hour >= 14)).toBe(true);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    const last = Math.max(...events.map(({ startDate }) => startDate.toUnixTime() * 1000));
    expect(last).toBeGreaterThan(NOW + (SPREAD_DAYS - 1) * DAY_MS);
  });

  test('is empty where nothing is to come', () => {
    expect(
      write([
        { ...EVENINGS, isOn: false },
        { ...SPREAD, days: [] }
      ])
    ).toBe('');
    expect(write([])).toBe('');
  });

  test('a changed reminder keeps the names of its events', () => {
    const uids = (reminder: Reminder) => eventsIn(write([reminder])).map(({ uid }) => uid);
    const later: Reminder = { ...EVENINGS, times: { kind: 'fixed', at: [540, 1260] }, sequence: 4 };
    expect(uids(later)).toEqual(uids(EVENINGS));
    expect(write([later])).toContain('SEQUENCE:4');
  });

  test.each([EVENINGS, SPREAD])('a cancelling file names the same events, newer', (reminder) => {
    const before = eventsIn(write([reminder]));
    const file = write([{ ...reminder, isOn: false }], { isCancelled: true });
    const after = eventsIn(file);
    expect(file).toContain('METHOD:CANCEL\r\n');
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect(after.every(({ sequence }) => sequence === 4)).toBe(true);
    const statuses = after.map(({ component }) => component.getFirstPropertyValue('status'));
    expect(new Set(statuses)).toEqual(new Set(['CANCELLED']));
    expect(file).not.toContain('VALARM');
  });
});

const zones = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Pacific/Apia',
  'UTC'
);
const minutes = fc.integer({ min: 0, max: 1439 });
const reminders: fc.Arbitrary<Reminder> = fc.record(
  {
    id: fc.uuid(),
    createdAt: fc.constant(0),
    updatedAt: fc.constant(0),
    text: fc.string({ unit: 'grapheme', maxLength: 200 }),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<Weekday>, { minLength: 1 }),
    times: fc.oneof(
      fc.record({
        kind: fc.constant('fixed' as const),
        at: fc.array(minutes, { minLength: 1, maxLength: 4 })
      }),
      fc
        .tuple(fc.integer({ min: 1, max: 5 }), minutes, minutes)
        .filter(([, from, to]) => to - from >= 60)
        .map(([count, from, to]) => ({ kind: 'spread' as const, count, from, to }))
    ),
    quiet: fc.record({ from: minutes, to: minutes }),
    isOn: fc.constant(true),
    sequence: fc.nat({ max: 99 })
  },
  { requiredKeys: ['id', 'createdAt', 'updatedAt', 'text', 'days', 'times', 'isOn', 'sequence'] }
);
/** In the weeks around the changes of clocks, and at month and year ends. */
const nows = fc
  .tuple(
    fc.constantFrom('2026-03-08', '2026-03-29', '2026-04-05', '2026-10-25', '2026-12-31'),
    fc.integer({ min: -9 * DAY_MS, max: 9 * DAY_MS })
  )
  .map(([day, offset]) => Date.parse(day) + offset);

/** The most a day is a matter of the app: a calendar rings at each time that was planned. */
const UNLIMITED = { ...DEFAULT_RULES, mostADay: 100 };

test(
  'a calendar rings at the times that the app names, wherever it is',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(reminders, zones, nows, (reminder, zone, now) => {
        const file = write([reminder], { now, zone });
        const until = now + (SPREAD_DAYS - 2) * DAY_MS;
        // A weekly rule rings on where a change of clocks moves one of its times into quiet hours.
        fc.pre(
          reminder.times.kind === 'spread' ||
            slotsBetween(reminder, now, until, zone).every(
              (slot) => !isQuiet(minuteAt(instantOf(slot, zone), zone), reminder.quiet)
            )
        );
        const named = next(reminder, [], UNLIMITED, now, zone, 400).filter((at) => at <= until);
        expect(file === '' ? [] : ringsOf(file, zone, until).filter((at) => at > now)).toEqual(
          named
        );
      })
    );
  }
);

test('no random time rings in quiet hours that a change of clocks moves it into', () => {
  // The only free minutes of this night in March are those that are skipped.
  const night: Reminder = {
    ...SPREAD,
    days: [7],
    times: { kind: 'spread', count: 1, from: 120, to: 179 },
    quiet: { from: 180, to: 120 }
  };
  const file = write([night], { now: Date.parse('2026-03-20T12:00Z'), zone: 'Europe/Berlin' });
  const days = eventsIn(file).map(({ component }) =>
    String(component.getFirstPropertyValue('dtstart'))
  );
  expect(days.map((day) => day.slice(0, 10))).toEqual(['2026-03-22', '2026-04-05', '2026-04-12']);
});

test('no line is longer than a calendar reads, whatever it says', { timeout: 60_000 }, () => {
  const titleOf = ({ text }: Reminder) => text;
  fc.assert(
    fc.property(reminders, (reminder) => {
      const file = write([reminder], { texts: { name: 'Small moments', titleOf } });
      const lengths = file.split('\r\n').map((line) => new TextEncoder().encode(line).length);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
    })
  );
});
