import { lazy, lazyWrites } from '#lib/store/lazy.ts';

const loadState = () => import('./backupState.ts');

export const { backupState } = lazy(loadState);
export const { noteBackup } = lazyWrites(loadState);
