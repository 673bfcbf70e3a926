import type { Day } from '../day.ts';
import type { Written } from './record.ts';

/** Time planned together, and afterwards how it was. */
export interface SharedTimeFacts {
  readonly what: string;
  /** Null where no day is set. */
  readonly on: Day | null;
  /** Whether it took place; absent while that is open. */
  readonly tookPlace?: boolean;
  /** How it was. */
  readonly memory: string;
  /** The entry that it has put on the log. */
  readonly entryId?: string;
  /** Put off: not asked before this day. */
  readonly notBefore?: Day;
}

export type SharedTime = SharedTimeFacts & Written;
