import type { CopyHead } from '#lib/backup/copy/format.ts';
import type { Added } from '#lib/backup/copy/restoreCopy.ts';

/** What the log lacks, and the second copy that may have it. */
export interface Shortage {
  readonly found: number;
  /** Entries that are missing. */
  readonly missing: number;
  /** Records of practices and reminders that are missing: only the copy can tell. */
  readonly others: number;
  /** undefined where there is none, null where it is damaged. */
  readonly copy: CopyHead | null | undefined;
}

/** What the start of the app has found out about its data: startupCheck.ts does. */
class Startup {
  /** Set where there is less than the witness saw, or than the copy holds. */
  shortage: Shortage | undefined = $state.raw();

  /** What the second copy has brought back; undefined where it was not needed. */
  added: Added | undefined = $state.raw();

  /** The log has been compared with its witness. */
  isChecked = $state(false);

  /** Set where turning the lock on or off was cut off: then nothing was changed. */
  cutOff: 'on' | 'off' | undefined = $state.raw();

  /** The second copy was taken in. */
  broughtBack(added: Added): void {
    this.shortage = undefined;
    this.added = added;
  }
}

export const startup = new Startup();
