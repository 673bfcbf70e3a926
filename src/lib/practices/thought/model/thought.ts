import { thoughtIn } from '#lib/practices/pause/model/thoughtIn.ts';
import type { PauseFacts } from '#lib/practices/pause/record.ts';
import type { QuestionsFacts } from '#lib/practices/questions/record.ts';
import { thoughtRecord, type Thought, type ThoughtFacts } from '../record.ts';

/** The thought record that goes on from the three questions: what was said there is not asked anew. */
export function thoughtFrom(questions: QuestionsFacts): ThoughtFacts {
  const { fear, trigger, evidenceFor, evidenceAgainst, friend } = questions;
  return thoughtRecord.plain({ trigger, thought: fear, evidenceFor, evidenceAgainst, friend });
}

/** The thought record that goes on from a pause. */
export function thoughtOfPause(pause: PauseFacts): ThoughtFacts {
  return thoughtRecord.plain({ trigger: pause.trigger, thought: thoughtIn(pause) });
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
const IN_A_ROW = 5;
/** A belief that fell by less than this has barely moved. */
const FALL_MIN = 10;
/** A thought believed less than this at first is not looked at. */
const BELIEVED_MIN = 30;

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
