import type { Belief, Written } from './record.ts';

/** A thought record: notice, challenge, reframe. */
export interface ThoughtFacts {
  readonly trigger: string;
  readonly thought: string;
  /** How strongly it was believed at first; null where it was not said. */
  readonly before: Belief | null;
  readonly evidenceFor: string;
  readonly evidenceAgainst: string;
  /** What else it could be. */
  readonly explanations: string;
  /** Whether the user ever reacted like that, and why. */
  readonly mySide: string;
  readonly balanced: string;
  /** How strongly the first thought is believed now. */
  readonly after: Belief | null;
}

export type Thought = ThoughtFacts & Written;
