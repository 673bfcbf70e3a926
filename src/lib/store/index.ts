import { lazy } from './lazy.ts';

export const loadDrafts = () => import('./drafts.ts');

export const { dropDraft, keepDraft } = lazy(loadDrafts);
