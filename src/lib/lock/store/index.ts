import { lazy } from '#lib/store/lazy.ts';

export const loadLockRow = () => import('./lockRow.ts');

export const { forgetTurning, readLockRow, readTurning } = lazy(loadLockRow);
export const { dropKey } = lazy(() => import('./keyExchange.ts'));
