import type { AccountSetting, AccountTables } from '#lib/account/store/tables.ts';
import type { Migrated, PracticeSetting, PracticeTables } from '#lib/practices/store/tables.ts';
import type { ReminderSetting, ReminderTables } from '#lib/reminders/store/tables.ts';
import type { SettingRow } from '#lib/record/setting.ts';
import { db as database, type Database } from '#lib/store/database.ts';
import type { backupSetting } from '../model/backupDue.ts';

/** One of the user's decisions, under its name; or something that the app has to remember. */
export type Setting =
  AccountSetting | ReminderSetting | PracticeSetting | SettingRow<typeof backupSetting>;

/** A file that the browser lets this app write to again, for one-tap backups. */
export interface BackupFile {
  readonly key: 'backupFile';
  readonly handle: FileSystemFileHandle;
  readonly isSealed: boolean;
}

/** What was ever taken away in this database. */
export interface Removals {
  readonly key: 'removals';
  /**
   * Goes up with each write that removes or rewrites. It begins at random: where a database was lost,
   * the count of the next one never looks like that of a copy from before.
   */
  readonly changes: number;
  /** Rows other than entries that were removed. */
  readonly removed: number;
}

/** Tells this database from any other: one that was lost is not continued by the next. */
export interface Lineage {
  readonly key: 'lineage';
  readonly id: string;
}

/** That the second copy is being brought back. Left behind only where that was cut off. */
export interface Restoring {
  readonly key: 'restoring';
}

/** That everything is being erased. It goes with the database. */
interface Erasing {
  readonly key: 'erasing';
}

/** The database as backups see it: all that there is to keep. */
export const db = database as Database<
  AccountTables & ReminderTables & PracticeTables,
  Setting,
  BackupFile | Removals | Lineage | Restoring | Erasing | Migrated
>;
