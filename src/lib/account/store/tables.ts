import type { EntityTable } from 'dexie';
import { db as database, type Database } from '#lib/store/database.ts';
import type { SettingRow } from '#lib/record/setting.ts';
import type { ARRANGEMENTS } from '../model/arrangements.ts';
import type { Entry } from '../model/entry.ts';
import type { partnerSetting } from '../model/partner.ts';
import type { Tally } from '../model/tally.ts';

/** The tables of the account, and their indexes. */
export const ACCOUNT_INDEXES = { entries: 'id, [day+at]', tallies: 'day' };

export interface AccountTables {
  entries: EntityTable<Entry, 'id'>;
  tallies: EntityTable<Tally, 'day'>;
}

/** What the account keeps under names: decisions, and what it has to remember. */
export type AccountSetting =
  | SettingRow<(typeof ARRANGEMENTS)[number] | typeof partnerSetting>
  /** How many entries were ever retracted. */
  | { key: 'retracted'; value: number }
  /** The prompt that a notification answered last, and the entry that it logged, until that was seen. */
  | { key: 'fromNotification'; value: { slot?: string; entryId?: string } | string };

/** The database as the account sees it. */
export const db = database as Database<AccountTables, AccountSetting>;
