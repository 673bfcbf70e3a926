import type { Day } from '../day.ts';
import type { Written } from './record.ts';

/** A weekly check-in. */
export interface CheckInFacts {
  /** The first day of the week that it looks back on. */
  readonly week: Day;
  readonly isTogether: boolean;
  /** How the week has felt: mine and, if together, theirs. */
  readonly felt: string;
  readonly feltPartner: string;
  /** Thank-yous, each specific. */
  readonly thanks: readonly string[];
  readonly thanksPartner: readonly string[];
  /** The one hard thing, as it was said gently; empty where there was none. */
  readonly hard: string;
  /** The one promise. */
  readonly promise: string;
  /** The one thing to do together. */
  readonly together: string;
  /** The entry that it has put on the log, where it was done together. */
  readonly entryId?: string;
}

export type CheckIn = CheckInFacts & Written;
