import * as v from 'valibot';
import { ROOTS } from '#lib/practices/questions/model/questions.ts';
import { lineText, longText, oneOf, written } from './written.ts';

/** The answers to the three questions. */
export const questionsSchema = written({
  trigger: lineText,
  root: v.nullable(oneOf(ROOTS)),
  rootNote: longText,
  evidenceFor: longText,
  evidenceAgainst: longText,
  friend: longText
});
