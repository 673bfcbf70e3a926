import ICAL from 'ical.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideSharedTime } from '#lib/practices/together/model/sharedTime.ts';
import { sharedTimeRecord, type SharedTime } from '#lib/practices/together/record.ts';
import { planCalendarOf } from '#lib/practices/together/planCalendar.ts';
import * as arbitrary from '../account/arbitrary.ts';

const NOW = Date.parse('2026-11-20T10:00Z');
const STAMP = { id: '019abcde-0000-7000-8000-000000000001', now: NOW, zone: 'America/New_York' };
const FACTS = { what: 'Walk along the river', on: '2026-11-22', minute: 19 * 60 + 30, memory: '' };
const EVENING = sharedTimeRecord.create(FACTS, STAMP);
const WHOLE_DAY = sharedTimeRecord.create({ ...FACTS, minute: null }, STAMP);

const write = (plan: SharedTime, titleOf: (plan: SharedTime) => string = () => 'A small moment?') =>
  planCalendarOf(plan, {
    now: NOW,
    texts: { name: 'Small moments', titleOf }
  });

function read(file: string): ICAL.Event {
  const parsed = ICAL.parse(file) as ConstructorParameters<typeof ICAL.Component>[0];
  const event = new ICAL.Component(parsed).getFirstSubcomponent('vevent');
  if (!event) throw new Error('no event');
  return new ICAL.Event(event);
}

/** How long after its beginning the event rings, in minutes. */
function ringOf(event: ICAL.Event): number {
  const trigger = event.component
    .getFirstSubcomponent('valarm')
    ?.getFirstPropertyValue('trigger') as ICAL.Duration;
  return trigger.toSeconds() / 60;
}

describe('a plan in a calendar', () => {
  test('with a time is two hours of that evening, wherever the person is', () => {
    expect(write(EVENING).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Calendar//Calendar//EN',
      'METHOD:PUBLISH',
      'NAME:Small moments',
      'X-WR-CALNAME:Small moments',
      'BEGIN:VEVENT',
      `UID:${EVENING.id}`,
      'SEQUENCE:0',
      'DTSTAMP:20261120T100000Z',
      'DTSTART:20261122T193000',
      'DTEND:20261122T213000',
      'SUMMARY:A small moment?',
      'TRANSP:OPAQUE',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:-PT1H',
      'DESCRIPTION:A small moment?',
      'END:VALARM',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
      ''
    ]);
    const event = read(write(EVENING));
    expect(event.startDate.zone?.tzid).toBe('floating');
    expect(ringOf(event)).toBe(-60);
  });

  test('without a time is the whole day, and rings in its morning', () => {
    const event = read(write(WHOLE_DAY));
    expect(event.startDate.isDate).toBe(true);
    expect(event.startDate.toString()).toBe('2026-11-22');
    expect(event.endDate.toString()).toBe('2026-11-23');
    expect(ringOf(event)).toBe(9 * 60);
    expect(event.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
  });

  test('says nothing of what is planned unless its title does', () => {
    expect(write(EVENING)).not.toContain('river');
    expect(read(write(EVENING, ({ what }) => what)).summary).toBe('Walk along the river');
  });

  test('moved is the same event, newer', () => {
    const moved = sharedTimeRecord.amend(EVENING, { ...FACTS, on: '2026-12-01' }, NOW + 90_000);
    const event = read(write(moved));
    expect(event.uid).toBe(EVENING.id);
    expect(event.sequence).toBe(90);
    expect(event.startDate.toString()).toBe('2026-12-01T19:30:00');
  });

  test.each([
    ['without a day', sharedTimeRecord.create({ ...FACTS, on: null }, STAMP)],
    ['that is over', decideSharedTime(EVENING, { tookPlace: true, memory: '' }, STAMP).plan],
    [
      'that did not take place',
      sharedTimeRecord.amend(EVENING, { ...FACTS, tookPlace: false }, NOW)
    ]
  ])('one %s is no file', (_, plan) => {
    expect(write(plan)).toBe('');
  });

  test('stands on its day at its time, and no line is too long, whatever it says', () => {
    fc.assert(
      fc.property(
        arbitrary.day,
        fc.option(fc.integer({ min: 0, max: 1439 })),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
        (on, minute, what) => {
          const plan = sharedTimeRecord.create({ what, on, minute, memory: '' }, STAMP);
          const file = write(plan, () => what);
          const { startDate } = read(file);
          expect(startDate.toString().slice(0, 10)).toBe(on);
          if (minute !== null) expect(startDate.hour * 60 + startDate.minute).toBe(minute);
          const lengths = file.split('\r\n').map((line) => new TextEncoder().encode(line).length);
          expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
        }
      )
    );
  });
});
