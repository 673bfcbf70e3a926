import { beforeEach, expect, test } from 'vitest';
import { keepDraft } from '#lib/store/drafts.ts';
import { answerFromNotification } from '#lib/reminders/store/fromNotification.ts';
import { record, retract } from '#lib/account/store/ledger.ts';
import { removeRecord } from '#lib/practices/store/records.ts';
import { keepReminder, removeReminder } from '#lib/reminders/store/reminders.ts';
import { currentHandedOut, handOut } from '#lib/reminders/store/handedOut.ts';
import type { Reminder } from '#lib/reminders/model/reminder.ts';
import { db } from '../database.ts';
import { entry, keepRecord, startAnew } from '../ground.ts';
import { rawRows } from '../lock/raw.ts';

/*
 * Deleted means gone: once the way back is past, nothing of it stands anywhere on the device, but that
 * something with this id was deleted: other devices are to learn of it.
 */

beforeEach(startAnew);

/** All that is kept, in the database and beside it, but for what is remembered of deletions. */
async function everywhere(): Promise<string> {
  const { deletions = [], ...tables } = await rawRows();
  for (const row of deletions) expect(Object.keys(row)).toEqual(['table', 'id', 'at']);
  return JSON.stringify([tables, { ...localStorage }]);
}

const ENTRY = { ...entry(1), note: 'lavender' };

test('an entry that was retracted leaves no words, and its id only as that of something deleted', async () => {
  await record(ENTRY);
  expect(await everywhere()).toMatch(/lavender.*000000000001/);
  await retract(ENTRY.id);
  expect(await everywhere()).not.toMatch(/lavender|000000000001/);
  expect(await db.deletions.toArray()).toMatchObject([{ table: 'entries', id: ENTRY.id }]);
});

test('one that a notification had logged leaves none either', async () => {
  const slot = { reminderId: entry(2).id, day: ENTRY.day, minute: 600 };
  await answerFromNotification(slot, 'yes', 1, ENTRY);
  await retract(ENTRY.id);
  expect(await everywhere()).not.toMatch(/lavender|000000000001/);
});

test('a record takes along what is half written about it, and what notes that it is read', async () => {
  const { id, at, day, zone, updatedAt } = entry(1);
  await keepRecord('wins', { id, at, day, zone, updatedAt, text: 'lavender' });
  await keepDraft(`wins/${id}`, 'lavender');
  await keepDraft('wins/changed', { id, text: 'lavender' });
  await keepDraft('wins/open', id);
  await keepDraft('wins', { id: '', text: 'violet' });
  await removeRecord('wins', id);
  expect(await everywhere()).not.toMatch(/lavender|000000000001/);
  expect(await db.drafts.count()).toBe(1);
});

test('of a reminder only its times stay, for the calendar file that takes it out', async () => {
  const reminder: Reminder = {
    id: entry(1).id,
    createdAt: 1,
    updatedAt: 1,
    text: 'lavender',
    plan: { cue: 'lavender', action: 'lavender' },
    days: [7],
    times: { kind: 'fixed', at: [1200] },
    isOn: true,
    sequence: 2
  };
  await keepReminder(reminder);
  await handOut({ reminders: [reminder], covers: () => true }, Date.now(), 'UTC');
  await removeReminder(reminder.id);
  expect(await everywhere()).not.toContain('lavender');
  expect(await currentHandedOut()).toMatchObject({
    events: [{ reminderId: reminder.id, minute: 1200, weekly: [7] }]
  });
});
