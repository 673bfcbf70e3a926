import { lazy, lazyWrites } from '#lib/store/lazy.ts';

const loadState = () => import('./backupState.ts');

export const { backupState } = lazy(loadState);
export const { importAccount, previewImport, undoImport } = lazy(
  () => import('./importAccount.ts')
);
export const { currentBackupFile, forgetBackupFile, saveBackupFile } = lazy(
  () => import('./linkedFile.ts')
);
export const { isRestoring } = lazy(() => import('./restoring.ts'));
export const { noteBackup } = lazyWrites(loadState);
