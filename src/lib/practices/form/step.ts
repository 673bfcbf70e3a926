import type { Snippet } from 'svelte';

/** One question on one screen. */
export interface Step {
  readonly id: string;
  readonly question: string;
  /** What it belongs to, where the way has parts. */
  readonly part?: string;
  /** A sentence below the question. */
  readonly why?: string;
  readonly hints?: readonly string[];
  /** Whether there is an answer: else the way on is called "Skip". */
  readonly isAnswered: boolean;
  readonly body: Snippet<[Step]>;
}
