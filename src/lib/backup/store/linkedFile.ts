import { transact, withConnection } from '#lib/store/connection.ts';
import { db, type BackupFile } from './tables.ts';

/** The file that was chosen on this device; undefined where there is none. */
export function currentBackupFile(): Promise<BackupFile | undefined> {
  return withConnection(() => db.device.get('backupFile'));
}

/**
 * Keeps a file in the place of the one before.
 *
 * @throws StorageError
 */
export async function saveBackupFile(file: BackupFile): Promise<void> {
  await transact(db.device, () => db.device.put(file));
}

/**
 * Forgets the file. What it holds stays as it is.
 *
 * @throws StorageError
 */
export async function forgetBackupFile(): Promise<void> {
  await transact(db.device, () => db.device.delete('backupFile'));
}
