import { day, essential, flag, instant, optional, whole } from '#lib/record/field.ts';
import { setting, type ValueOf } from '#lib/record/setting.ts';
import { nested, shape } from '#lib/record/shape.ts';
import { addDays, dayNumber, type Day } from '#lib/time/day.ts';

/*
 * When the log mentions that a backup is due. Quietly: the line comes at most once a week, stays
 * for its day, and can be put off or turned off.
 */

/** What is known of backups, kept with the decisions of the account. */
export const backupSetting = setting(
  'backup',
  nested(
    shape({
      /** The last one: when, on which day here, and how many entries it holds. Absent before the first. */
      last: optional(
        nested(
          shape({
            at: instant(),
            day: essential(day()),
            count: whole([0, Number.MAX_SAFE_INTEGER], 'count')
          })
        )
      ),
      /** When the line was last on the log, and whether it was put off then. */
      line: optional(nested(shape({ on: essential(day()), isPutOff: flag() }))),
      /** The line is not wanted. */
      isOff: optional(flag())
    })
  )
);
export type BackupNote = ValueOf<typeof backupSetting>;

/** How the account stands to its last backup. */
export interface BackupState {
  readonly note: BackupNote;
  /** Entries and records of practices that were written since the last backup, or all of them. */
  readonly unsaved: number;
  /** The first day with one of them; undefined where there is none. */
  readonly firstDay: Day | undefined;
}

/** Days after which a backup is due, where there is anything to save. */
const BACKUP_DAYS = 30;
/** So many entries and records make it due, however soon. */
const BACKUP_ENTRIES = 50;
/** Days between one coming of the line and the next. */
const REST_DAYS = 7;

/**
 * The last backup; undefined where it's dated later than today, for the clock was wrong then: what was
 * written since can't be told. A day more than here may be today in another zone.
 */
export function lastBackup({ last }: BackupNote, today: Day): BackupNote['last'] {
  return last && last.day <= addDays(today, 1) ? last : undefined;
}

/** Whether the log says today that a backup is due. */
export function isBackupDue({ note, unsaved, firstDay }: BackupState, today: Day): boolean {
  const since = lastBackup(note, today)?.day ?? firstDay;
  if (note.isOff || unsaved === 0 || since === undefined || isResting(note, today)) return false;
  return unsaved >= BACKUP_ENTRIES || dayNumber(today) - dayNumber(since) >= BACKUP_DAYS;
}

function isResting({ line }: BackupNote, today: Day): boolean {
  if (!line || (line.on === today && !line.isPutOff)) return false;
  const age = dayNumber(today) - dayNumber(line.on);
  // Below zero the clock was set back: that must not keep the line away for good.
  return age >= 0 && age < REST_DAYS;
}
