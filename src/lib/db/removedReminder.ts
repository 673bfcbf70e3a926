import type { Reminder } from '#lib/domain/reminder.ts';
import { withConnection } from './connection.ts';
import { db } from './database.ts';

/*
 * A calendar may still hold a reminder that was removed. The last one is kept, so that a file can
 * be made that takes it out again.
 */

/**
 * Keeps a reminder that was removed, and no other.
 *
 * @throws StorageError
 */
export async function keepRemoved(reminder: Reminder): Promise<void> {
  await withConnection(() => db.settings.put({ key: 'removedReminder', value: reminder }));
}

/** The reminder that was removed last; undefined where none was. */
export async function lastRemoved(): Promise<Reminder | undefined> {
  const stored = await withConnection(() => db.settings.get('removedReminder'));
  return stored?.value as Reminder | undefined;
}
