import type { Language } from '../types.ts';

export const ENGLISH: Language = {
  danger: () => import('./danger.ts'),
  hints: () => import('./hints.ts'),
  leads: () => import('./leads.ts')
};
