import type { Written } from './record.ts';

/*
 * One's own ground: friends, hobbies, goals of one's own. None of it touches the account.
 */

export interface Step {
  readonly text: string;
  readonly isDone: boolean;
}

/** A goal of one's own, with small steps. */
export interface GoalFacts {
  readonly text: string;
  readonly steps: readonly Step[];
  readonly isDone: boolean;
}

/** Something that went well, small ones too. */
export interface WinFacts {
  readonly text: string;
}

/** A harsh sentence turned into a fair one, or a sentence of one's own to keep. */
export interface SentenceFacts {
  /** Empty where the fair one stands alone. */
  readonly harsh: string;
  readonly fair: string;
}

export type Goal = GoalFacts & Written;
export type Win = WinFacts & Written;
export type Sentence = SentenceFacts & Written;
