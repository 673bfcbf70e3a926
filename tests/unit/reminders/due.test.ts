import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, momentAt, momentFromLocal, type Day } from '#lib/time/day.ts';
import { due, next, quietness } from '#lib/reminders/model/due.ts';
import {
  DEFAULT_RULES,
  instantOf,
  isQuiet,
  minuteAt,
  slotKey,
  slotsBetween,
  UNTIL_RESUMED,
  type Answer,
  type Minute,
  type Reminder,
  type ReminderRules,
  type Reply
} from '#lib/reminders/model/reminder.ts';
import { amendReminder, restoredReminder } from '#lib/reminders/model/reminderDraft.ts';
import * as arbitrary from '../account/arbitrary.ts';

const BERLIN = 'Europe/Berlin';
const NEW_YORK = 'America/New_York';
const SYDNEY = 'Australia/Sydney';
const LORD_HOWE = 'Australia/Lord_Howe';
const KATHMANDU = 'Asia/Kathmandu';
const HOUR = 3_600_000;
const MANY: ReminderRules = { mostADay: 12, pausedUntil: null };

const minuteOf = (time: string): Minute => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const clock = (minute: Minute) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const iso = (at: number) => new Date(at).toISOString().replace(/:00\.000Z$/, 'Z');

/** A reminder at these times, every day and made long ago unless it says otherwise. */
function at(times: readonly string[], change: Partial<Reminder> = {}): Reminder {
  return {
    id: 'a',
    createdAt: 0,
    updatedAt: 0,
    text: '',
    days: [1, 2, 3, 4, 5, 6, 7],
    times: { kind: 'fixed', at: times.map(minuteOf) },
    isOn: true,
    sequence: 0,
    ...change
  };
}

/** The prompt of a local time, seen half a minute after it or at an instant that is given. */
function seen(local: string, { zone = BERLIN, id = 'a', shownAt = 0 } = {}): Answer {
  const moment = momentFromLocal(local, zone);
  return {
    reminderId: id,
    day: local.slice(0, 10),
    minute: minuteOf(local.slice(11)),
    shownAt: shownAt || moment.at + 30_000
  };
}

function replied(answer: Answer, reply: Reply, instant: string): Answer {
  return { ...answer, reply, repliedAt: Date.parse(instant) };
}

interface Asked {
  answers?: readonly Answer[];
  rules?: ReminderRules;
  zone?: string;
}

/** What is due at an instant: 'a 2026-11-22 20:00', or 'none'. */
function dueAt(
  reminders: readonly Reminder[],
  instant: string | number,
  { answers = [], rules = DEFAULT_RULES, zone = BERLIN }: Asked = {}
): string {
  const now = typeof instant === 'number' ? instant : Date.parse(instant);
  const found = due(reminders, answers, rules, now, zone);
  return found ? `${found.reminder.id} ${found.slot.day} ${clock(found.slot.minute)}` : 'none';
}

/** The next three times after an instant. */
function nextAt(
  reminder: Reminder,
  instant: string,
  { answers = [], rules = DEFAULT_RULES, zone = BERLIN }: Asked = {}
): string[] {
  return next(reminder, answers, rules, Date.parse(instant), zone, 3).map(iso);
}

describe('a prompt is due', () => {
  const evening = at(['20:00']);

  test.each([
    ['2026-11-22T18:59:59Z', 'a 2026-11-21 20:00'],
    ['2026-11-22T19:00Z', 'a 2026-11-22 20:00'],
    ['2026-11-22T23:30Z', 'a 2026-11-22 20:00'],
    ['2026-11-23T18:59Z', 'a 2026-11-22 20:00'],
    ['2026-11-23T19:00Z', 'a 2026-11-23 20:00']
  ])('from its time on, for a day: %s', (instant, expected) => {
    expect(dueAt([evening], instant)).toBe(expected);
  });

  test('no longer than a day', () => {
    const sunday = at(['20:00'], { days: [7] });
    expect(dueAt([sunday], '2026-11-23T18:59Z')).toBe('a 2026-11-22 20:00');
    expect(dueAt([sunday], '2026-11-23T19:00:01Z')).toBe('none');
  });

  test('not where the reminder is off', () => {
    expect(dueAt([at(['20:00'], { isOn: false })], '2026-11-22T20:00Z')).toBe('none');
  });

  test.each([
    // Clocks go forward, then back: a prompt is due for 24 hours, also where the day has 25
    [BERLIN, '20:00', '2026-03-29T17:59Z', 'a 2026-03-28 20:00'],
    [BERLIN, '20:00', '2026-03-29T18:00Z', 'a 2026-03-29 20:00'],
    [BERLIN, '20:00', '2026-10-25T18:00Z', 'a 2026-10-24 20:00'],
    [BERLIN, '20:00', '2026-10-25T18:59Z', 'none'],
    [BERLIN, '20:00', '2026-10-25T19:00Z', 'a 2026-10-25 20:00'],
    // The time is skipped: 3:30 instead. It comes twice: the first time
    [BERLIN, '02:30', '2026-03-29T01:29Z', 'a 2026-03-28 02:30'],
    [BERLIN, '02:30', '2026-03-29T01:30Z', 'a 2026-03-29 02:30'],
    [BERLIN, '02:30', '2026-10-25T00:29Z', 'a 2026-10-24 02:30'],
    [BERLIN, '02:30', '2026-10-25T00:30Z', 'a 2026-10-25 02:30'],
    [NEW_YORK, '02:30', '2026-03-08T07:30Z', 'a 2026-03-08 02:30'],
    [NEW_YORK, '01:30', '2026-11-01T05:30Z', 'a 2026-11-01 01:30'],
    [SYDNEY, '02:30', '2026-10-03T16:29Z', 'a 2026-10-03 02:30'],
    [SYDNEY, '02:30', '2026-10-03T16:30Z', 'a 2026-10-04 02:30'],
    [SYDNEY, '20:00', '2026-04-05T09:59Z', 'none'],
    [SYDNEY, '20:00', '2026-04-05T10:00Z', 'a 2026-04-05 20:00'],
    [LORD_HOWE, '02:15', '2026-10-03T15:45Z', 'a 2026-10-04 02:15'],
    [LORD_HOWE, '20:00', '2026-10-04T08:59Z', 'a 2026-10-03 20:00'],
    [LORD_HOWE, '20:00', '2026-10-04T09:00Z', 'a 2026-10-04 20:00'],
    [KATHMANDU, '20:00', '2026-11-22T14:14Z', 'a 2026-11-21 20:00'],
    [KATHMANDU, '20:00', '2026-11-22T14:15Z', 'a 2026-11-22 20:00']
  ])('%s: at %s, seen at %s', (zone, time, instant, expected) => {
    expect(dueAt([at([time])], instant, { zone })).toBe(expected);
  });
});

describe('one card, never a pile', () => {
  const three = at(['09:00', '13:00', '18:00']);
  const missed = [three, at(['12:00'], { id: 'b' }), at(['08:00'], { id: 'c' })];

  test('after a missed day: the latest of all, whatever order they are in', () => {
    expect(dueAt(missed, '2026-11-22T19:00Z')).toBe('a 2026-11-22 18:00');
    expect(dueAt(missed.toReversed(), '2026-11-22T19:00Z')).toBe('a 2026-11-22 18:00');
  });

  test('once that is answered, none of those before', () => {
    const card = seen('2026-11-22T18:00', { shownAt: Date.parse('2026-11-22T19:00Z') });
    const answers = [replied(card, 'yes', '2026-11-22T19:01Z')];
    expect(dueAt(missed, '2026-11-22T19:02Z', { answers, rules: MANY })).toBe('none');
  });

  test('a later prompt takes the place of one that was seen and not answered', () => {
    const both = [at(['18:00']), at(['18:30'], { id: 'b' })];
    const answers = [seen('2026-11-22T18:00')];
    expect(dueAt(both, '2026-11-22T17:29Z', { answers })).toBe('a 2026-11-22 18:00');
    expect(dueAt(both, '2026-11-22T17:30Z', { answers })).toBe('b 2026-11-22 18:30');
    const later = replied(seen('2026-11-22T18:30', { id: 'b' }), 'yes', '2026-11-22T17:31Z');
    expect(dueAt(both, '2026-11-22T17:32Z', { answers: [...answers, later] })).toBe('none');
  });

  test('two of the same minute come one after the other', () => {
    const both = [at(['20:00']), at(['20:00'], { id: 'b' })];
    expect(dueAt(both, '2026-11-22T19:00Z')).toBe('b 2026-11-22 20:00');
    const first = replied(seen('2026-11-22T20:00', { id: 'b' }), 'yes', '2026-11-22T19:02Z');
    expect(dueAt(both, '2026-11-22T19:02Z', { answers: [first] })).toBe('a 2026-11-22 20:00');
    const second = replied(seen('2026-11-22T20:00'), 'yes', '2026-11-22T19:03Z');
    expect(dueAt(both, '2026-11-22T19:03Z', { answers: [first, second] })).toBe('none');
  });
});

describe('replies', () => {
  const two = at(['14:00', '20:00']);
  const card = seen('2026-11-22T14:00');
  const ask = (reply: Reply, repliedAt: string, instant: string) =>
    dueAt([two], instant, { answers: [replied(card, reply, repliedAt)] });

  test('"yes" is the end of a prompt', () => {
    expect(ask('yes', '2026-11-22T13:01Z', '2026-11-22T13:01Z')).toBe('none');
    expect(ask('yes', '2026-11-22T13:01Z', '2026-11-22T18:59Z')).toBe('none');
    expect(ask('yes', '2026-11-22T13:01Z', '2026-11-22T19:00Z')).toBe('a 2026-11-22 20:00');
  });

  test('an answer counts at once, also where the clock that is asked by lags behind', () => {
    expect(ask('yes', '2026-11-22T13:01Z', '2026-11-22T13:00:45Z')).toBe('none');
  });

  test('"not yet" puts it off by half an hour', () => {
    expect(ask('not yet', '2026-11-22T13:10Z', '2026-11-22T13:39:59Z')).toBe('none');
    expect(ask('not yet', '2026-11-22T13:10Z', '2026-11-22T13:40Z')).toBe('a 2026-11-22 14:00');
    expect(ask('not yet', '2026-11-22T13:10Z', '2026-11-22T19:00Z')).toBe('a 2026-11-22 20:00');
  });

  test('one that was put off comes back also after another has been answered', () => {
    const both = [two, at(['14:20'], { id: 'b' })];
    const answers = [
      replied(card, 'not yet', '2026-11-22T13:10Z'),
      replied(seen('2026-11-22T14:20', { id: 'b' }), 'yes', '2026-11-22T13:21Z')
    ];
    expect(dueAt(both, '2026-11-22T13:30Z', { answers })).toBe('none');
    expect(dueAt(both, '2026-11-22T13:40Z', { answers })).toBe('a 2026-11-22 14:00');
  });

  test('one that was put off comes back though the day is full', () => {
    const rules = { mostADay: 1, pausedUntil: null };
    const answers = [replied(card, 'not yet', '2026-11-22T18:40Z')];
    expect(dueAt([two], '2026-11-22T19:05Z', { answers, rules })).toBe('none');
    expect(dueAt([two], '2026-11-22T19:10Z', { answers, rules })).toBe('a 2026-11-22 14:00');
  });

  test.each([
    ['2026-11-22T13:02Z', 'none'],
    ['2026-11-22T19:30Z', 'none'],
    // Midnight brings back neither this prompt nor the one that was silenced
    ['2026-11-22T23:00Z', 'none'],
    ['2026-11-23T12:59Z', 'none'],
    ['2026-11-23T13:00Z', 'a 2026-11-23 14:00']
  ])('"not today" silences its reminder until midnight: %s', (instant, expected) => {
    expect(ask('not today', '2026-11-22T13:01Z', instant)).toBe(expected);
  });

  test('"not today" of yesterday’s card is of the day on which it is said', () => {
    const answers = [
      replied(seen('2026-11-21T20:00'), 'not today', '2026-11-22T07:00Z'),
      // A card left in the list of notifications for days
      replied(seen('2026-11-15T20:00', { id: 'b' }), 'not today', '2026-11-22T07:00Z')
    ];
    expect(dueAt([two, { ...two, id: 'b' }], '2026-11-22T19:30Z', { answers })).toBe('none');
  });

  test.each([
    // The evening goes on for four hours.
    ['2026-11-21T23:50', '2026-11-21T23:35Z', 'a 2026-11-22 14:00'],
    ['2026-11-21T23:50', '2026-11-22T02:59Z', 'a 2026-11-22 14:00'],
    ['2026-11-21T23:50', '2026-11-22T03:00Z', 'none'],
    // Of the new day itself.
    ['2026-11-22T00:20', '2026-11-21T23:35Z', 'none']
  ])('"not today" of a prompt of %s, said at %s, silences no day after', (slot, said, expected) => {
    const answers = [replied(seen(slot), 'not today', said)];
    expect(dueAt([at(['14:00'])], '2026-11-22T13:00Z', { answers })).toBe(expected);
    expect(dueAt([at(['14:00'])], '2026-11-23T13:00Z', { answers })).toBe('a 2026-11-23 14:00');
  });

  test('"not today" leaves other reminders alone', () => {
    const answers = [replied(card, 'not today', '2026-11-22T13:01Z')];
    const both = [two, at(['15:00'], { id: 'b' })];
    expect(dueAt(both, '2026-11-22T14:00Z', { answers })).toBe('b 2026-11-22 15:00');
  });

  test.each<[Reply, string[]]>([
    ['yes', ['2026-11-22T19:00Z', '2026-11-23T13:00Z', '2026-11-23T19:00Z']],
    ['not today', ['2026-11-23T13:00Z', '2026-11-23T19:00Z', '2026-11-24T13:00Z']]
  ])('the next times after %j', (reply, expected) => {
    const answers = [replied(card, reply, '2026-11-22T13:01Z')];
    expect(nextAt(two, '2026-11-22T13:02Z', { answers })).toEqual(expected);
  });
});

describe('the most a day', () => {
  const two = [at(['09:00', '13:00', '18:00']), at(['20:00'], { id: 'b' })];
  const rules = { mostADay: 2, pausedUntil: null };
  const full = [seen('2026-11-22T09:00'), seen('2026-11-22T13:00')];

  test('is of all reminders together, by when they were shown', () => {
    const yesterdays = seen('2026-11-21T20:00', {
      id: 'b',
      shownAt: Date.parse('2026-11-22T06:00Z')
    });
    const answers = [replied(yesterdays, 'yes', '2026-11-22T06:01Z')];
    expect(dueAt(two, '2026-11-22T08:00Z', { answers, rules })).toBe('a 2026-11-22 09:00');
    answers.push(replied(seen('2026-11-22T09:00'), 'yes', '2026-11-22T08:02Z'));
    expect(dueAt(two, '2026-11-22T12:00Z', { answers, rules })).toBe('none');
  });

  test('holds for the cards of the day before, too', () => {
    const quiet = { from: 0, to: 8 * 60 };
    const evening = [at(['18:00']), at(['20:00'], { id: 'b', quiet })];
    const shownAt = Date.parse('2026-11-22T06:00Z');
    const early = replied(seen('2026-11-21T18:00', { shownAt }), 'yes', '2026-11-22T06:01Z');
    const asked = (mostADay: number) => ({
      answers: [early],
      rules: { mostADay, pausedUntil: null }
    });
    expect(dueAt(evening, '2026-11-22T07:00Z', asked(2))).toBe('b 2026-11-21 20:00');
    expect(dueAt(evening, '2026-11-22T07:00Z', asked(1))).toBe('none');
  });

  test('leaves the card that is shown', () => {
    expect(dueAt(two, '2026-11-22T12:30Z', { answers: full, rules })).toBe('a 2026-11-22 13:00');
    expect(dueAt(two, '2026-11-22T19:00Z', { answers: full, rules })).toBe('a 2026-11-22 13:00');
  });

  test('is not made up for at midnight', () => {
    const answers = full.map((answer) => replied(answer, 'yes', '2026-11-22T12:30Z'));
    expect(dueAt(two, '2026-11-22T19:00Z', { answers, rules })).toBe('none');
    expect(dueAt(two, '2026-11-22T23:00Z', { answers, rules })).toBe('none');
    expect(dueAt(two, '2026-11-23T08:00Z', { answers, rules })).toBe('a 2026-11-23 09:00');
  });

  test('bounds the next times', () => {
    const often = at(['09:00', '13:00', '18:00']);
    expect(nextAt(often, '2026-11-22T00:00Z', { rules })).toEqual([
      '2026-11-22T08:00Z',
      '2026-11-22T12:00Z',
      '2026-11-23T08:00Z'
    ]);
    expect(nextAt(often, '2026-11-22T13:00Z', { rules, answers: full })[0]).toBe(
      '2026-11-23T08:00Z'
    );
    expect(nextAt(often, '2026-11-22T13:00Z', { rules, answers: full.slice(1) })[0]).toBe(
      '2026-11-22T17:00Z'
    );
  });
});

describe('a pause of all', () => {
  const evening = at(['20:00']);
  const until = (instant: string) => ({ mostADay: 3, pausedUntil: Date.parse(instant) });

  test.each([
    ['2026-11-22T18:00Z', '2026-11-22T19:30Z', 'a 2026-11-22 20:00'],
    ['2026-11-22T19:30Z', '2026-11-22T19:29Z', 'none'],
    // What its time has passed in the pause is not made up for
    ['2026-11-22T23:00Z', '2026-11-22T23:00Z', 'none'],
    ['2026-11-22T23:00Z', '2026-11-23T18:59Z', 'none'],
    ['2026-11-22T23:00Z', '2026-11-23T19:00Z', 'a 2026-11-23 20:00'],
    ['2026-11-22T19:00Z', '2026-11-22T19:00Z', 'a 2026-11-22 20:00']
  ])('until %s, seen at %s', (pause, instant, expected) => {
    expect(dueAt([evening], instant, { rules: until(pause) })).toBe(expected);
  });

  test('puts off the next times', () => {
    const rules = until('2026-12-31T23:00Z');
    expect(nextAt(evening, '2026-11-22T12:00Z', { rules })[0]).toBe('2027-01-01T19:00Z');
    expect(nextAt(evening, '2026-11-22T12:00Z', { rules: until('2026-11-22T19:00Z') })[0]).toBe(
      '2026-11-22T19:00Z'
    );
  });

  test('puts them off for a year and more', () => {
    const rules = until('2027-12-15T12:00Z');
    const thursdays = at(['20:00'], { days: [4] });
    expect(nextAt(thursdays, '2026-11-22T12:00Z', { rules })).toEqual([
      '2027-12-16T19:00Z',
      '2027-12-23T19:00Z',
      '2027-12-30T19:00Z'
    ]);
  });

  test('until it is resumed', () => {
    const rules = { mostADay: 3, pausedUntil: UNTIL_RESUMED };
    expect(dueAt([evening], '2026-11-22T19:00Z', { rules })).toBe('none');
    expect(nextAt(evening, '2026-11-22T12:00Z', { rules })).toEqual([]);
  });
});

describe('a change', () => {
  const changed = Date.parse('2026-11-22T18:00Z');

  test('at 19:00 to 18:00 makes nothing due at once', () => {
    const edited = at(['18:00'], { updatedAt: changed });
    expect(dueAt([edited], '2026-11-22T18:00Z')).toBe('none');
    expect(dueAt([edited], '2026-11-22T22:00Z')).toBe('none');
    expect(dueAt([edited], '2026-11-23T17:00Z')).toBe('a 2026-11-23 18:00');
    expect(nextAt(edited, '2026-11-22T12:00Z')[0]).toBe('2026-11-23T17:00Z');
  });

  test('at its very time leaves it due', () => {
    const edited = at(['19:00'], { updatedAt: changed });
    expect(dueAt([edited], '2026-11-22T18:00Z')).toBe('a 2026-11-22 19:00');
  });

  test('of its words leaves what is due, though no card was shown', () => {
    const before = at(['18:00'], { updatedAt: changed - 9 * HOUR });
    const words = { ...before, text: 'One small act?' };
    const edited = amendReminder(before, words, changed);
    expect(dueAt([edited], '2026-11-22T18:01Z')).toBe('a 2026-11-22 18:00');
    // Other times begin anew; where they are undone it's due again.
    const moved = amendReminder(edited, { ...edited, times: at(['17:00']).times }, changed + 1);
    expect(dueAt([moved], '2026-11-22T18:01Z')).toBe('none');
    const undone = restoredReminder(edited, moved, changed + 2);
    expect(dueAt([undone], '2026-11-22T18:01Z')).toBe('a 2026-11-22 18:00');
    const off = amendReminder(edited, { ...edited, isOn: false }, changed + 3);
    expect(
      dueAt([amendReminder(off, { ...off, isOn: true }, changed + 4)], '2026-11-22T18:01Z')
    ).toBe('none');
  });

  test('of its words leaves the card that is shown', () => {
    const edited = at(['18:00'], { updatedAt: changed, text: 'One small act?' });
    const answers = [seen('2026-11-22T18:00')];
    expect(dueAt([edited], '2026-11-22T18:01Z', { answers })).toBe('a 2026-11-22 18:00');
  });
});

describe('quiet hours', () => {
  const quiet = { from: 22 * 60, to: 7 * 60 };
  const late = at(['21:50'], { quiet });

  test.each([
    ['2026-11-22T20:50Z', 'a 2026-11-22 21:50'],
    ['2026-11-22T20:59Z', 'a 2026-11-22 21:50'],
    ['2026-11-22T21:00Z', 'none'],
    ['2026-11-22T23:00Z', 'none'],
    ['2026-11-23T05:59Z', 'none'],
    ['2026-11-23T06:00Z', 'a 2026-11-22 21:50']
  ])('pass midnight, and leave the card for the morning: %s', (instant, expected) => {
    expect(dueAt([late], instant)).toBe(expected);
  });

  test('hold also where a clock change moves a time into them', () => {
    const early = at(['02:30'], { quiet: { from: 180, to: 420 } });
    expect(dueAt([early], '2026-03-29T01:30Z')).toBe('none');
    expect(dueAt([early], '2026-03-29T05:00Z')).toBe('a 2026-03-29 02:30');
    expect(nextAt(early, '2026-03-28T12:00Z')[0]).toBe('2026-03-30T00:30Z');
  });

  test('nothing is due in them', () => {
    fc.assert(
      fc.property(arbitrary.reminder, instant, arbitrary.zone, (reminder, now, zone) => {
        fc.pre(isQuiet(minuteAt(now, zone), reminder.quiet));
        expect(due([reminder], [], MANY, now, zone)).toBeUndefined();
      })
    );
  });
});

describe('travel', () => {
  const evening = at(['20:00']);

  test('20:00 is 20:00 wherever the person is', () => {
    expect(dueAt([evening], '2026-11-22T19:00Z', { zone: BERLIN })).toBe('a 2026-11-22 20:00');
    expect(dueAt([evening], '2026-11-22T19:00Z', { zone: NEW_YORK })).toBe('a 2026-11-21 20:00');
    expect(nextAt(evening, '2026-11-22T19:00Z', { zone: NEW_YORK })[0]).toBe('2026-11-23T01:00Z');
    expect(nextAt(evening, '2026-11-22T19:00Z', { zone: SYDNEY })[0]).toBe('2026-11-23T09:00Z');
  });

  test('westwards: what was answered is not asked again', () => {
    const answers = [replied(seen('2026-11-22T20:00'), 'yes', '2026-11-22T19:05Z')];
    const there = { answers, zone: NEW_YORK };
    expect(dueAt([evening], '2026-11-23T01:00Z', there)).toBe('none');
    expect(nextAt(evening, '2026-11-22T21:00Z', there)[0]).toBe('2026-11-24T01:00Z');
  });

  test('westwards: what is new there prompts though a later time was shown before', () => {
    const answers = [replied(seen('2026-11-22T20:00'), 'yes', '2026-11-22T19:05Z')];
    const made = at(['18:00'], { id: 'b', updatedAt: Date.parse('2026-11-22T22:00Z') });
    expect(dueAt([evening, made], '2026-11-22T23:00Z', { answers, zone: NEW_YORK })).toBe(
      'b 2026-11-22 18:00'
    );
  });

  test('eastwards: the times that were jumped over leave one card', () => {
    const often = at(['09:00', '13:00', '20:00']);
    const answers = [replied(seen('2026-11-22T13:00'), 'yes', '2026-11-22T12:01Z')];
    // 14:00 in Berlin is midnight in Sydney
    expect(dueAt([often], '2026-11-22T13:00Z', { answers, zone: SYDNEY })).toBe(
      'a 2026-11-22 20:00'
    );
    expect(nextAt(often, '2026-11-22T13:00Z', { answers, zone: SYDNEY })[0]).toBe(
      '2026-11-22T22:00Z'
    );
  });
});

describe('the next times', () => {
  test.each<[string, string, string, string[]]>([
    [
      BERLIN,
      '20:00',
      '2026-03-27T20:00Z',
      ['2026-03-28T19:00Z', '2026-03-29T18:00Z', '2026-03-30T18:00Z']
    ],
    [
      BERLIN,
      '02:30',
      '2026-03-28T00:00Z',
      ['2026-03-28T01:30Z', '2026-03-29T01:30Z', '2026-03-30T00:30Z']
    ],
    [
      BERLIN,
      '02:30',
      '2026-10-24T00:00Z',
      ['2026-10-24T00:30Z', '2026-10-25T00:30Z', '2026-10-26T01:30Z']
    ],
    [
      NEW_YORK,
      '20:00',
      '2026-10-31T12:00Z',
      ['2026-11-01T00:00Z', '2026-11-02T01:00Z', '2026-11-03T01:00Z']
    ],
    [
      SYDNEY,
      '02:30',
      '2026-10-03T00:00Z',
      ['2026-10-03T16:30Z', '2026-10-04T15:30Z', '2026-10-05T15:30Z']
    ],
    [
      LORD_HOWE,
      '01:45',
      '2026-04-04T00:00Z',
      ['2026-04-04T14:45Z', '2026-04-05T15:15Z', '2026-04-06T15:15Z']
    ],
    [
      LORD_HOWE,
      '02:15',
      '2026-10-03T00:00Z',
      ['2026-10-03T15:45Z', '2026-10-04T15:15Z', '2026-10-05T15:15Z']
    ],
    [
      KATHMANDU,
      '00:00',
      '2026-12-30T12:00Z',
      ['2026-12-30T18:15Z', '2026-12-31T18:15Z', '2027-01-01T18:15Z']
    ],
    [
      KATHMANDU,
      '23:59',
      '2024-02-28T12:00Z',
      ['2024-02-28T18:14Z', '2024-02-29T18:14Z', '2024-03-01T18:14Z']
    ]
  ])('%s at %s, after %s', (zone, time, instant, expected) => {
    expect(nextAt(at([time]), instant, { zone })).toEqual(expected);
  });

  test('are those after now, not at it', () => {
    expect(nextAt(at(['20:00']), '2026-11-22T19:00Z')[0]).toBe('2026-11-23T19:00Z');
  });

  test('are in order and each once where an hour is skipped', () => {
    const planned = at(['02:30', '02:45', '03:15', '03:30']);
    expect(nextAt(planned, '2026-03-29T00:00Z')).toEqual([
      '2026-03-29T01:15Z',
      '2026-03-29T01:30Z',
      '2026-03-29T01:45Z'
    ]);
  });

  test('are on their days, through months and years', () => {
    const thursdays = at(['20:00'], { days: [4] });
    expect(nextAt(thursdays, '2026-12-24T20:00Z')).toEqual([
      '2026-12-31T19:00Z',
      '2027-01-07T19:00Z',
      '2027-01-14T19:00Z'
    ]);
  });

  test('are none where the reminder is off', () => {
    expect(nextAt(at(['20:00'], { isOn: false }), '2026-11-22T19:00Z')).toEqual([]);
  });

  test('are as many as asked for, soonest first', () => {
    expect(next(at(['20:00']), [], MANY, 0, BERLIN, 30)).toHaveLength(30);
    expect(next(at(['20:00']), [], MANY, 0, BERLIN, 0)).toEqual([]);
  });
});

describe('a reminder quiets itself', () => {
  const evening = at(['20:00']);
  const ignored = (days: number, first: Day = '2026-11-01') =>
    Array.from({ length: days }, (_, index) => seen(`${addDays(first, index)}T20:00`));

  test.each([
    [0, 0],
    [2, 0],
    [3, 1],
    [5, 1],
    [6, 2],
    [9, 3],
    [30, 3]
  ])('after %d ignored in a row: by %d', (days, expected) => {
    expect(quietness(evening, ignored(days), Date.parse('2026-12-31T00:00Z'))).toBe(expected);
  });

  test.each<Reply>(['yes', 'not yet', 'not today'])('%j brings it back', (reply) => {
    const answers = ignored(7);
    const last = replied(seen('2026-11-08T20:00'), reply, '2026-11-08T19:05Z');
    const now = Date.parse('2026-12-31T00:00Z');
    expect(quietness(evening, [...answers, last], now)).toBe(0);
    // In whatever order they come
    expect(quietness(evening, [last, ...answers], now)).toBe(0);
    const after = [seen('2026-11-09T20:00'), seen('2026-11-10T20:00'), seen('2026-11-11T20:00')];
    expect(quietness(evening, [...answers, last, ...after], now)).toBe(1);
  });

  test('the one that can still be answered does not count as ignored', () => {
    const answers = ignored(3);
    expect(quietness(evening, answers, Date.parse('2026-11-03T19:01Z'))).toBe(0);
    expect(quietness(evening, answers, Date.parse('2026-11-04T18:59Z'))).toBe(0);
    expect(quietness(evening, answers, Date.parse('2026-11-04T19:01Z'))).toBe(1);
  });

  test('those of other reminders do not count', () => {
    const answers = ignored(9).map((answer) => ({ ...answer, reminderId: 'b' }));
    expect(quietness(evening, answers, Date.parse('2026-12-31T00:00Z'))).toBe(0);
  });

  test.each<[number, Day[]]>([
    [2, ['2026-11-03', '2026-11-04', '2026-11-05']],
    [3, ['2026-11-05', '2026-11-07', '2026-11-09']],
    [6, ['2026-11-10', '2026-11-14', '2026-11-18']],
    [9, ['2026-11-17', '2026-11-25', '2026-12-03']]
  ])('after %d ignored it comes next on %j', (days, expected) => {
    const answers = ignored(days);
    const now = instantOf({ day: addDays('2026-11-01', days - 1), minute: 1201 }, BERLIN);
    const found = next(evening, answers, DEFAULT_RULES, now, BERLIN, 3);
    expect(found.map((at) => momentAt(at, BERLIN).day)).toEqual(expected);
  });

  test('prompts of a clock that ran ahead do not count now', () => {
    const answers = ignored(3, '2030-11-01');
    for (const day of ['2026-11-04', '2026-11-05', '2026-11-06']) {
      expect(dueAt([evening], `${day}T19:00Z`, { answers })).toBe(`a ${day} 20:00`);
    }
  });

  test('it skips, then prompts', () => {
    const answers = ignored(3);
    expect(dueAt([evening], '2026-11-04T19:00:01Z', { answers })).toBe('none');
    expect(dueAt([evening], '2026-11-05T19:00Z', { answers })).toBe('a 2026-11-05 20:00');
  });

  test('an answer brings back later prompts, not the one just left out', () => {
    const often = at(['09:00', '12:00', '18:00']);
    const answers = [
      seen('2026-11-21T09:00'),
      seen('2026-11-21T12:00'),
      seen('2026-11-21T18:00'),
      replied(seen('2026-11-22T12:00'), 'yes', '2026-11-22T17:30Z')
    ];
    // 18:00, the second after 18:00 is 12:00, and the next is left out
    const open = answers.slice(0, 3);
    expect(dueAt([often], '2026-11-22T08:00Z', { answers: open })).toBe('a 2026-11-21 18:00');
    expect(dueAt([often], '2026-11-22T11:00Z', { answers: open })).toBe('a 2026-11-22 12:00');
    expect(dueAt([often], '2026-11-22T17:31Z', { answers })).toBe('none');
    expect(nextAt(often, '2026-11-22T17:31Z', { answers, rules: MANY })).toEqual([
      '2026-11-23T08:00Z',
      '2026-11-23T11:00Z',
      '2026-11-23T17:00Z'
    ]);
  });

  test('weekdays that are all even or all odd are halved too', () => {
    const planned = at(['20:00'], { days: [1, 3, 5, 7] });
    const answers = ['2026-11-15', '2026-11-16', '2026-11-18'].map((day) => seen(`${day}T20:00`));
    const found = next(planned, answers, MANY, Date.parse('2026-11-18T19:01Z'), BERLIN, 4);
    expect(found.map((at) => momentAt(at, BERLIN).day)).toEqual([
      '2026-11-22',
      '2026-11-25',
      '2026-11-29',
      '2026-12-02'
    ]);
  });
});

const instant = fc.integer({ min: Date.UTC(2021, 0), max: Date.UTC(2037, 0) });
const reply = fc.constantFrom<Reply | undefined>('yes', 'not yet', 'not today', undefined);

/** A reminder, an instant, and what became of its prompts of the days before. */
const story = fc
  .record({
    reminder: arbitrary.reminder,
    now: instant,
    zone: fc.constantFrom(...arbitrary.ZONES, NEW_YORK, SYDNEY),
    fates: fc.array(fc.record({ isSeen: fc.boolean(), late: fc.nat(12 * HOUR), reply }), {
      maxLength: 30
    })
  })
  .map(({ reminder, now, zone, fates }) => {
    const slots = slotsBetween(reminder, now - 6 * 24 * HOUR, now, zone).toReversed();
    const answers = fates.flatMap(({ isSeen, late, reply }, index): Answer[] => {
      const slot = slots[index];
      if (!slot || !isSeen) return [];
      const shownAt = Math.min(now, instantOf(slot, zone) + late);
      return [{ ...slot, shownAt, ...(reply && { reply, repliedAt: shownAt }) }];
    });
    return { reminder, now, zone, answers };
  });

test('every instant that next names is due then, and none between', () => {
  fc.assert(
    fc.property(
      story,
      fc.integer({ min: 1, max: 12 }),
      ({ reminder, now, zone, answers }, mostADay) => {
        const rules = { mostADay, pausedUntil: null };
        const times = next(reminder, answers, rules, now, zone, 3);
        times.forEach((at, index) => {
          expect(at).toBeGreaterThan(times[index - 1] ?? now);
          const found = due([reminder], answers, rules, at, zone);
          expect(found && instantOf(found.slot, zone)).toBe(at);
        });
        const [first] = times;
        if (first === undefined) return;
        for (const slot of slotsBetween(reminder, now + 1, first - 1, zone)) {
          const found = due([reminder], answers, rules, instantOf(slot, zone), zone);
          expect(found?.slot).not.toEqual(slot);
        }
      }
    )
  );
}, 30_000);

test('what was left unanswered for long comes back within eight prompts', () => {
  fc.assert(
    fc.property(story, ({ reminder, now, zone, answers }) => {
      const ignored = answers.map(({ reminderId, day, minute, shownAt }) => {
        return { reminderId, day, minute, shownAt };
      });
      const [first] = next(reminder, ignored, MANY, now, zone, 1);
      expect(first).toBeDefined();
      const between = slotsBetween(reminder, now + 1, Number(first), zone);
      expect(between.length).toBeLessThanOrEqual(9);
    })
  );
}, 30_000);

test('what is due gives way to its answer, and to no prompt before it', () => {
  fc.assert(
    fc.property(story, fc.nat({ max: 24 * HOUR }), ({ reminder, now, zone, answers }, later) => {
      const before = answers.filter(({ reply }) => reply !== 'not yet');
      const found = due([reminder], before, MANY, now, zone);
      if (!found) return;
      const planned = instantOf(found.slot, zone);
      expect(planned).toBeLessThanOrEqual(now);
      expect(planned).toBeGreaterThanOrEqual(now - 24 * HOUR);
      const isFound = (answer: Answer) => slotKey(answer) === slotKey(found.slot);
      const others = before.filter((answer) => !isFound(answer));
      const card: Answer = before.find(isFound) ?? { ...found.slot, shownAt: now };
      const then = due([reminder], [...others, card], MANY, now + later, zone);
      if (then) expect(instantOf(then.slot, zone)).toBeGreaterThanOrEqual(planned);
      const done: Answer = { ...card, reply: 'yes', repliedAt: now };
      expect(due([reminder], [...others, done], MANY, now, zone)).toBeUndefined();
    })
  );
}, 30_000);
