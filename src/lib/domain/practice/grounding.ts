import type { Strength, Written } from './record.ts';

/** A way to come to rest before reacting. */
export type Way = (typeof WAYS)[number];

export const WAYS = ['breathing', 'senses', 'body', 'walk', 'break'] as const;

/** One use of the practice "Pause": what set it off, what was felt, what was done. */
export interface GroundingFacts {
  /** In the user's own words; empty where it was not named. */
  readonly trigger: string;
  readonly feeling: string;
  readonly because: string;
  /** How strong the feeling was; null where it was not said. */
  readonly before: Strength | null;
  readonly after: Strength | null;
  /** What was done, in that order. */
  readonly ways: readonly Way[];
  /** Of those, what helped. */
  readonly helped: readonly Way[];
}

export type Grounding = GroundingFacts & Written;
