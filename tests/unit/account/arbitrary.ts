import fc from 'fast-check';
import { dayFromNumber, momentAt, type Day } from '#lib/time/day.ts';
import { entryRecord, newEntry, type Entry, type Facts } from '#lib/account/model/entry.ts';
import type { Pause } from '#lib/account/model/awayDays.ts';
import { quietField, timesField, type Reminder } from '#lib/reminders/model/reminder.ts';
import { areTimes, newReminder } from '#lib/reminders/model/reminderDraft.ts';
import { COUNT_KEYS, type Tally } from '#lib/account/model/tally.ts';
import { termsSetting } from '#lib/account/model/terms.ts';
import type { Weekday } from '#lib/time/week.ts';
import { anyFacts, anyHeld } from '../record/arbitrary.ts';

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

/** What a form may say of an entry. */
export const facts = fc.oneof(...entryRecord.shape.all.map(anyFacts)) as fc.Arbitrary<Facts>;

export const entry: fc.Arbitrary<Entry> = fc
  .record({ facts, id: fc.uuid({ version: 7 }), now: instant, zone })
  .map(({ facts, ...stamp }) => newEntry(facts, stamp));

export const halfLife = anyHeld(termsSetting.field).map(({ halfLife }) => halfLife);

/** Terms that keep to their ranges, with fading or without. */
export const terms = anyHeld(termsSetting.field);

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

const quiet = fc.option(
  anyHeld(quietField).filter(({ from, to }) => from !== to),
  { nil: undefined }
);

/** Reminders that keep to their limits and are on, made in 2020 or before. */
export const reminder: fc.Arbitrary<Reminder> = fc
  .record({
    id: fc.uuid({ version: 7 }),
    now: fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2020, 0) }),
    text: fc.string({ maxLength: 20 }),
    days: fc.uniqueArray(weekday, { minLength: 1 }),
    schedule: fc
      .tuple(anyHeld(timesField), quiet)
      .filter(([times, quiet]) => areTimes(times, quiet))
  })
  .map(({ id, now, text, days, schedule: [times, quiet] }) =>
    newReminder({ text, days, times, ...(quiet && { quiet }), isOn: true }, { id, now })
  );
