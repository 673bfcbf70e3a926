import { LINE_MAX } from '#lib/record/field.ts';
import { dayNumber, type Day } from '#lib/time/day.ts';
import {
  goalRecord,
  STEPS_MAX,
  type Goal,
  type GoalFacts,
  type Ground,
  type Sentence,
  type SentenceFacts,
  type Step
} from '../record.ts';

/** Why a goal cannot be kept: it has no words, too many steps, or a step that is too long. */
export type GoalFault = 'no words' | 'too many steps' | 'long step';

/** For which ground a goal or a plan is. */
export function groundOf({ ground = 'goals' }: GoalFacts): Ground {
  return ground;
}

/** Why a goal cannot be kept as it is written; undefined where it can. */
export function goalFault(facts: GoalFacts): GoalFault | undefined {
  const { steps } = facts;
  if (goalRecord.fault(facts)) return 'no words';
  if (steps.length > STEPS_MAX) return 'too many steps';
  return steps.some((step) => step.text.length > LINE_MAX) ? 'long step' : undefined;
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

/** The sentence that comes back on a day: each in turn, one a day; undefined where there is none. */
export function sentenceOf(sentences: readonly Sentence[], day: Day): Sentence | undefined {
  return sentences[dayNumber(day) % sentences.length];
}

/** The goal with one of its steps done, or open again. */
export function tickStep(goal: Goal, index: number, isDone: boolean, now: number): Goal {
  const steps = goal.steps.map((step, place) => (place === index ? { ...step, isDone } : step));
  return goalRecord.amend(goal, { steps }, now);
}

/** The goal with one more step at its end. */
export function addStep(goal: Goal, text: string, now: number): Goal {
  return goalRecord.amend(goal, { steps: [...goal.steps, { text, isDone: false }] }, now);
}

/** Words that seldom stand in a sentence that is modest and true. */
const LARGE =
  /\b(?:always|never|perfect(?:ly)?|flawless|every(?:one|body|thing)|complete(?:ly)?|total(?:ly)?|absolutely|amazing|incredible|unstoppable|limitless|invincible|the best|the most|no ?one can|nothing can|(?:i am|i['’]m) (?:lovable|worthy|enough|beautiful|strong|powerful|confident|unbreakable)(?! enough)|love myself)\b/i;

/** Whether a sentence about oneself sounds large: of the kind that can make things worse. */
export function soundsLarge(text: string): boolean {
  return LARGE.test(text);
}
