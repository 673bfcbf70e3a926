import { beforeEach, expect, test } from 'vitest';
import { DEFAULT_ACTS } from '#lib/account/model/acts.ts';
import { DEFAULT_CHECK_IN } from '#lib/practices/checkIn/model/checkInTime.ts';
import { NO_IDEAS } from '#lib/practices/together/model/ideas.ts';
import { DEFAULT_RULES } from '#lib/reminders/model/reminder.ts';
import { DEFAULT_TERMS } from '#lib/account/model/terms.ts';
import { currentCheckIn } from '#lib/practices/checkIn/store/checkInRules.ts';
import { mendTallies } from '#lib/account/store/tallyCheck.ts';
import { currentIdeas } from '#lib/practices/together/store/ideas.ts';
import {
  allTallies,
  currentActs,
  currentPauses,
  currentTerms,
  entriesBetween
} from '#lib/account/store/queries.ts';
import { currentTimer } from '#lib/practices/pause/store/timer.ts';
import { allAnswers, allReminders, currentRules } from '#lib/reminders/store/reminders.ts';
import { backupState } from '#lib/backup/store/backupState.ts';
import { forgetPreferences, prefer, preferences } from '#lib/store/preferences.ts';
import { db } from '../database.ts';
import { entry, startAnew } from '../ground.ts';

/*
 * Rows that this version did not write: what can be read is answered, and the rest stays where it is.
 */

const DAY = '2026-03-01';
const stored = { at: Date.parse(`${DAY}T12:00Z`), day: DAY, zone: 'UTC', updatedAt: 0 };
const reminder = {
  ...{ id: 'r0', createdAt: 0, updatedAt: 0, text: '', days: [1], isOn: true, sequence: 0 },
  times: { kind: 'fixed', at: [60] }
};
const answer = { reminderId: 'r0', day: DAY, minute: 60, shownAt: 5 };

/** Each is a row without which the app should go on. */
const ODD = {
  entries: [
    ...[{ id: 'e1' }, { id: 'e2', ...stored, kind: 'kiss' }, { id: 'e3', ...stored, kind: 'bid' }],
    ...[
      { id: 'e4', ...stored, at: 'noon', kind: 'experience' },
      { id: 'e5', ...stored, kind: 'act', by: 'me', act: 5 },
      { id: 'e6', ...stored, kind: 'promise', by: 'me' }
    ]
  ],
  tallies: [
    { day: '2026-11-20' },
    { day: '2026-11-19', counts: null },
    { day: 'never', counts: { act: 1 } }
  ],
  reminders: [
    ...[{ id: 'r1' }, { ...reminder, id: 'r2', times: undefined }],
    ...[
      { ...reminder, id: 'r3', days: null },
      { ...reminder, id: 'r4', times: { kind: 'tide' } }
    ]
  ],
  answers: [
    { reminderId: 'r0', day: DAY, minute: 61 },
    { reminderId: 'r0', day: DAY, minute: 62, shownAt: 'noon', reply: 'yes', repliedAt: 5 }
  ]
};
const KEYS = ['terms', 'pauses', 'acts', 'rules', 'ideas', 'checkIn', 'backup'];
const VALUES = [
  null,
  undefined,
  'x',
  5,
  {},
  [null],
  [{}],
  { worth: null, own: [null], weekday: 9 }
];

beforeEach(startAnew);

test('what cannot be read is left out, stays where it is, and the rest is answered', async () => {
  await db.transaction('rw', 'entries', () =>
    db.table('entries').bulkPut([entry(1), ...ODD.entries])
  );
  await db.transaction('rw', 'tallies', () =>
    db.table('tallies').bulkPut([{ day: DAY, counts: { act: 1 } }, ...ODD.tallies])
  );
  await db.transaction('rw', 'reminders', () =>
    db.table('reminders').bulkPut([reminder, ...ODD.reminders])
  );
  await db.transaction('rw', 'answers', () =>
    db.table('answers').bulkPut([answer, ...ODD.answers])
  );
  expect(await entriesBetween(DAY, DAY)).toEqual([entry(1)]);
  expect(await allTallies()).toEqual([{ day: DAY, counts: { act: 1 } }]);
  expect(await allReminders()).toEqual([reminder]);
  expect(await allAnswers()).toEqual([answer]);
  expect(await db.entries.count()).toBe(1 + ODD.entries.length);
});

test('of an entry with a note that is none the rest is answered', async () => {
  const shared = { id: 'e7', ...stored, kind: 'experience' };
  await db.transaction('rw', 'entries', () => db.table('entries').put({ ...shared, note: {} }));
  expect(await entriesBetween(DAY, DAY)).toEqual([shared]);
});

test('of a reminder with words that are none its times are answered, and it is off unless it says on', async () => {
  await db.transaction('rw', 'reminders', () =>
    db.table('reminders').put({ ...reminder, text: 5, plan: 'x', quiet: null, isOn: 'yes' })
  );
  await db.transaction('rw', 'answers', () =>
    db.table('answers').put({ ...answer, reply: 'maybe' })
  );
  expect(await allReminders()).toEqual([{ ...reminder, isOn: false }]);
  expect(await allAnswers()).toEqual([answer]);
});

test('of a decision with one part that is none the rest is answered', async () => {
  await db.transaction('rw', 'settings', () =>
    db.table('settings').bulkPut([
      {
        key: 'terms',
        value: { worth: { ...DEFAULT_TERMS.worth, act: 'x', kept: 7 }, halfLife: null }
      },
      { key: 'pauses', value: [{ from: DAY, to: null }, { from: DAY, to: 5 }, { from: DAY }] },
      { key: 'acts', value: [{ name: 'tea', hidden: 'yes' }, { name: 5 }, { name: 'tea' }] },
      { key: 'rules', value: { mostADay: 'all', pausedUntil: 5, showsWords: 1 } },
      { key: 'ideas', value: { own: [{ text: 'x' }], hidden: ['hug', 5], seen: 'all' } },
      { key: 'checkIn', value: { isOn: false, weekday: 9, minute: 60, skipped: 'never' } },
      {
        key: 'backup',
        value: {
          last: { at: 5, day: 'never', count: 1 },
          line: { on: DAY, isPutOff: 1 },
          isOff: 'x'
        }
      }
    ])
  );
  expect(await currentTerms()).toEqual({
    worth: { ...DEFAULT_TERMS.worth, kept: 7 },
    halfLife: null
  });
  expect(await currentPauses()).toEqual([{ from: DAY, to: null }]);
  expect(await currentActs()).toEqual([{ name: 'tea' }]);
  expect(await currentRules()).toEqual({ mostADay: 3, pausedUntil: 5 });
  expect(await currentIdeas()).toEqual({ own: [], hidden: ['hug'], seen: [] });
  expect(await currentCheckIn()).toEqual({ isOn: false, weekday: 7, minute: 60 });
  expect((await backupState(DAY)).note).toEqual({ line: { on: DAY, isPutOff: false } });
});

test('a timer that is none does not run', async () => {
  await db.transaction('rw', 'settings', () =>
    db.table('settings').put({ key: 'timer', value: { way: 'nap', startedAt: 0 } })
  );
  expect(await currentTimer()).toBeNull();
});

test('a decision that cannot be read is as if it had never been made', async () => {
  for (const value of VALUES) {
    await db.transaction('rw', 'settings', () =>
      db.table('settings').bulkPut(KEYS.map((key) => ({ key, value })))
    );
    expect(await currentTerms()).toEqual(DEFAULT_TERMS);
    expect(await currentPauses()).toEqual([]);
    expect(await currentActs()).toEqual(Array.isArray(value) ? [] : DEFAULT_ACTS);
    expect(await currentRules()).toEqual(DEFAULT_RULES);
    expect(await currentIdeas()).toEqual(NO_IDEAS);
    expect(await currentCheckIn()).toEqual(DEFAULT_CHECK_IN);
    expect((await backupState(DAY)).note).toEqual({});
  }
});

test('of the preferences only what is odd is as on a new device', () => {
  forgetPreferences();
  const blank = preferences.current;
  const odd = { theme: 'pink', firstDay: 9, covered: 1, lookedBack: 'never', letters: true };
  const right = { offers: false, welcomed: true, recapRead: DAY };
  localStorage.setItem('toward.preferences', JSON.stringify({ ...odd, ...right }));
  prefer({ monthRead: DAY });
  expect(preferences.current).toEqual({ ...blank, ...right, monthRead: DAY });
  for (const text of ['null', '5', '[]', '{', '"offers"']) {
    localStorage.setItem('toward.preferences', text);
    prefer({});
    expect(preferences.current).toEqual(blank);
  }
  forgetPreferences();
});

test('a count below zero, of nothing known, or that is none is mended from the log', async () => {
  await db.transaction('rw', 'entries', () => db.table('entries').put(entry(1)));
  const odd = [{ act: -5 }, { kiss: 3 }, { act: 'many' }, { act: NaN }, undefined];
  for (const counts of odd) {
    await db.transaction('rw', 'tallies', () => db.table('tallies').put({ day: DAY, counts }));
    await mendTallies(() => Promise.resolve());
    expect(await db.tallies.toArray()).toEqual([{ day: DAY, counts: { 'bid:partner:toward': 1 } }]);
  }
});
