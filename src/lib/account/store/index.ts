import { lazy } from '#lib/store/lazy.ts';

export const loadQueries = () => import('./queries.ts');

export const { allTallies, arrange, callPartner, entriesBetween } = lazy(loadQueries);
export const { record, replace, retract } = lazy(() => import('./ledger.ts'));
export const { acceptLog, findMissing, mendTallies } = lazy(() => import('./tallyCheck.ts'));
