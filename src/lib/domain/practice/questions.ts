import type { Written } from './record.ts';

/** Whether what is felt is about now, or rooted in the past. */
export type Root = (typeof ROOTS)[number];

export const ROOTS = ['now', 'past', 'both'] as const;

/** The three questions after a pause, answered. */
export interface QuestionsFacts {
  readonly trigger: string;
  /** Null where it was not answered. */
  readonly root: Root | null;
  /** What about now, or what of the past. */
  readonly rootNote: string;
  readonly evidenceFor: string;
  readonly evidenceAgainst: string;
  /** What one would tell a friend. */
  readonly friend: string;
}

export type Questions = QuestionsFacts & Written;
