import { mend } from '#lib/record/field.ts';
import { reminderField, type Reminder } from '../model/reminder.ts';
import { withConnection } from '#lib/store/connection.ts';
import { db } from './tables.ts';

/*
 * A calendar may still hold a reminder that was removed. The last one is kept, so that a file can
 * be made that takes it out again: when it rang, and none of its words.
 */

/**
 * Keeps a reminder that was removed, and no other.
 *
 * @throws StorageError
 */
export async function keepRemoved(reminder: Reminder): Promise<void> {
  const value = withoutWords(reminder);
  await withConnection(() => db.settings.put({ key: 'removedReminder', value }));
}

/** The reminder that was removed last; undefined where none was. */
export async function lastRemoved(): Promise<Reminder | undefined> {
  const stored = await withConnection(() => db.settings.get('removedReminder'));
  return reminderField.read(stored?.value, mend, '');
}

function withoutWords(reminder: Reminder): Reminder {
  const { id, createdAt, updatedAt, days, times, quiet, isOn, sequence } = reminder;
  const when = { days, times, ...(quiet && { quiet }), isOn, sequence };
  return { id, createdAt, updatedAt, text: '', ...when };
}
