import * as v from 'valibot';
import { lineText, longText, oneOf, written } from './written.ts';
import { ROOTS } from '#lib/practices/questions/record.ts';

/** The answers to the three questions. */
export const questionsSchema = written({
  trigger: lineText,
  root: v.nullable(oneOf(ROOTS)),
  rootNote: longText,
  evidenceFor: longText,
  evidenceAgainst: longText,
  friend: longText
});
