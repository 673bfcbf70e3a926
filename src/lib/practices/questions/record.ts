import { line, nullable, oneOf, text } from '#lib/record/field.ts';
import type { FactsOf, RowOf } from '#lib/record/record.ts';
import { practice } from '../record.ts';

/** Whether what is felt is about now or rooted in the past, in the order in which it is offered. */
export const ROOTS = ['now', 'past', 'both'] as const;

/** Whether what is felt is about now, or rooted in the past. */
export type Root = (typeof ROOTS)[number];

/** The three questions after a pause, answered. Each of them may be left empty. */
export const questionsRecord = practice(
  'questions',
  {
    /** What one is afraid is true. */
    fear: text(),
    trigger: line(),
    /** Null where it was not answered. */
    root: nullable(oneOf(ROOTS)),
    /** What about now, or what of the past. */
    rootNote: text(),
    evidenceFor: text(),
    evidenceAgainst: text(),
    /** What one would tell a friend. */
    friend: text()
  },
  {
    // A trigger alone answers nothing.
    fault: ({ fear, root, rootNote, evidenceFor, evidenceAgainst, friend }) =>
      fear || root || rootNote || evidenceFor || evidenceAgainst || friend ? undefined : 'empty'
  }
);

export type QuestionsFacts = FactsOf<typeof questionsRecord>;
/** The answers as they are kept. */
export type Questions = RowOf<typeof questionsRecord>;
