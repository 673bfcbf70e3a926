import { beforeEach, expect, test } from 'vitest';
import { findMissing, mendTallies } from '#lib/account/store/tallyCheck.ts';
import { db } from '#lib/store/database.ts';
import { keepDraft, readDraft } from '#lib/store/drafts.ts';
import { unsealDatabase } from '#lib/lock/store/turnLock.ts';
import { allOf } from '#lib/practices/store/records.ts';
import { allTallies, currentTerms, entriesBetween } from '#lib/account/store/queries.ts';
import {
  allAnswers,
  allReminders,
  currentRules,
  keepReminder,
  showSlot
} from '#lib/reminders/store/reminders.ts';
import { record } from '#lib/account/store/ledger.ts';
import type { Win } from '#lib/practices/ground/model/ground.ts';
import type { Reminder } from '#lib/reminders/model/reminder.ts';
import { DEFAULT_TERMS } from '#lib/account/model/terms.ts';
import { entry } from '../ground.ts';
import { seal } from '../lock/key.ts';
import { practiceTables } from '#lib/practices/registry.ts';

/** The versions before this one, and what each added. Dexie's version 1 is IndexedDB's 10. */
const ADDED: Record<number, (database: IDBDatabase) => void> = {
  1: (database) => {
    const entries = database.createObjectStore('entries', { keyPath: 'id' });
    entries.createIndex('[day+at]', ['day', 'at']);
    database.createObjectStore('tallies', { keyPath: 'day' });
    database.createObjectStore('settings', { keyPath: 'key' });
  },
  2: (database) => {
    database.createObjectStore('reminders', { keyPath: 'id' });
    database.createObjectStore('answers', { keyPath: ['reminderId', 'day', 'minute'] });
  },
  3: (database) => {
    for (const table of practiceTables()) database.createObjectStore(table, { keyPath: 'id' });
    database.createObjectStore('drafts', { keyPath: 'key' });
  }
};

/** The database as a version of the app made it. */
function openAs(version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('toward', version * 10);
    opening.onupgradeneeded = () => {
      for (let each = 1; each <= version; each++) ADDED[each]?.(opening.result);
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

const TERMS = { ...DEFAULT_TERMS, halfLife: 90 };
const ENTRIES = [entry(1), entry(2), entry(3, { kind: 'act', by: 'partner', act: 'tea' }, 2)];
const TALLIES = [
  { day: '2026-03-01', counts: { 'bid:partner:toward': 2 } },
  { day: '2026-03-03', counts: { act: 1 } }
];

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
const SLOT = { reminderId: REMINDER.id, day: '2026-03-01', minute: 1200 };
const WIN: Win = { ...momentOfWin(), text: 'went for a run' };

function momentOfWin() {
  const { id, at, day, zone, updatedAt } = entry(20);
  return { id, at, day, zone, updatedAt };
}

/** Fills the database as the app of that version would have. */
async function writeAs(version: number): Promise<void> {
  const database = await openAs(version);
  const writing = database.transaction(database.objectStoreNames, 'readwrite');
  for (const row of ENTRIES) writing.objectStore('entries').put(row);
  for (const row of TALLIES) writing.objectStore('tallies').put(row);
  writing.objectStore('settings').put({ key: 'terms', value: TERMS });
  writing.objectStore('settings').put({ key: 'retracted', value: 4 });
  if (version >= 2) {
    writing.objectStore('reminders').put(REMINDER);
    writing.objectStore('answers').put({ ...SLOT, shownAt: 1 });
  }
  if (version >= 3) {
    // Any row will do: what a table holds is the domain's.
    for (const table of practiceTables()) writing.objectStore(table).put(WIN);
    writing.objectStore('drafts').put({ key: 'fear', value: 'half' });
  }
  await new Promise((resolve) => (writing.oncomplete = resolve));
  database.close();
}

beforeEach(async () => {
  localStorage.clear();
  await db.delete({ disableAutoOpen: false });
});

test.each([1, 2, 3])('a database of version %i keeps all that it holds', async (version) => {
  localStorage.setItem('toward.witness', `3 4 ${entry(3).id}`);
  await writeAs(version);

  expect(await entriesBetween('2026-03-01', '2026-03-31')).toEqual(ENTRIES);
  expect(db.backendDB().version).toBe(40);
  expect(await allTallies()).toEqual(TALLIES);
  expect((await mendTallies(() => Promise.resolve())).mended).toBe(0);
  expect(await currentTerms()).toEqual(TERMS);
  expect(await findMissing()).toEqual({ found: 3, missing: 0 });
  expect(await db.settings.get('retracted')).toEqual({ key: 'retracted', value: 4 });
  expect(await allReminders()).toEqual(version >= 2 ? [REMINDER] : []);
  expect(await allAnswers()).toEqual(version >= 2 ? [{ ...SLOT, shownAt: 1 }] : []);
  expect(await currentRules()).toEqual({ mostADay: 3, pausedUntil: null });
  const kept = await Promise.all(practiceTables().map((table) => db.table(table).toArray()));
  expect(kept).toEqual(practiceTables().map(() => (version >= 3 ? [WIN] : [])));
  expect(await readDraft('fear')).toBe(version >= 3 ? 'half' : undefined);
  await seal();
  expect(await entriesBetween('2026-03-01', '2026-03-31')).toEqual(ENTRIES);
  expect(await currentTerms()).toEqual(TERMS);
  expect(await allOf('wins')).toEqual(version >= 3 ? [WIN] : []);
  await unsealDatabase(() => undefined);
});

test.each([1, 2])(
  'a database of version %i gains reminders and every practice',
  async (version) => {
    await writeAs(version);
    await record(entry(4));
    await keepReminder(REMINDER);
    await showSlot({ ...SLOT, minute: 1201 }, 2);
    await keepDraft('thought', { thought: 'they' });
    for (const table of practiceTables()) {
      expect(await allOf(table)).toEqual([]);
      await db.table(table).put(WIN);
      expect(await db.table(table).toArray()).toEqual([WIN]);
    }
    expect([await db.entries.count(), await db.reminders.count(), await db.drafts.count()]).toEqual(
      [4, 1, 1]
    );
    expect(await db.answers.count()).toBe(version);
  }
);
