import type { BackupNote, BackupState } from '../model/backupDue.ts';
import { today } from '#lib/time/clock.ts';
import { backupState, noteBackup } from '../store/index.ts';

/** How the account stands to its last backup, as Settings shows it. */
class Backups {
  /** Undefined until it has been read. */
  state: BackupState | undefined = $state.raw();

  /** Reads it anew. What cannot be read is told by what else is on the page. */
  async look(): Promise<void> {
    this.state = await backupState(today()).catch(() => undefined);
  }

  /** Keeps what has changed. */
  async note(changes: Partial<BackupNote>): Promise<void> {
    await noteBackup(changes);
    await this.look();
  }

  /** A backup has left the app. */
  saved(at: number, count: number): Promise<void> {
    return this.note({ last: { at, day: today(), count } });
  }
}

export const backups = new Backups();
