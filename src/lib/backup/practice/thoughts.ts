import { belief, lineText, longText, written } from './written.ts';

/** A thought record. */
export const thoughtsSchema = written({
  trigger: lineText,
  thought: longText,
  before: belief,
  evidenceFor: longText,
  evidenceAgainst: longText,
  explanations: longText,
  mySide: longText,
  friend: longText,
  balanced: longText,
  after: belief
});
