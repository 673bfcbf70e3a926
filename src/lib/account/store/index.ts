import { lazy, lazyWrites } from '#lib/store/lazy.ts';

export const loadQueries = () => import('./queries.ts');

export const { allTallies, entriesBetween, entriesOn } = lazy(loadQueries);
export const { arrange, callPartner } = lazyWrites(loadQueries);
export const { record, replace, restoreEntry, retract } = lazyWrites(() => import('./ledger.ts'));
export const { acceptLog, findMissing, mendTallies } = lazy(() => import('./tallyCheck.ts'));
