import type { Stamp } from '#lib/account/model/entry.ts';
import {
  amendRecord,
  LINE_MAX,
  lineText,
  longText,
  newRecord,
  type Written
} from '../../model/written.ts';

/*
 * One's own ground: friends, hobbies, goals of one's own. None of it touches the account.
 */

/** A small step to a goal. */
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
  /** What I would say to someone I care about; empty where that was not asked. */
  readonly friend: string;
  readonly fair: string;
}

/** A goal as it is kept. */
export type Goal = GoalFacts & Written;
/** A win as it is kept. */
export type Win = WinFacts & Written;
/** A sentence as it is kept. */
export type Sentence = SentenceFacts & Written;

/** The most steps of a goal. */
export const STEPS_MAX = 30;

/** Why something of one's own ground cannot be kept. */
export type GroundFault = 'no words';

/** Why a goal cannot be kept: it has no words, too many steps, or a step that is too long. */
export type GoalFault = GroundFault | 'too many steps' | 'long step';

/** The facts of a goal as a plain object. Steps without words, and those beyond the most, are left out. */
export function plainGoal({ text, steps, isDone }: GoalFacts): GoalFacts {
  const plain = steps.map((step) => ({ text: lineText(step.text), isDone: step.isDone }));
  return {
    text: lineText(text),
    steps: plain.filter((step) => step.text).slice(0, STEPS_MAX),
    isDone
  };
}

/** Why a goal cannot be kept as it is written; undefined where it can. */
export function goalFault({ text, steps }: GoalFacts): GoalFault | undefined {
  if (!lineText(text)) return 'no words';
  if (steps.length > STEPS_MAX) return 'too many steps';
  return steps.some((step) => step.text.length > LINE_MAX) ? 'long step' : undefined;
}

/** A new goal. */
export function newGoal(facts: GoalFacts, stamp: Stamp): Goal {
  return newRecord(plainGoal(facts), stamp);
}

/** The goal with other facts. */
export function amendGoal(record: Goal, facts: GoalFacts, now: number): Goal {
  return amendRecord(record, plainGoal(facts), now);
}

/**
 * Steps that were written one a line, each in full: {@link goalFault} says where that is too much.
 * One in the same words as before is as far as it was.
 */
export function stepsOf(lines: string, before: readonly Step[] = []): readonly Step[] {
  const isDone = (text: string) => before.some((step) => step.text === text && step.isDone);
  return lines
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .map((text) => ({ text, isDone: isDone(text) }));
}

/** Whether a sentence stands alone: not made from a harsh one. */
export function standsAlone({ harsh, friend }: SentenceFacts): boolean {
  return harsh === '' && friend === '';
}

/** The goal with one of its steps done, or open again. */
export function tickStep(goal: Goal, index: number, isDone: boolean, now: number): Goal {
  const steps = goal.steps.map((step, place) => (place === index ? { ...step, isDone } : step));
  return amendGoal(goal, { ...goal, steps }, now);
}

/** The goal with one more step at its end. */
export function addStep(goal: Goal, text: string, now: number): Goal {
  return amendGoal(goal, { ...goal, steps: [...goal.steps, { text, isDone: false }] }, now);
}

/** The own words of a goal, for the search. */
export function wordsOfGoal({ text, steps }: GoalFacts): readonly string[] {
  return [text, ...steps.map((step) => step.text)];
}

/** The facts of a win as a plain object. */
export function plainWin({ text }: WinFacts): WinFacts {
  return { text: lineText(text) };
}

/** Why a win cannot be kept; undefined where it can. */
export function winFault({ text }: WinFacts): GroundFault | undefined {
  return lineText(text) ? undefined : 'no words';
}

/** A new win. */
export function newWin(facts: WinFacts, stamp: Stamp): Win {
  return newRecord(plainWin(facts), stamp);
}

/** The win in other words. */
export function amendWin(record: Win, facts: WinFacts, now: number): Win {
  return amendRecord(record, plainWin(facts), now);
}

/** The own words of a win, for the search. */
export function wordsOfWin({ text }: WinFacts): readonly string[] {
  return [text];
}

/** The facts of a sentence as a plain object. */
export function plainSentence({ harsh, friend, fair }: SentenceFacts): SentenceFacts {
  return { harsh: longText(harsh), friend: longText(friend), fair: longText(fair) };
}

/** Why a sentence cannot be kept; undefined where it can. The fair one is what is kept. */
export function sentenceFault({ fair }: SentenceFacts): GroundFault | undefined {
  return longText(fair) ? undefined : 'no words';
}

/** A new sentence. */
export function newSentence(facts: SentenceFacts, stamp: Stamp): Sentence {
  return newRecord(plainSentence(facts), stamp);
}

/** The sentence with other facts. */
export function amendSentence(record: Sentence, facts: SentenceFacts, now: number): Sentence {
  return amendRecord(record, plainSentence(facts), now);
}

/** The own words of a sentence, for the search. */
export function wordsOfSentence({ harsh, friend, fair }: SentenceFacts): readonly string[] {
  return [harsh, friend, fair];
}

/** Words that seldom stand in a sentence that is modest and true. */
const LARGE =
  /\b(?:always|never|perfect(?:ly)?|flawless|every(?:one|body|thing)|complete(?:ly)?|total(?:ly)?|absolutely|amazing|incredible|unstoppable|limitless|invincible|the best|the most|no ?one can|nothing can|(?:i am|i['’]m) (?:lovable|worthy|enough|beautiful|strong|powerful|confident|unbreakable)(?! enough)|love myself)\b/i;

/** Whether a sentence about oneself sounds large: of the kind that can make things worse. */
export function soundsLarge(text: string): boolean {
  return LARGE.test(text);
}
