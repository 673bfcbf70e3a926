import { Dexie, type EntityTable, type PromiseExtended, type Table } from 'dexie';
import type { Arrangements } from '#lib/backup/model/account.ts';
import type { BackupNote } from '#lib/backup/model/backupDue.ts';
import type { Day } from '#lib/time/day.ts';
import type { Entry } from '#lib/account/model/entry.ts';
import type { CheckInRules } from '#lib/practices/checkIn/model/checkInTime.ts';
import type { IdeaList } from '#lib/practices/together/model/ideas.ts';
import type { Timer } from '#lib/practices/pause/model/timer.ts';
import type { Answer, Minute, Reminder, ReminderRules } from '#lib/reminders/model/reminder.ts';
import type { Tally } from '#lib/account/model/tally.ts';
import type { BackupFile } from '#lib/backup/store/linkedFile.ts';
import { sealing } from '#lib/lock/store/middleware.ts';
import type { LockRow, Turning } from '#lib/lock/store/lockRow.ts';
import { counting, type Removals } from '#lib/backup/store/removals.ts';
import { eachPractice, type PracticeRows } from '#lib/practices/registry.ts';

/** One of the user's decisions, under its name; or something that the app has to remember. */
export type Setting =
  | { [Key in keyof Arrangements]: { key: Key; value: Arrangements[Key] } }[keyof Arrangements]
  | { key: 'rules'; value: ReminderRules }
  | { key: 'ideas'; value: IdeaList }
  | { key: 'checkIn'; value: CheckInRules }
  | { key: 'checkInTold'; value: Day }
  | { key: 'retracted'; value: number }
  | { key: 'backup'; value: BackupNote }
  | { key: 'fromNotification'; value: string }
  | { key: 'removedReminder'; value: Reminder }
  | { key: 'timer'; value: Timer };

/** Half-written work on a practice, under a key of its own. */
export interface StoredDraft {
  readonly key: string;
  readonly value: unknown;
}

/** What belongs to this device alone, under its name. It stays open under the lock, and is in no backup. */
export type DeviceRow = LockRow | Turning | Removals | BackupFile;

/** Rows under names, each read as what stands under its name. */
type Named<Row extends { readonly key: string }> = {
  get<Key extends Row['key']>(key: Key): PromiseExtended<Extract<Row, { key: Key }> | undefined>;
} & EntityTable<Row, 'key'>;

/** What tells one answer from another: reminderId, day and minute of its slot. */
export type AnswerKey = [string, Day, Minute];

const VERSION = 4;

/**
 * IndexedDB, but never without a version. Where the database is newer than the code, Dexie would
 * open it once more with no version given, and write rows of an old shape into it.
 */
const versioned = {
  open: (name: string, version = VERSION) => indexedDB.open(name, version),
  databases: () => indexedDB.databases(),
  deleteDatabase: (name: string) => indexedDB.deleteDatabase(name)
};

/**
 * The one database. `strict` makes a commit wait for the disk: without it a power failure takes
 * the last seconds of taps that were already called saved. `immutable` spares a deep copy of every
 * live result; no reader changes what it reads.
 */
export const db = new Dexie('toward', {
  cache: 'immutable',
  chromeTransactionDurability: 'strict',
  indexedDB: versioned
}) as Dexie & {
  [Table in keyof PracticeRows]: EntityTable<PracticeRows[Table], 'id'>;
} & {
  entries: EntityTable<Entry, 'id'>;
  tallies: EntityTable<Tally, 'day'>;
  settings: Named<Setting>;
  reminders: EntityTable<Reminder, 'id'>;
  answers: Table<Answer, AnswerKey>;
  drafts: EntityTable<StoredDraft, 'key'>;
  device: Named<DeviceRow>;
};

db.use(sealing);
db.use(counting);

// Few indexes: each one makes every write and every import slower.
db.version(1).stores({ entries: 'id, [day+at]', tallies: 'day', settings: 'key' });
db.version(2).stores({ reminders: 'id', answers: '[reminderId+day+minute]' });
db.version(3).stores({
  ...eachPractice(() => 'id'),
  drafts: 'key'
});
// What belongs to this device: never sealed, and in no backup. A later version that rewrites rows
// will find them sealed where the lock is on.
db.version(VERSION).stores({ device: 'key' });
