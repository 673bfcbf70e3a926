import { belief, line, list, once, oneOf, required, text, unlessEmpty } from '#lib/record/field.ts';
import type { FactsOf, RowOf } from '#lib/record/record.ts';
import { practice } from '../record.ts';

/** Habits of thought and of asking that a person may recognize, in the order in which they're offered. */
export const PATTERNS = ['mind-reading', 'all-or-nothing', 'testing', 'hinting'] as const;

/** A habit of thought or of asking. */
export type Pattern = (typeof PATTERNS)[number];

/** A thought record: notice, challenge, reframe. All but the thought may be left empty. */
export const thoughtRecord = practice('thoughts', {
  trigger: line(),
  thought: required(text()),
  /** How strongly it was believed at first; null where it was not said. */
  before: belief(),
  balanced: text(),
  /** What one would tell a friend who thought this. */
  friend: text(),
  evidenceFor: text(),
  evidenceAgainst: text(),
  /** What else it could be. */
  explanations: text(),
  /** Whether the user ever reacted like that, and why. */
  mySide: text(),
  /** What it reminds of. */
  rootNote: unlessEmpty(text()),
  /** What the person recognized in it, each once. */
  patterns: list(oneOf(PATTERNS), { max: PATTERNS.length, unique: once }),
  /** How strongly the first thought is believed now. */
  after: belief()
});

export type ThoughtFacts = FactsOf<typeof thoughtRecord>;
/** A thought record as it is kept. */
export type Thought = RowOf<typeof thoughtRecord>;
