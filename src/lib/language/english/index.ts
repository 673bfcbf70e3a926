import type { Language } from '../types.ts';

export const ENGLISH: Language = {
  isRead: true,
  danger: () => import('./danger.ts'),
  hints: () => import('./hints.ts'),
  leads: () => import('./leads.ts')
};
