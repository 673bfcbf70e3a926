import { beforeEach, expect, test } from 'vitest';
import { record } from '#lib/account/store/ledger.ts';
import { allTallies } from '#lib/account/store/queries.ts';
import { findMissing, mendTallies } from '#lib/account/store/tallyCheck.ts';
import { gather } from '#lib/backup/collectBackup.ts';
import { removeCopies, writeCopy } from '#lib/backup/copy/copyFile.ts';
import { bringBack } from '#lib/backup/copy/restoreCopy.ts';
import { serialise } from '#lib/backup/format.ts';
import { parseBackup } from '#lib/backup/read.ts';
import { readAccount } from '#lib/backup/store/readAccount.ts';
import { readRecoveryCode } from '#lib/lock/model/recoveryCode.ts';
import { newLock, newRecoveryCode } from '#lib/lock/store/changeLock.ts';
import { dropKey, forgetLock } from '#lib/lock/store/keyExchange.ts';
import { lock } from '#lib/lock/store/session.ts';
import { sealDatabase, unsealDatabase } from '#lib/lock/store/turnLock.ts';
import { unlock, type Proof } from '#lib/lock/store/unlock.ts';
import { practiceTables } from '#lib/practices/registry.ts';
import { allOf } from '#lib/practices/store/records.ts';
import { keepReminder, showSlot } from '#lib/reminders/store/reminders.ts';
import type { Reminder } from '#lib/reminders/model/reminder.ts';
import { keepDraft } from '#lib/store/drafts.ts';
import { db } from '../database.ts';
import { readFrozen, thawCopy, thawDatabase, type FrozenRows } from '../frozen.ts';
import { entry } from '../ground.ts';
import { rawText } from '../lock/raw.ts';

const PASSPHRASE = 'five green bottles';
const CODE = '68AF-V4R7-0X92-E30F-CYQ7-VZ6E-S7G7';
/** Cheap, so that the test is quick. */
const WEAK = { memoryKiB: 64, passes: 1, lanes: 1 };
/** The frozen locks cost what they cost on a phone: a busy machine needs its time. */
const SLOW = { timeout: 60_000 };
const NOW = Date.UTC(2026, 10, 22, 18);

const words = (text: string): Proof => ({ by: 'passphrase', text });
const code: Proof = { by: 'recovery', key: readRecoveryCode(CODE) as Uint8Array<ArrayBuffer> };

const OLD = [
  { name: 'database-1', backup: 'backup-1.json', held: { entries: 21, tallies: 16, settings: 4 } },
  {
    name: 'database-2',
    backup: 'backup-2.json',
    held: { entries: 23, tallies: 18, settings: 7, reminders: 3, answers: 5 }
  },
  {
    name: 'database-3',
    backup: 'backup-3-early.json',
    held: { entries: 28, settings: 11, reminders: 3, answers: 5, promises: 7, drafts: 3 }
  },
  {
    name: 'database-4',
    backup: 'backup-3.json',
    held: { entries: 28, settings: 12, reminders: 3, answers: 5, promises: 7, drafts: 4 }
  },
  {
    name: 'database-5',
    backup: 'backup-4.json',
    held: { entries: 27, settings: 12, reminders: 3, answers: 5, promises: 7, drafts: 4 }
  },
  {
    name: 'database-6',
    backup: 'backup-4-late.json',
    held: { entries: 26, settings: 12, requests: 3, wins: 0, drafts: 4, deletions: 2 }
  }
] as const;

beforeEach(async () => {
  localStorage.clear();
  forgetLock();
  await removeCopies();
  await db.delete({ disableAutoOpen: false });
});

/** What tells one row from another, in any store. */
const KEYS = ['id', 'reminderId', 'day', 'minute', 'key'];

/** Under the lock rows come in an order that tells nothing. */
function sorted<Row extends object>(rows: readonly Row[] = []): Row[] {
  const keyOf = (row: object) => KEYS.map((key) => String(Reflect.get(row, key))).join(' ');
  return rows.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

/** Until version 4 a record named its entry. Since then the entry bears the record's id. */
function withIdsOfRecords(frozen: FrozenRows): FrozenRows {
  const owners = new Map<unknown, unknown>();
  const tables = practiceTables().map((table) => {
    const rows = (frozen[table] ?? []).map((row) => {
      const { entryId, ...rest } = row as Record<string, unknown>;
      if (entryId) owners.set(entryId, rest.id);
      return rest;
    });
    return [table, rows];
  });
  const entries = (frozen.entries ?? []).map((row) => {
    const entry = row as Record<string, unknown>;
    return { ...entry, id: owners.get(entry.id) ?? entry.id };
  });
  // What was half written about an entry goes with it.
  const drafts = frozen.drafts?.map((row) => {
    const { key, ...rest } = row as Record<string, unknown>;
    const id = String(key).replace('entry/', '');
    return { ...rest, key: owners.has(id) ? `entry/${String(owners.get(id))}` : key };
  });
  return { ...frozen, ...Object.fromEntries(tables), entries, ...(drafts && { drafts }) };
}

/** The app reads all that was stored, and finds nothing missing and nothing to mend. */
async function expectAll(frozen: FrozenRows): Promise<void> {
  const stored = withIdsOfRecords(frozen);
  const { entries, reminders, answers, practices } = await readAccount();
  // A version to come may add to each row; what was stored stays.
  expect(sorted(entries)).toMatchObject(sorted(stored.entries));
  expect(sorted(reminders)).toMatchObject(sorted(stored.reminders));
  expect(sorted(answers)).toMatchObject(sorted(stored.answers));
  for (const table of practiceTables()) {
    const rows = sorted(stored[table]);
    expect(sorted<object>(practices[table])).toMatchObject(rows);
    expect((await allOf(table)).length).toBe(rows.length);
  }
  expect(sorted(await allTallies())).toEqual(sorted(stored.tallies));
  expect(sorted(await db.drafts.toArray())).toEqual(sorted(stored.drafts));
  // What calendars may hold is told by the reminders; of one that was removed it stood apart.
  const decided = (rows: FrozenRows[string] = []) =>
    sorted(
      rows.filter((row) => !/handedOut|removedReminder/.test(String(Reflect.get(row, 'key'))))
    );
  expect(decided(await db.table('settings').toArray())).toEqual(decided(stored.settings));
  expect(await mendTallies(() => Promise.resolve())).toEqual({ mended: 0, damaged: 0 });
  expect(await findMissing()).toEqual({ found: entries.length, missing: 0 });
}

/** A backup that is made now holds what the one of that time held. */
async function expectBackup(name: string): Promise<void> {
  const { account, leftOut } = await gather();
  expect(leftOut).toBe(0);
  const [now, then] = [serialise(account, NOW), await readFrozen(name)].map(partsOf);
  expect(now).toMatchObject(then ?? {});
}

/** What a backup holds, list by list. */
function partsOf(text: string) {
  const parsed = parseBackup(text);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed));
  const { entries, reminders, answers, practices, ...decided } = parsed.account;
  const records = practiceTables().map((table) => sorted<object>(practices[table]));
  return {
    decided,
    entries: sorted(entries),
    reminders: sorted(reminders),
    answers: sorted(answers),
    records
  };
}

async function expectLocked(): Promise<void> {
  await expect(readAccount()).rejects.toMatchObject({ fault: 'locked' });
  expect(lock.current).toBe('locked');
  const lying = await rawText();
  for (const said of ['The lake in the rain', 'made soup', 'good news', '2026-10-05']) {
    expect(lying).not.toContain(said);
  }
}

test.each(OLD)('$name arrives whole, locked and unlocked', async ({ name, backup, held }) => {
  const stored = await thawDatabase(`${name}.json`);
  const counts = Object.entries(stored).map(([table, rows]) => [table, rows.length]);
  expect(Object.fromEntries(counts)).toMatchObject(held);
  await expectAll(stored);
  expect(db.backendDB().version).toBe(80);
  await expectBackup(backup);

  const rules = { idleMinutes: null, onHide: false };
  const { row, dataKey } = await newLock(
    { passphrase: PASSPHRASE, code: newRecoveryCode() },
    rules,
    WEAK
  );
  await sealDatabase(row, dataKey, () => undefined);
  dropKey();
  await expectLocked();
  expect(await unlock(words(PASSPHRASE), NOW)).toBeUndefined();
  await expectAll(stored);
  await expectBackup(backup);
  expect(await unsealDatabase(() => undefined)).toBe(0);
  await expectAll(stored);
});

test.each([
  ['database-4', 'passphrase', words(PASSPHRASE), 'backup-3.json'],
  ['database-4', 'recovery code', code, 'backup-3.json'],
  ['database-5', 'passphrase', words(PASSPHRASE), 'backup-4.json'],
  ['database-6', 'passphrase', words(PASSPHRASE), 'backup-4-late.json']
])('a locked %s opens with its %s', SLOW, async (name, _, proof, backup) => {
  const stored = await thawDatabase(`${name}.json`);
  await db.delete({ disableAutoOpen: false });
  await thawDatabase(`${name}-locked.json`);
  await expectLocked();
  expect(await unlock(words('five green battles'), NOW)).toBe('wrong');
  expect(await unlock(proof, NOW)).toBeUndefined();
  await expectAll(stored);
  await expectBackup(backup);
  expect(await unsealDatabase(() => undefined)).toBe(0);
  await expectAll(stored);
});

test('what is known of an old database by name is there', async () => {
  await thawDatabase('database-3.json');
  const { entries, practices, reminders, terms } = await readAccount();
  expect(entries.map(({ note }) => note)).toContain('The lake in the rain.');
  expect(reminders.map(({ plan }) => plan?.cue)).toContain('we meet again after work');
  expect(practices.wins).toMatchObject([{ text: 'Called an old friend' }]);
  expect(terms).toMatchObject({ worth: { warm: 3, against: -6 }, halfLife: 35 });
  const promises = await allOf('promises');
  const entryOf = (words: string) => {
    const named = promises.find(({ text }) => text === words)?.id;
    return entries.find(({ id }) => id === named);
  };
  expect(entryOf('Fix both bike lights')).toMatchObject({ outcome: 'kept', day: '2026-10-24' });
  // Its entry was taken off the log: then the promise is not on it.
  expect(promises.map(({ text }) => text)).toContain('Say it before breakfast');
  expect(entryOf('Say it before breakfast')).toBeUndefined();
});

const REMINDER: Reminder = {
  id: entry(9).id,
  createdAt: 1,
  updatedAt: 1,
  text: 'Tea?',
  days: [7],
  times: { kind: 'fixed', at: [1200] },
  isOn: true,
  sequence: 0
};

test('this version has these tables and indexes: others are another version', () => {
  const tables = db.tables.map(({ name, schema: { primKey, indexes } }) => {
    return [name, [primKey, ...indexes].map(({ src }) => src).join(' ')];
  });
  expect({ version: db.verno, ...Object.fromEntries(tables) }).toEqual({
    version: 8,
    ...{
      entries: 'id [day+at]',
      tallies: 'day',
      reminders: 'id',
      answers: '[reminderId+day+minute]'
    },
    ...{ settings: 'key', drafts: 'key', deletions: '[table+id]', device: 'key' },
    ...{ groundings: 'id', questions: 'id', thoughts: 'id', fears: 'id', requests: 'id' },
    ...{ apologies: 'id', promises: 'id', agreements: 'id', disclosures: 'id', sharedTimes: 'id' },
    ...{ checkIns: 'id', goals: 'id', wins: 'id', sentences: 'id' }
  });
});

test.each([
  ['database-1', 22, 1, 1],
  ['database-2', 24, 4, 6]
])('%s gains what it did not know', async (name, entries, reminders, answers) => {
  await thawDatabase(`${name}.json`);
  await record(entry(4));
  await keepReminder(REMINDER);
  await showSlot({ reminderId: REMINDER.id, day: '2026-03-01', minute: 1200 }, 2);
  await keepDraft('thought', { thought: 'they' });
  const { id, at, day, zone, updatedAt } = entry(20);
  for (const table of practiceTables()) {
    expect(await allOf(table)).toEqual([]);
    // Any row will do: what a table holds is the practice's.
    await db.transaction('rw', table, () => db.table(table).put({ id, at, day, zone, updatedAt }));
    expect(await db.table(table).count()).toBe(1);
  }
  const counted = [db.entries, db.reminders, db.answers, db.drafts].map((table) => table.count());
  expect(await Promise.all(counted)).toEqual([entries, reminders, answers, 1]);
});

test('a second copy of then is brought back', async () => {
  await writeCopy(await thawCopy('copy-1-open'));
  expect(await bringBack(undefined, () => undefined)).toEqual({ entries: 28, others: 38 });
  await expectBackup('backup-3.json');
});

test('a second copy that was locked then is brought back with its passphrase', SLOW, async () => {
  await writeCopy(await thawCopy('copy-1-locked'));
  expect(await bringBack(undefined, () => undefined)).toBe('sealed');
  expect(await bringBack('five green battles', () => undefined)).toBe('wrong');
  expect(await bringBack(PASSPHRASE, () => undefined)).toEqual({ entries: 28, others: 38 });
  expect(lock.current).toBe('open');
  await expectBackup('backup-3.json');
  dropKey();
  await expectLocked();
});
