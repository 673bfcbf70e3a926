import type { Goal } from './record.ts';

/** A goal as its form holds it. */
export interface GoalFields {
  id: string;
  since: number;
  text: string;
  /** One a line. */
  steps: string;
}

/** A form before anything is written. */
export const BLANK_GOAL: GoalFields = { id: '', since: 0, text: '', steps: '' };

/** What the form of a goal begins with. */
export function fieldsOf({ id, updatedAt, text, steps }: Goal): GoalFields {
  return { id, since: updatedAt, text, steps: steps.map((step) => step.text).join('\n') };
}

/** Under which a step is kept while it is being written. */
export function nextStepKey({ id }: Pick<Goal, 'id'>): string {
  return `goals/${id}`;
}
