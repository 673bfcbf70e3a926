import { expect, test } from 'vitest';
import { findMissing, mendTallies } from '#lib/db/check.ts';
import { db } from '#lib/db/database.ts';
import { allTallies, currentTerms, entriesBetween } from '#lib/db/questions.ts';
import {
  allAnswers,
  allReminders,
  currentRules,
  keepReminder,
  showSlot
} from '#lib/db/reminders.ts';
import { record } from '#lib/db/ledger.ts';
import { DEFAULT_TERMS } from '#lib/domain/terms.ts';
import { entry } from './ground.ts';

/** The database as version 1 of the app made it: Dexie's version 1 is IndexedDB's 10. */
function openFirst(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('toward', 10);
    opening.onupgradeneeded = () => {
      const entries = opening.result.createObjectStore('entries', { keyPath: 'id' });
      entries.createIndex('[day+at]', ['day', 'at']);
      opening.result.createObjectStore('tallies', { keyPath: 'day' });
      opening.result.createObjectStore('settings', { keyPath: 'key' });
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

async function writeFirst(): Promise<void> {
  const first = await openFirst();
  const writing = first.transaction(['entries', 'tallies', 'settings'], 'readwrite');
  for (const row of ENTRIES) writing.objectStore('entries').put(row);
  for (const row of TALLIES) writing.objectStore('tallies').put(row);
  writing.objectStore('settings').put({ key: 'terms', value: TERMS });
  writing.objectStore('settings').put({ key: 'retracted', value: 4 });
  await new Promise((resolve) => (writing.oncomplete = resolve));
  first.close();
}

test('a database of version 1 keeps all that it holds and gains the reminders', async () => {
  localStorage.clear();
  localStorage.setItem('toward.witness', `3 4 ${entry(3).id}`);
  indexedDB.deleteDatabase('toward');
  await writeFirst();

  expect(await entriesBetween('2026-03-01', '2026-03-31')).toEqual(ENTRIES);
  expect(db.backendDB().version).toBe(20);
  expect(await allTallies()).toEqual(TALLIES);
  expect(await mendTallies(() => Promise.resolve())).toBe(0);
  expect(await currentTerms()).toEqual(TERMS);
  expect(await findMissing()).toEqual({ found: 3, missing: 0 });
  expect(await db.settings.get('retracted')).toEqual({ key: 'retracted', value: 4 });

  expect(await allReminders()).toEqual([]);
  expect(await allAnswers()).toEqual([]);
  expect(await currentRules()).toEqual({ mostADay: 3, pausedUntil: null });
  await record(entry(4));
  await keepReminder({
    id: entry(9).id,
    createdAt: 1,
    updatedAt: 1,
    text: 'Tea?',
    days: [7],
    times: { kind: 'fixed', at: [1200] },
    isOn: true,
    sequence: 0
  });
  expect(await showSlot({ reminderId: entry(9).id, day: '2026-03-01', minute: 1200 }, 2)).toBe(
    true
  );
  expect([await db.entries.count(), await db.reminders.count(), await db.answers.count()]).toEqual([
    4, 1, 1
  ]);
  await db.delete();
});
