import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSound } from '#lib/record/field.ts';
import {
  answerField,
  TEXT_MAX,
  type Reminder,
  type ReminderDraft
} from '#lib/reminders/model/reminder.ts';
import {
  amendReminder,
  areTimes,
  isPlan,
  isQuietHours,
  newReminder,
  plainReminder
} from '#lib/reminders/model/reminderDraft.ts';
import type { Weekday } from '#lib/time/week.ts';
import * as arbitrary from '../account/arbitrary.ts';

const ID = '019abcde-0000-7000-8000-000000000001';
const MADE = Date.parse('2026-11-22T18:40Z');
const DRAFT: ReminderDraft = {
  text: 'One small act?',
  days: [1, 5],
  times: { kind: 'fixed', at: [480, 1200] },
  isOn: true
};
const REMINDER: Reminder = { id: ID, createdAt: MADE, updatedAt: MADE, sequence: 0, ...DRAFT };

describe('a draft made plain', () => {
  test('holds what is known and nothing else, in order and each once', () => {
    const form = {
      text: '  One small act? ',
      plan: { cue: ' we meet again ', action: 'I look for one small act', hint: 1 },
      days: [5, 1, 5] as Weekday[],
      times: { kind: 'fixed' as const, at: [1200, 480, 1200], count: 3 },
      quiet: { from: 1320, to: 420, is: 'night' },
      isOn: true,
      sequence: 9
    };
    expect(plainReminder(form)).toStrictEqual({
      text: 'One small act?',
      plan: { cue: 'we meet again', action: 'I look for one small act' },
      days: [1, 5],
      times: { kind: 'fixed', at: [480, 1200] },
      quiet: { from: 1320, to: 420 },
      isOn: true
    });
  });

  test('leaves the form as it is, and can be stored', () => {
    const days: Weekday[] = [5, 1];
    const form = new Proxy({ ...DRAFT, days }, {});
    expect(structuredClone(plainReminder(form))).toStrictEqual(DRAFT);
    expect(days).toEqual([5, 1]);
  });

  test('has no plan where that has no words, and no text that is too long', () => {
    const plan = { cue: ' ', action: '' };
    expect(plainReminder({ ...DRAFT, plan })).not.toHaveProperty('plan');
    expect(plainReminder({ ...DRAFT, plan: { cue: '', action: 'b' } }).plan?.action).toBe('b');
    const long = 'a'.repeat(201);
    const cut = plainReminder({ ...DRAFT, text: long, plan: { cue: long, action: long } });
    expect([cut.text, cut.plan?.cue, cut.plan?.action].map((text) => text?.length)).toEqual([
      TEXT_MAX,
      200,
      200
    ]);
  });

  test('keeps a window', () => {
    const times = { kind: 'spread', count: 3, from: 540, to: 1260 } as const;
    expect(plainReminder({ ...DRAFT, times: { ...times, ...{ at: [1] } } }).times).toStrictEqual(
      times
    );
  });

  test('is the same when made plain again, and keeps to the limits if it did', () => {
    fc.assert(
      fc.property(arbitrary.reminder, (reminder) => {
        const plain = plainReminder(reminder);
        expect(plainReminder(plain)).toStrictEqual(plain);
        expect(areTimes(plain.times, plain.quiet)).toBe(true);
      })
    );
  });
});

test('a new reminder has its id and the hour it was made', () => {
  expect(newReminder(DRAFT, { id: ID, now: MADE })).toStrictEqual({ ...REMINDER, timedAt: MADE });
});

test('an amended one keeps its id and is newer', () => {
  const { text, days, times } = DRAFT;
  const before = { ...REMINDER, quiet: { from: 0, to: 60 }, sequence: 4 };
  const amended = amendReminder(before, { text, days, times, isOn: false }, MADE + 60_000);
  expect(amended).toStrictEqual({
    ...REMINDER,
    isOn: false,
    updatedAt: MADE + 60_000,
    timedAt: MADE + 60_000,
    sequence: 5
  });
});

describe('the limits of a reminder', () => {
  test('fixed times are not all in quiet hours', () => {
    const times = { kind: 'fixed', at: [480, 1200] } as const;
    expect(areTimes(times, { from: 1200, to: 480 })).toBe(true);
    expect(areTimes(times, { from: 1200, to: 481 })).toBe(false);
  });

  test.each([
    [[0], true],
    [[1439, 0], true],
    [[1440], false],
    [[-1], false],
    [[480.5], false],
    [[NaN], false],
    [[], false],
    [[480, 480], false],
    [Array.from({ length: 12 }, (_, index) => index), true],
    [Array.from({ length: 13 }, (_, index) => index), false]
  ])('fixed times %j: %j', (at, expected) => {
    expect(areTimes({ kind: 'fixed', at })).toBe(expected);
  });

  test.each([
    [1, 0, 10, true],
    [1, 0, 9, false],
    [12, 540, 660, true],
    [12, 540, 659, false],
    [13, 0, 1439, false],
    [12, 0, 1439, true],
    [0, 540, 1260, false],
    [1.5, 540, 1260, false],
    [1, 1260, 540, false],
    [1, 540, 540, false],
    [1, 540, 1440, false],
    [1, -1, 540, false],
    [1, 0.5, 540, false]
  ])('%d times from %d to %d: %j', (count, from, to, expected) => {
    expect(areTimes({ kind: 'spread', count, from, to })).toBe(expected);
  });

  test('a window is as long as what quiet hours leave of it', () => {
    const times = { kind: 'spread', count: 2, from: 540, to: 660 } as const;
    expect(areTimes(times, { from: 550, to: 650 })).toBe(true);
    expect(areTimes(times, { from: 549, to: 650 })).toBe(false);
  });

  test.each([
    [1320, 420, true],
    [0, 1439, true],
    [420, 420, false],
    [0, 1440, false],
    [-1, 60, false]
  ])('quiet hours from %d to %d: %j', (from, to, expected) => {
    expect(isQuietHours({ from, to })).toBe(expected);
  });

  test.each([
    ['a', 'b', true],
    ['a', '', false],
    [' ', 'b', false],
    ['a'.repeat(200), 'b'.repeat(200), true],
    ['a'.repeat(201), 'b', false],
    ['a', 'b'.repeat(201), false]
  ])('a plan of %j and %j: %j', (cue, action, expected) => {
    expect(isPlan({ cue, action })).toBe(expected);
  });
});

test.each<[object, boolean]>([
  [{}, true],
  [{ reply: 'yes', repliedAt: MADE }, true],
  [{ reply: 'not yet', repliedAt: MADE }, true],
  [{ reply: 'not today', repliedAt: MADE }, true],
  [{ reply: 'maybe', repliedAt: MADE }, false],
  [{ reply: 'yes' }, false],
  [{ repliedAt: MADE }, false],
  [{ reply: 'yes', repliedAt: -1 }, false],
  [{ day: '2026-02-29' }, false],
  [{ minute: 1440 }, false],
  [{ shownAt: 0.5 }, false]
])('an answer with %j: %j', (change, expected) => {
  const answer = { reminderId: ID, day: '2026-11-22', minute: 1200, shownAt: MADE };
  expect(isSound(answerField.read, { ...answer, ...change })).toBe(expected);
});
