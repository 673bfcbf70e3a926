import type { EntityTable, Table } from 'dexie';
import type { AccountSetting, AccountTables } from '#lib/account/store/tables.ts';
import type { SettingRow } from '#lib/record/setting.ts';
import { db as database, type Database } from '#lib/store/database.ts';
import type { Day } from '#lib/time/day.ts';
import type { handedOutSetting } from '../model/rings.ts';
import type { Answer, Minute, Reminder, rulesSetting } from '../model/reminder.ts';

/** The tables of the reminders, and their indexes. */
export const REMINDER_INDEXES = { reminders: 'id', answers: '[reminderId+day+minute]' };

/** What tells one answer from another: reminderId, day and minute of its slot. */
export type AnswerKey = [string, Day, Minute];

export interface ReminderTables {
  reminders: EntityTable<Reminder, 'id'>;
  answers: Table<Answer, AnswerKey>;
}

export type ReminderSetting =
  | SettingRow<typeof rulesSetting | typeof handedOutSetting>
  /** Of versions that knew of one removed reminder alone. */
  | { key: 'removedReminder'; value: Reminder };

/** The database as the reminders see it: an answer may log an entry. */
export const db = database as Database<
  AccountTables & ReminderTables,
  AccountSetting | ReminderSetting
>;
