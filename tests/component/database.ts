import type { AccountTables } from '#lib/account/store/tables.ts';
import type { BackupFile, Removals, Setting } from '#lib/backup/store/tables.ts';
import type { LockRow, Turning } from '#lib/lock/store/tables.ts';
import type { Migrated, PracticeTables } from '#lib/practices/store/tables.ts';
import type { ReminderTables } from '#lib/reminders/store/tables.ts';
import { db as database, type Database } from '#lib/store/database.ts';

/** The database with all that is in it. */
export const db = database as Database<
  AccountTables & ReminderTables & PracticeTables,
  Setting,
  LockRow | Turning | BackupFile | Removals | Migrated
>;
