import { lazy, lazyWrites } from '#lib/store/lazy.ts';

export const loadLockRow = () => import('./lockRow.ts');

export const { forgetTurning, readLockRow, readTurning } = lazy(loadLockRow);
export const { saveRules } = lazyWrites(() => import('./changeLock.ts'));
export const { hasSealedRows } = lazy(() => import('./lostLock.ts'));
export const { dropKey, giveUpLock } = lazy(() => import('./keyExchange.ts'));
