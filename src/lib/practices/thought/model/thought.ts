import type { Stamp } from '#lib/account/model/entry.ts';
import type { QuestionsFacts } from '../../questions/model/questions.ts';
import {
  amendRecord,
  BELIEF_MAX,
  lineText,
  longText,
  newRecord,
  type Belief,
  type Written
} from '../../model/written.ts';

/** A thought record: notice, challenge, reframe. All but the thought may be left empty. */
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
  /** What one would tell a friend who thought this. */
  readonly friend: string;
  readonly balanced: string;
  /** How strongly the first thought is believed now. */
  readonly after: Belief | null;
}

/** A thought record as it is kept. */
export type Thought = ThoughtFacts & Written;

/** Why a thought record cannot be kept: it has no thought. */
export type ThoughtFault = 'thought';

/** A thought record before anything is written. */
export const BLANK_THOUGHT: ThoughtFacts = {
  trigger: '',
  thought: '',
  before: null,
  evidenceFor: '',
  evidenceAgainst: '',
  explanations: '',
  mySide: '',
  friend: '',
  balanced: '',
  after: null
};

/** The thought record that goes on from the three questions: what was said there is not asked anew. */
export function thoughtFrom(questions: QuestionsFacts): ThoughtFacts {
  const { trigger, evidenceFor, evidenceAgainst, friend } = questions;
  return { ...BLANK_THOUGHT, trigger, evidenceFor, evidenceAgainst, friend };
}

/**
 * The facts as a plain object that holds what is known and nothing else, so that it can be stored
 * whatever it came from. Texts too long are cut; a belief is a whole number from 0 to 100, or null.
 */
export function plainThought(facts: ThoughtFacts): ThoughtFacts {
  return {
    trigger: lineText(facts.trigger),
    thought: longText(facts.thought),
    before: plainBelief(facts.before),
    evidenceFor: longText(facts.evidenceFor),
    evidenceAgainst: longText(facts.evidenceAgainst),
    explanations: longText(facts.explanations),
    mySide: longText(facts.mySide),
    friend: longText(facts.friend),
    balanced: longText(facts.balanced),
    after: plainBelief(facts.after)
  };
}

function plainBelief(belief: Belief | null): Belief | null {
  if (belief === null || Number.isNaN(belief)) return null;
  return Math.min(BELIEF_MAX, Math.max(0, Math.round(belief)));
}

/** Why the record cannot be kept; undefined where it can. */
export function thoughtFault({ thought }: ThoughtFacts): ThoughtFault | undefined {
  return thought.trim() === '' ? 'thought' : undefined;
}

/** A new thought record, now, here. */
export function newThought(facts: ThoughtFacts, stamp: Stamp): Thought {
  return newRecord(plainThought(facts), stamp);
}

/** The record with other facts. */
export function amendThought(record: Thought, facts: ThoughtFacts, now: number): Thought {
  return amendRecord(record, plainThought(facts), now);
}

/** What the user wrote, to be searched. */
export function wordsOfThought(facts: ThoughtFacts): string[] {
  const { trigger, thought, evidenceFor, evidenceAgainst, explanations } = facts;
  const { mySide, friend, balanced } = facts;
  return [
    trigger,
    thought,
    balanced,
    friend,
    evidenceFor,
    evidenceAgainst,
    explanations,
    mySide
  ].filter((text) => text !== '');
}

/*
 * When thoughts barely move
 *
 * Thought records lower belief for most people, but arguing with one's thoughts tends to fail where
 * everything that a partner does already reads as hostile. So the page looks at the last few and,
 * where not one of them has moved, says so and points to help. The rule:
 *
 *   the last 5 records that tell both beliefs and began at 30 or more
 *   each fell by less than 10 points (or rose)
 *
 * A thought that was hardly believed from the start had no way to go, so it says nothing.
 */

/** How many thoughts in a row are looked at. */
export const IN_A_ROW = 5;
/** A belief that fell by less than this has barely moved. */
export const FALL_MIN = 10;
/** A thought believed less than this at first is not looked at. */
export const BELIEVED_MIN = 30;

/** By how much the belief fell, below zero where it rose; undefined where one of the two is missing. */
export function fallOf({ before, after }: ThoughtFacts): number | undefined {
  return before === null || after === null ? undefined : before - after;
}

/** Whether the last thoughts, whatever the order in which they are handed in, barely moved. */
export function barelyMove(thoughts: readonly Thought[]): boolean {
  const falls = thoughts
    .filter(({ before }) => before !== null && before >= BELIEVED_MIN)
    .sort((one, other) => other.at - one.at)
    .map(fallOf)
    .filter((fall) => fall !== undefined)
    .slice(0, IN_A_ROW);
  return falls.length === IN_A_ROW && falls.every((fall) => fall < FALL_MIN);
}
