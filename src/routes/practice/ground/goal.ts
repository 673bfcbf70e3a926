/** A goal as its form holds it. */
export interface GoalFields {
  id: string;
  text: string;
  /** One a line. */
  steps: string;
}

export const BLANK_GOAL: GoalFields = { id: '', text: '', steps: '' };
