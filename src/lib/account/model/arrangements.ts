import type { Act } from './acts.ts';
import type { Pause } from './awayDays.ts';
import type { Terms } from './terms.ts';

/** What the user has decided about the account. */
export interface Arrangements {
  readonly terms: Terms;
  readonly pauses: readonly Pause[];
  readonly acts: readonly Act[];
}
