import { expect, type Page } from '@playwright/test';
import type { Day } from '../../src/lib/time/day.ts';
import type { Entry, Facts } from '../../src/lib/account/model/entry.ts';
import type { Reminder } from '../../src/lib/reminders/model/reminder.ts';
import { tallyLog } from '../../src/lib/account/model/tally.ts';
import type { PracticeTable } from '#lib/practices/registry.ts';

/** An entry at noon UTC of a day. */
export function entryOn(day: Day, number: number, facts: Facts): Entry {
  const at = Date.parse(`${day}T12:00Z`);
  const id = `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  return { id, at, day, zone: 'UTC', updatedAt: at, ...facts };
}

/** Writes entries and their tallies past the app into its database, which must exist. */
export async function seed(page: Page, entries: readonly Entry[]): Promise<void> {
  const rows = { entries, tallies: [...tallyLog(entries).values()] };
  await page.evaluate(
    ({ entries, tallies }) =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open('toward');
        open.onerror = () => reject(new Error('no database'));
        open.onsuccess = () => {
          const writing = open.result.transaction(['entries', 'tallies'], 'readwrite');
          for (const entry of entries) writing.objectStore('entries').put(entry);
          for (const tally of tallies) writing.objectStore('tallies').put(tally);
          writing.oncomplete = () => {
            open.result.close();
            resolve();
          };
        };
      }),
    rows
  );
}

/** A reminder that has been due since midnight. */
export const MIDNIGHT: Reminder = {
  id: '01900000-0000-7000-8000-000000000001',
  createdAt: 0,
  updatedAt: 0,
  text: '',
  days: [1, 2, 3, 4, 5, 6, 7],
  times: { kind: 'fixed', at: [0] },
  isOn: true,
  sequence: 0
};

/** Puts rows into a table of the app's database, past the app. It must exist. */
export function put(
  page: Page,
  table: 'reminders' | 'answers' | 'settings' | 'drafts' | 'device' | PracticeTable,
  rows: readonly object[]
): Promise<void> {
  return page.evaluate(
    ({ table, rows }) =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open('toward');
        open.onerror = () => reject(new Error('no database'));
        open.onsuccess = () => {
          const writing = open.result.transaction(table, 'readwrite');
          for (const row of rows) writing.objectStore(table).put(row);
          writing.oncomplete = () => {
            open.result.close();
            resolve();
          };
        };
      }),
    { table, rows }
  );
}

/** How many entries there are, read past the app. The database must exist. */
export function countEntries(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('toward');
        opening.onerror = () => reject(new Error('no database'));
        opening.onsuccess = () => {
          const counting = opening.result.transaction('entries').objectStore('entries').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      })
  );
}

/** Everything that the database holds, read past the app: the rows of each table. */
export function everything(page: Page): Promise<Record<string, unknown[]>> {
  return page.evaluate(
    () =>
      new Promise<Record<string, unknown[]>>((resolve, reject) => {
        const opening = indexedDB.open('toward');
        opening.onerror = () => reject(new Error('no database'));
        opening.onsuccess = () => {
          const names = [...opening.result.objectStoreNames];
          const reading = opening.result.transaction(names);
          const rows = names.map((name) => reading.objectStore(name).getAll());
          reading.oncomplete = () => {
            opening.result.close();
            resolve(Object.fromEntries(names.map((name, at) => [name, rows[at]?.result ?? []])));
          };
        };
      })
  );
}

/**
 * What a table holds, as one text. The app shows a change before it's on disk, and a page that is
 * left at once may lose it: a test that leaves a page polls this first.
 */
export async function held(page: Page, table: string): Promise<string> {
  return JSON.stringify((await everything(page))[table]);
}

/** Everything, once the start has noted that there is nothing to migrate. */
export async function everythingAtRest(page: Page): Promise<Record<string, unknown[]>> {
  await expect.poll(() => held(page, 'device')).toContain('migrated');
  return allButLineage(page);
}

/** Everything but what comes with the first second copy, whenever that is made. */
export async function allButLineage(page: Page): Promise<Record<string, unknown[]>> {
  const { device = [], ...tables } = await everything(page);
  return { ...tables, device: device.filter((row) => !JSON.stringify(row).includes('lineage')) };
}
