import { beforeEach, expect, test } from 'vitest';
import { record, replace, retract } from '#lib/account/store/ledger.ts';
import { parseBackup } from '#lib/backup/read.ts';
import { serialise } from '#lib/backup/format.ts';
import {
  emptyAccount,
  importAccount,
  previewImport,
  undoImport
} from '#lib/backup/store/importAccount.ts';
import { readAccount } from '#lib/backup/store/readAccount.ts';
import type { Account } from '#lib/backup/model/account.ts';
import { winRecord } from '#lib/practices/ground/record.ts';
import { putBack, removeRecord } from '#lib/practices/store/records.ts';
import { REMEMBERED_MS } from '#lib/record/deleted.ts';
import { forgetOldDeletions } from '#lib/store/deletions.ts';
import {
  keepReminder,
  removeReminder,
  restoreReminder,
  showSlot
} from '#lib/reminders/store/reminders.ts';
import type { Reminder } from '#lib/reminders/model/reminder.ts';
import { db } from '../database.ts';
import { amend, entry, keepRecord, startAnew } from '../ground.ts';
import { seal } from '../lock/key.ts';
import { rawText } from '../lock/raw.ts';

/*
 * Deletions travel in backups, from one device to another and back.
 */

const MERGE = { way: 'merge', arrangements: 'left' } as const;
const WIN = winRecord.create({ text: 'Swam' }, { id: entry(7).id, now: entry(7).at, zone: 'UTC' });
const REMINDER: Reminder = {
  id: entry(8).id,
  createdAt: 1,
  updatedAt: 1,
  text: 'Tea?',
  days: [7],
  times: { kind: 'fixed', at: [1200] },
  isOn: true,
  sequence: 0
};

/** The account as it goes out in a file and comes in elsewhere. */
async function file(): Promise<Account> {
  const parsed = parseBackup(serialise(await readAccount(), 0));
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed));
  return parsed.account;
}

/** As on another device that has taken in a file. */
async function elsewhere(account: Account): Promise<void> {
  await startAnew();
  await importAccount(account, MERGE);
}

const held = async () => {
  const { entries, reminders, answers, practices } = await readAccount();
  return [entries, reminders, answers, practices.wins].map((rows) => rows.length);
};

beforeEach(async () => {
  await startAnew();
  await record(entry(1));
  await record(entry(2));
  await keepRecord('wins', WIN);
  await keepReminder(REMINDER);
  await showSlot({ reminderId: REMINDER.id, day: '2026-03-01', minute: 1200 }, 2);
});

async function deleteAll(): Promise<() => Promise<void>> {
  await retract(entry(1).id);
  const win = await removeRecord('wins', WIN.id);
  const reminder = await removeReminder(REMINDER.id);
  return async () => {
    await replace({ before: undefined, after: entry(1) });
    if (win) await putBack('wins', win);
    if (reminder) await restoreReminder(reminder);
  };
}

test('what is deleted on one device goes on the other, which is told so before', async () => {
  const before = await file();
  await deleteAll();
  const after = await file();
  expect(after.deleted).toMatchObject([
    { table: 'entries', id: entry(1).id },
    { table: 'reminders', id: REMINDER.id },
    { table: 'wins', id: WIN.id }
  ]);
  await elsewhere(before);
  expect(await held()).toEqual([2, 1, 1, 1]);
  const { entries, reminders, practices } = await previewImport(after);
  expect([entries, reminders, practices].map(({ gone }) => gone.length)).toEqual([1, 1, 1]);
  const imported = await importAccount(after, MERGE);
  expect(await held()).toEqual([1, 0, 0, 0]);
  expect((await file()).deleted).toEqual(after.deleted);
  await undoImport(imported);
  expect(await held()).toEqual([2, 1, 1, 1]);
  expect(await db.deletions.count()).toBe(0);
});

test('an older backup does not bring back what was deleted here since', async () => {
  const before = await file();
  await deleteAll();
  const { entries, practices } = await previewImport(before);
  expect(entries).toMatchObject({ added: [], buried: 1, skipped: 2 });
  expect(practices).toMatchObject({ added: [], buried: 1 });
  await importAccount(before, MERGE);
  expect(await held()).toEqual([1, 0, 0, 0]);
  await importAccount(before, { way: 'replace', arrangements: 'left' });
  expect(await held()).toEqual([2, 1, 1, 1]);
  expect(await db.deletions.count()).toBe(0);
});

test('an undone deletion is undone everywhere, also where it has travelled', async () => {
  const before = await file();
  const undo = await deleteAll();
  const deleted = await file();
  await undo();
  expect(await held()).toEqual([2, 1, 1, 1]);
  expect(await db.deletions.count()).toBe(0);
  const undone = await file();
  await importAccount(deleted, MERGE);
  expect(await held()).toEqual([2, 1, 1, 1]);
  await elsewhere(before);
  await importAccount(deleted, MERGE);
  expect(await held()).toEqual([1, 0, 0, 0]);
  await importAccount(undone, MERGE);
  expect(await held()).toEqual([2, 1, 1, 1]);
});

test('what is written later than it was deleted elsewhere stays', async () => {
  const before = await file();
  await deleteAll();
  const deleted = await file();
  await elsewhere(before);
  const later = Math.max(...(deleted.deleted ?? []).map(({ at }) => at)) + 1;
  await amend({ ...entry(1), note: 'Still true.', updatedAt: later });
  await importAccount(deleted, MERGE);
  expect((await readAccount()).entries).toMatchObject([{ note: 'Still true.' }, {}]);
  expect((await file()).deleted).toHaveLength(2);
});

test('it is sealed under the lock, forgotten after a year, and not noted where all is erased', async () => {
  await seal();
  await retract(entry(1).id);
  expect(await rawText()).not.toContain(entry(1).id);
  const [{ at } = { at: 0 }] = await db.deletions.toArray();
  await forgetOldDeletions(at + REMEMBERED_MS - 1);
  expect(await db.deletions.count()).toBe(1);
  await forgetOldDeletions(at + REMEMBERED_MS);
  expect(await db.deletions.count()).toBe(0);
  await emptyAccount();
  expect(await db.deletions.count()).toBe(0);
});
