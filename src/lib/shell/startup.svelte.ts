import type { CopyHead } from '#lib/backup/copy/format.ts';
import type { Added } from '#lib/backup/copy/restoreCopy.ts';

/** What is missing, and the second copy that may have it. */
export interface Shortage {
  readonly found: number;
  /** The number of missing entries. */
  readonly missing: number;
  /** The number of missing records and reminders, which only the copy can tell. */
  readonly others: number;
  /** Whether the copy is of another database, which may have been lost. */
  readonly isOther: boolean;
  /** undefined without a copy, null if it is damaged. */
  readonly copy: CopyHead | null | undefined;
}

/** What the start of the app has found out about its data: startupCheck.ts does. */
class Startup {
  /** Set if there is less than the witness saw, or than the copy holds. */
  shortage: Shortage | undefined = $state.raw();

  /** What was restored from the second copy; undefined if nothing had to be. */
  added: Added | undefined = $state.raw();

  /** Whether the log has been compared with its witness. */
  isChecked = $state(false);

  /** Notes that the second copy was restored. */
  broughtBack(added: Added): void {
    this.shortage = undefined;
    this.added = added;
  }
}

export const startup = new Startup();
