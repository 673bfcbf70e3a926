import fc from 'fast-check';
import { dayFromNumber, momentAt, type Day } from '#lib/time/day.ts';
import {
  ABOUTS,
  newEntry,
  RESPONSES,
  WHO,
  type Entry,
  type Facts
} from '#lib/account/model/entry.ts';
import type { Pause } from '#lib/account/model/awayDays.ts';
import type { QuietHours, Reminder, Times } from '#lib/reminders/model/reminder.ts';
import { areTimes, newReminder, TIMES_MAX } from '#lib/reminders/model/reminderDraft.ts';
import { COUNT_KEYS, type Tally } from '#lib/account/model/tally.ts';
import {
  DEPOSITS,
  HALF_LIFE_MAX,
  HALF_LIFE_MIN,
  WITHDRAWALS,
  WORTH_MAX,
  type Terms
} from '#lib/account/model/terms.ts';
import type { Weekday } from '#lib/time/week.ts';

/** Zones with whole, half and quarter hours, with and without clock changes, on both sides of the date line. */
export const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati'
] as const;

export const zone = fc.constantFrom(...ZONES);

/** An instant from 2010 to 2040, in epoch milliseconds. */
export const instant = fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2040, 0) });

export const moment = fc.tuple(instant, zone).map(([at, where]) => momentAt(at, where));

/** A day of a span of 200, so that days meet. */
export const day: fc.Arbitrary<Day> = fc.integer({ min: 20000, max: 20200 }).map(dayFromNumber);

const by = fc.constantFrom(...WHO);
const note = fc.string();

export const facts: fc.Arbitrary<Facts> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('bid' as const),
      by,
      response: fc.constantFrom(...RESPONSES),
      warm: fc.constant(true as const),
      about: fc.constantFrom(...ABOUTS),
      note
    },
    { requiredKeys: ['kind', 'by', 'response'] }
  ),
  fc.record(
    { kind: fc.constant('act' as const), by, act: fc.string({ minLength: 1 }), note },
    { requiredKeys: ['kind', 'by', 'act'] }
  ),
  fc.record(
    { kind: fc.constant('repair' as const), by, of: fc.uuid(), note },
    { requiredKeys: ['kind', 'by'] }
  ),
  fc.record(
    {
      kind: fc.constant('promise' as const),
      by,
      outcome: fc.constantFrom('kept' as const, 'broken' as const),
      note
    },
    { requiredKeys: ['kind', 'by', 'outcome'] }
  ),
  fc.record({ kind: fc.constant('experience' as const), note }, { requiredKeys: ['kind'] })
);

export const entry: fc.Arbitrary<Entry> = fc
  .record({ facts, id: fc.uuid({ version: 7 }), now: instant, zone })
  .map(({ facts, ...stamp }) => newEntry(facts, stamp));

export const halfLife = fc.option(fc.integer({ min: HALF_LIFE_MIN, max: HALF_LIFE_MAX }));

/** Terms that keep to their ranges, with fading or without. */
export const terms: fc.Arbitrary<Terms> = fc.record({
  worth: fc.record({
    ...each(DEPOSITS, fc.integer({ min: 0, max: WORTH_MAX })),
    ...each(
      WITHDRAWALS,
      fc.integer({ min: 0, max: WORTH_MAX }).map((worth) => 0 - worth)
    )
  }),
  halfLife
});

function each<Name extends string, T>(names: readonly Name[], arbitrary: fc.Arbitrary<T>) {
  return Object.fromEntries(names.map((name) => [name, arbitrary])) as Record<
    Name,
    fc.Arbitrary<T>
  >;
}

const tally: fc.Arbitrary<Tally> = fc.record({
  day,
  counts: fc.dictionary(fc.constantFrom(...COUNT_KEYS), fc.integer({ min: 1, max: 30 }))
});

/** Tallies as they are stored: in the order of their days, one a day, at least one. */
export const tallies = fc
  .uniqueArray(tally, { selector: ({ day }) => day, minLength: 1, maxLength: 25 })
  .map((list) => list.toSorted((a, b) => a.day.localeCompare(b.day)));

const pause: fc.Arbitrary<Pause> = fc
  .tuple(day, fc.option(day))
  .map(([one, other]) =>
    other === null || other >= one ? { from: one, to: other } : { from: other, to: one }
  );

/** Pauses in any order, some overlapping, some still going on. */
export const pauses = fc.array(pause, { maxLength: 5 });

export const weekday = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7);

const minute = fc.integer({ min: 0, max: 1439 });
const count = fc.integer({ min: 1, max: TIMES_MAX });

const times: fc.Arbitrary<Times> = fc.oneof(
  fc.record({
    kind: fc.constant('fixed' as const),
    at: fc.uniqueArray(minute, { minLength: 1, maxLength: TIMES_MAX })
  }),
  fc.record({ kind: fc.constant('spread' as const), count, from: minute, to: minute })
);

const quiet: fc.Arbitrary<QuietHours | undefined> = fc.option(
  fc.record({ from: minute, to: minute }).filter(({ from, to }) => from !== to),
  { nil: undefined }
);

/** Reminders that keep to their limits and are on, made in 2020 or before. */
export const reminder: fc.Arbitrary<Reminder> = fc
  .record({
    id: fc.uuid({ version: 7 }),
    now: fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2020, 0) }),
    text: fc.string({ maxLength: 20 }),
    days: fc.uniqueArray(weekday, { minLength: 1 }),
    schedule: fc.tuple(times, quiet).filter(([times, quiet]) => areTimes(times, quiet))
  })
  .map(({ id, now, text, days, schedule: [times, quiet] }) =>
    newReminder({ text, days, times, ...(quiet && { quiet }), isOn: true }, { id, now })
  );
