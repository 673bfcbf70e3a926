import type { EntityTable } from 'dexie';
import type { AccountSetting, AccountTables } from '#lib/account/store/tables.ts';
import type { SettingRow } from '#lib/record/setting.ts';
import { db as database, type Database } from '#lib/store/database.ts';
import type { Day } from '#lib/time/day.ts';
import type { checkInSetting } from '../checkIn/model/checkInTime.ts';
import { eachPractice, type PracticeRows } from '../registry.ts';
import type { Timer } from '../pause/model/timer.ts';
import type { ideasSetting } from '../together/model/ideas.ts';

/** The tables of the practices, one for each kind of record, and their indexes. */
export const PRACTICE_INDEXES = eachPractice(() => 'id');

export type PracticeTables = {
  [Table in keyof PracticeRows]: EntityTable<PracticeRows[Table], 'id'>;
};

/** How many of the steps of migrate.ts this database has taken. */
export interface Migrated {
  readonly key: 'migrated';
  readonly steps: number;
}

/** A new database needs none of the steps. */
export const NEW: Migrated & { readonly steps: 4 } = { key: 'migrated', steps: 4 };

export type PracticeSetting =
  | SettingRow<typeof ideasSetting | typeof checkInSetting>
  /** The day whose check-in was told by a notification. */
  | { key: 'checkInTold'; value: Day }
  | { key: 'timer'; value: Timer };

/** The database as the practices see it: a record may put an entry on the log. */
export const db = database as Database<
  AccountTables & PracticeTables,
  AccountSetting | PracticeSetting,
  Migrated
>;
