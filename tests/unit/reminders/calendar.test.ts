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
import { calendarOf, type CalendarOptions } from '#lib/reminders/calendar/calendar.ts';
import {
  eventsFor,
  handedOutSetting,
  SPREAD_DAYS,
  type HandedOut,
  type Scope
} from '#lib/reminders/model/rings.ts';

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

interface Options extends CalendarOptions {
  readonly zone: string;
  readonly before: HandedOut;
}

const OPTIONS: Options = {
  now: NOW,
  zone: 'Europe/Berlin',
  before: handedOutSetting.blank,
  texts: { name: 'Small moments', titleOf: () => 'A small moment?' }
};

const ALL = () => true;

/** The file for these reminders, and what calendars may hold once it is opened. */
function make(scope: Scope, options: Partial<Options> = {}) {
  const { now, zone, before, ...rest } = { ...OPTIONS, ...options };
  const made = eventsFor(scope, before, now, zone);
  return { file: calendarOf(made, scope.reminders, { ...rest, now }), handedOut: made.handedOut };
}

const write = (reminders: readonly Reminder[], options: Partial<Options> = {}) =>
  make({ reminders, covers: ALL }, options).file;
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
      ...eventLines('0830', '20260327T083000', '20260327T083500'),
      ...eventLines('2000', '20260326T200000', '20260326T200500'),
      'END:VCALENDAR',
      ''
    ]);
  });

  function eventLines(name: string, start: string, end: string): string[] {
    return [
      'BEGIN:VEVENT',
      `UID:${EVENINGS.id}-${name}`,
      // Seconds since the beginning of 2026.
      'SEQUENCE:7293600',
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

  test.each([EVENINGS, SPREAD])('what is off is cancelled, by name and newer', (reminder) => {
    const { file, handedOut } = make({ reminders: [reminder], covers: ALL });
    const off = { reminders: [{ ...reminder, isOn: false }], covers: ALL };
    const after = make(off, { before: handedOut });
    expect(after.file).toContain('METHOD:CANCEL\r\n');
    expect(after.file).not.toContain('VALARM');
    const before = eventsIn(file);
    const cancelled = eventsIn(after.file);
    expect(cancelled.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect(cancelled.every(({ sequence }) => sequence > (before[0]?.sequence ?? 0))).toBe(true);
    const statuses = cancelled.map(({ component }) => component.getFirstPropertyValue('status'));
    expect(new Set(statuses)).toEqual(new Set(['CANCELLED']));
    // Whoever has not opened that one finds the same in the next.
    expect(eventsIn(make(off, { before: after.handedOut }).file)).toHaveLength(before.length);
  });

  test('a file for one says nothing of what was handed out of another', () => {
    const { handedOut } = make({ reminders: [EVENINGS, SPREAD], covers: ALL });
    const scope = { reminders: [EVENINGS], covers: (id: string) => id === EVENINGS.id };
    const one = make(scope, { before: handedOut });
    expect(one.file).not.toContain(SPREAD.id);
    expect(one.handedOut.events).toHaveLength(handedOut.events.length);
  });

  test('an event of what everyone has is named by whose it is, and keeps the name it had', () => {
    const scope = (ownName?: string) => ({
      reminders: [EVENINGS],
      covers: ALL,
      ...(ownName && { ownName })
    });
    const uidsOf = ({ file }: { file: string }) => eventsIn(file).map(({ uid }) => uid);
    const mine = make(scope('mine'));
    expect(uidsOf(mine)).toEqual(['mine-0830', 'mine-2000']);
    expect(uidsOf(make(scope('yours')))).toEqual(['yours-0830', 'yours-2000']);
    const old = make(scope());
    expect(uidsOf(make(scope('mine'), { before: old.handedOut }))).toEqual(uidsOf(old));
  });

  test('what an older version handed out under another name keeps that name', () => {
    const known = { reminderId: EVENINGS.id, day: '2026-03-01', minute: 20 * 60, weekly: [1] };
    const events = [{ ...known, uid: `${EVENINGS.id}-1` }];
    const uids = eventsIn(write([EVENINGS], { before: { events, sequence: 0 } as HandedOut }));
    expect(uids.map(({ uid }) => uid)).toEqual([`${EVENINGS.id}-0830`, `${EVENINGS.id}-1`]);
  });

  test('a clock that was set back does not keep the next file from being newer', () => {
    const first = make({ reminders: [EVENINGS], covers: ALL });
    const next = write([EVENINGS], { before: first.handedOut, now: Date.parse('2020-01-01') });
    expect(next).toContain('SEQUENCE:7293601\r\n');
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
  const titleOf = (reminder: Reminder | undefined) => reminder?.text ?? '';
  fc.assert(
    fc.property(reminders, (reminder) => {
      const file = write([reminder], { texts: { name: 'Small moments', titleOf } });
      const lengths = file.split('\r\n').map((line) => new TextEncoder().encode(line).length);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
    })
  );
});

/** A calendar that takes what is newer than what it holds, event by event. */
class TestCalendar {
  readonly #held = new Map<string, { sequence: number; file: string }>();

  open(file: string): void {
    for (const event of file === '' ? [] : eventsIn(file)) {
      const { uid, sequence, component } = event;
      if (sequence < (this.#held.get(uid)?.sequence ?? 0)) continue;
      const isCancelled = component.getFirstPropertyValue('status') === 'CANCELLED';
      const alone = `BEGIN:VCALENDAR\r\n${component.toString()}\r\nEND:VCALENDAR\r\n`;
      this.#held.set(uid, { sequence, file: isCancelled ? '' : alone });
    }
  }

  rings(zone: string, from: number, until: number): number[] {
    return [...this.#held.values()]
      .flatMap(({ file }) => (file === '' ? [] : ringsOf(file, zone, until)))
      .filter((at) => at > from)
      .sort((one, other) => one - other);
  }
}

/** What a person does between two files. */
const steps = fc.array(
  fc.oneof(
    fc.record({ what: fc.constant('change' as const), which: fc.nat(), to: reminders }),
    fc.record({ what: fc.constant('turn' as const), which: fc.nat() }),
    fc.record({ what: fc.constant('delete' as const), which: fc.nat() }),
    fc.record({ what: fc.constant('make' as const), reminder: reminders }),
    fc.record({ what: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 900 }) }),
    fc.record({
      what: fc.constant('file of one' as const),
      which: fc.nat(),
      isOpened: fc.boolean()
    }),
    fc.record({ what: fc.constant('file of all' as const), isOpened: fc.boolean() })
  ),
  { maxLength: 14 }
);

test(
  'after any history the next file makes a calendar ring as planned, and never twice',
  {
    timeout: 60_000
  },
  () => {
    fc.assert(
      fc.property(steps, nows, (history, start) => {
        const calendar = new TestCalendar();
        let all: Reminder[] = [];
        let now = start;
        let handedOut = handedOutSetting.blank;
        const open = (scope: Scope, isOpened: boolean) => {
          const made = make(scope, { now, zone: 'UTC', before: handedOut });
          ({ handedOut } = made);
          if (isOpened) calendar.open(made.file);
        };
        const change = (which: number, to: (before: Reminder) => Reminder[]) => {
          const chosen = all[which % all.length];
          all = all.flatMap((one) => (one === chosen ? to(one) : [one]));
        };
        for (const step of history) {
          if (step.what === 'make') all.push(step.reminder);
          if (step.what === 'wait') now += step.hours * 3_600_000;
          if (step.what === 'change') change(step.which, ({ id }) => [{ ...step.to, id }]);
          if (step.what === 'turn') change(step.which, (one) => [{ ...one, isOn: !one.isOn }]);
          if (step.what === 'delete') change(step.which, () => []);
          if (step.what === 'file of all') open({ reminders: all, covers: ALL }, step.isOpened);
          const one = step.what === 'file of one' && all[step.which % all.length];
          if (!one) continue;
          open({ reminders: [one], covers: (id) => id === one.id }, step.isOpened);
        }
        open({ reminders: all, covers: ALL }, true);
        const until = now + (SPREAD_DAYS - 2) * DAY_MS;
        const planned = all.flatMap((one) =>
          slotsBetween(one, now + 1, until, 'UTC').map((slot) => instantOf(slot, 'UTC'))
        );
        expect(calendar.rings('UTC', now, until)).toEqual(
          planned.sort((one, other) => one - other)
        );
        // What is turned off and deleted is taken out by the file for what is gone.
        open({ reminders: [], covers: ALL }, true);
        expect(calendar.rings('UTC', now, until)).toEqual([]);
      }),
      { numRuns: 300 }
    );
  }
);
