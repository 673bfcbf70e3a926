import {
  backupSetting,
  lastBackup,
  type BackupNote,
  type BackupState
} from '../model/backupDue.ts';
import { addDays, compareDays, type Day } from '#lib/time/day.ts';
import { countEntries } from '#lib/account/model/tally.ts';
import { transact } from '#lib/store/connection.ts';
import { repeatable } from '#lib/store/repeatable.ts';
import { keepSetting, readSetting } from '#lib/store/settings.ts';
import { allTallies, entriesBetween } from '#lib/account/store/queries.ts';
import { readPractices } from './readAccount.ts';
import type { PracticeRow } from '#lib/practices/registry.ts';
import { db } from './tables.ts';

/**
 * How the account stands to its last backup.
 *
 * @throws StorageError
 */
export async function backupState(today: Day): Promise<BackupState> {
  const [note, tallies, practices] = await Promise.all([
    readSetting(backupSetting),
    allTallies(),
    readPractices()
  ]);
  const last = lastBackup(note, today);
  const records = Object.values<readonly PracticeRow[]>(practices).flat();
  const entries = last ? await countSince(last.at, last.day, today) : countEntries(tallies);
  const written = records.filter(({ updatedAt }) => !last || updatedAt > last.at);
  const days = [...tallies.slice(0, 1), ...records].map(({ day }) => day).sort(compareDays);
  return { note, unsaved: entries + written.length, firstDay: days[0] };
}

/** Entries of the days since a backup. What was written later about earlier days is not looked for. */
async function countSince(at: number, day: Day, today: Day): Promise<number> {
  // A day more on either side: it may have been made, or be read, in another zone.
  const entries = await entriesBetween(addDays(day, -1), addDays(today, 1));
  return entries.filter(({ updatedAt }) => updatedAt > at).length;
}

/**
 * Changes what is known of backups.
 *
 * @throws StorageError
 */
export const noteBackup = repeatable(
  () => (changes: Partial<BackupNote>) =>
    transact(db.settings, async () => {
      await keepSetting(backupSetting, { ...(await readSetting(backupSetting)), ...changes });
    })
);
