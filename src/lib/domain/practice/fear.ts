import type { Day } from '../day.ts';
import type { Written } from './record.ts';

/** What became of a fear. */
export type FearOutcome = (typeof FEAR_OUTCOMES)[number];

export const FEAR_OUTCOMES = ['happened', 'did not', 'differently'] as const;

/** A prediction with a date, and what happened. */
export interface FearFacts {
  readonly trigger: string;
  readonly prediction: string;
  /** The day on which it is asked what happened. */
  readonly by: Day;
  /** The thought that it came from. */
  readonly thoughtId?: string;
  /** Absent while it is open. */
  readonly outcome?: FearOutcome;
  /** What happened, in a line. */
  readonly line: string;
  /** Put off: not asked before this day. */
  readonly notBefore?: Day;
}

export type Fear = FearFacts & Written;
