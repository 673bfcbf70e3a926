import type { Day } from '../day.ts';
import type { Who } from '../entry.ts';
import type { Written } from './record.ts';

/** What became of a promise. */
export type PromiseOutcome = (typeof PROMISE_OUTCOMES)[number];

export const PROMISE_OUTCOMES = ['kept', 'broken', 'renegotiated'] as const;

/** A small, dated, checkable promise. */
export interface PromiseFacts {
  readonly text: string;
  /** Whose promise it is. */
  readonly by: Who;
  /** The day on which it is asked about. */
  readonly due: Day;
  /** Absent while it is open. */
  readonly outcome?: PromiseOutcome;
  /** The entry that its outcome has put on the log. */
  readonly entryId?: string;
  /** Put off: not asked before this day. */
  readonly notBefore?: Day;
}

export type PromiseMade = PromiseFacts & Written;
