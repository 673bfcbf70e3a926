import type { Language } from '../types.ts';
import { pieceOf } from './sentence.ts';

export const ENGLISH: Language = {
  pieceOf,
  danger: () => import('./danger.ts'),
  hints: () => import('./hints.ts')
};
