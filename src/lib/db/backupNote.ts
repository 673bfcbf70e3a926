import type { BackupNote, BackupState } from '#lib/domain/backupDue.ts';
import { addDays, compareDays, type Day } from '#lib/domain/day.ts';
import type { PracticeRow } from '#lib/domain/practice/practices.ts';
import { countEntries } from '#lib/domain/tally.ts';
import { withConnection } from './connection.ts';
import { db } from './database.ts';
import { allTallies, entriesBetween } from './questions.ts';
import { readPractices } from './whole.ts';

/**
 * How the account stands to its last backup.
 *
 * @throws StorageError
 */
export async function backupState(today: Day): Promise<BackupState> {
  const [note, tallies, practices] = await Promise.all([
    currentNote(),
    allTallies(),
    readPractices()
  ]);
  const { last } = note;
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
export function noteBackup(changes: Partial<BackupNote>): Promise<void> {
  return withConnection(() =>
    db.transaction('rw', db.settings, async () => {
      await db.settings.put({ key: 'backup', value: { ...(await currentNote()), ...changes } });
    })
  );
}

async function currentNote(): Promise<BackupNote> {
  const stored = await withConnection(() => db.settings.get('backup'));
  return stored?.value ?? {};
}
