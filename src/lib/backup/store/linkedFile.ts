import { withConnection } from '#lib/store/connection.ts';
import { db } from '#lib/store/database.ts';

/** A file that the browser lets this app write to again, for one-tap backups. */
export interface BackupFile {
  readonly key: 'backupFile';
  readonly handle: FileSystemFileHandle;
  readonly isSealed: boolean;
}

/** The file that was chosen on this device; undefined where there is none. */
export function currentBackupFile(): Promise<BackupFile | undefined> {
  return withConnection(() => db.device.get('backupFile'));
}

/**
 * Keeps a file in the place of the one before.
 *
 * @throws StorageError
 */
export async function keepBackupFile(file: BackupFile): Promise<void> {
  await withConnection(() => db.device.put(file));
}

/**
 * Forgets the file. What it holds stays as it is.
 *
 * @throws StorageError
 */
export async function forgetBackupFile(): Promise<void> {
  await withConnection(() => db.device.delete('backupFile'));
}
