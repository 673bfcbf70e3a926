import { lazy, lazyWrites } from './lazy.ts';

export const loadDrafts = () => import('./drafts.ts');

export const { readDraft } = lazy(loadDrafts);
export const { keepDraft } = lazyWrites(loadDrafts);
export const { forgetOldDeletions } = lazy(() => import('./deletions.ts'));
