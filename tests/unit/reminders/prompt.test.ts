import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BUILT_IN_ACTS } from '#lib/account/model/acts.ts';
import { addDays } from '#lib/time/day.ts';
import { promptedAct, proposedAct } from '#lib/reminders/model/prompt.ts';
import { slotsOn } from '#lib/reminders/model/reminder.ts';
import { newReminder } from '#lib/reminders/model/reminderDraft.ts';
import * as arbitrary from '../account/arbitrary.ts';

const ACTS = [...BUILT_IN_ACTS, 'sang to me', 'fed the cat'];
const MADE = Date.parse('2026-11-20T12:00Z');
/** Three times a day on Mondays, Wednesdays and Fridays; made on a Friday. */
const REMINDER = newReminder(
  { text: '', days: [1, 3, 5], times: { kind: 'fixed', at: [480, 780, 1200] }, isOn: true },
  { id: '019abcde-0000-7000-8000-000000000001', now: MADE }
);

const slots = Array.from({ length: 70 }, (_, days) => addDays('2026-11-20', days)).flatMap((day) =>
  slotsOn(REMINDER, day)
);
const prompted = slots.map((slot) => promptedAct(REMINDER, slot, ACTS));

test('begins with what is in the user’s own words, then goes on to all others', () => {
  expect(prompted.slice(0, 2).sort()).toEqual(['fed the cat', 'sang to me']);
  expect(prompted.slice(0, 14).sort()).toEqual([...ACTS].sort());
});

test('asks about each act once before it asks about any again', () => {
  expect(prompted.length).toBeGreaterThan(80);
  for (let from = 0; from + 14 <= prompted.length; from++) {
    expect(new Set(prompted.slice(from, from + 14)).size).toBe(14);
  }
});

test('asks about another act at each slot of a day', () => {
  expect(new Set(prompted.slice(0, 3)).size).toBe(3);
});

test('is the same whatever order the acts are in on the pad', () => {
  const acts = ACTS.toReversed();
  expect(slots.map((slot) => promptedAct(REMINDER, slot, acts))).toEqual(prompted);
});

test('has an order of its own for each reminder', () => {
  const other = { ...REMINDER, id: '019abcde-0000-7000-8000-000000000002' };
  expect(slots.map((slot) => promptedAct(other, slot, ACTS))).not.toEqual(prompted);
});

test('is none where there are no acts', () => {
  expect(slots.slice(0, 1).map((slot) => promptedAct(REMINDER, slot, []))).toEqual([undefined]);
});

test('is always one of the acts, also before the reminder was made', () => {
  const acts = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(
      arbitrary.reminder,
      arbitrary.instant,
      arbitrary.day,
      acts,
      (reminder, createdAt, day, acts) => {
        for (const slot of slotsOn({ ...reminder, createdAt }, day)) {
          expect(acts).toContain(promptedAct({ ...reminder, createdAt }, slot, acts));
        }
        expect(acts).toContain(
          promptedAct(reminder, { reminderId: reminder.id, day, minute: 0 }, acts)
        );
      }
    )
  );
});

test('a reminder with words of its own proposes no act', () => {
  const slot = { reminderId: REMINDER.id, day: '2026-11-20', minute: 0 };
  expect(proposedAct(REMINDER, slot, ['helped'])).toBe('helped');
  expect(proposedAct({ ...REMINDER, text: 'Thank them' }, slot, ['helped'])).toBeUndefined();
  const plan = { cue: 'we go to bed', action: 'I thank them' };
  expect(proposedAct({ ...REMINDER, plan }, slot, ['helped'])).toBeUndefined();
});
