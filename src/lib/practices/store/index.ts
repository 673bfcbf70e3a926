import { lazy, lazyWrites } from '#lib/store/lazy.ts';

export const loadRecords = () => import('./records.ts');
export const loadDated = () => import('./dated.ts');
export const loadIdeas = () => import('../together/store/ideas.ts');
export const loadCheckIn = () => import('../checkIn/store/checkInRules.ts');
export const loadTimer = () => import('../pause/store/timer.ts');

export const { recordOf } = lazy(loadRecords);
export const { keepRecords, putBack, removeRecord, takeBack } = lazyWrites(loadRecords);
export const { changeIdeas } = lazyWrites(loadIdeas);
export const { claimCheckIn, currentCheckIn } = lazy(loadCheckIn);
export const { setCheckIn } = lazyWrites(loadCheckIn);
export const { migrate } = lazy(() => import('./migrate.ts'));
export const { claimRing } = lazy(loadTimer);
export const { keepTimer } = lazyWrites(loadTimer);
