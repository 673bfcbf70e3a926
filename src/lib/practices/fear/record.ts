import { day, line, oneOf, optional, required, text, uuid } from '#lib/record/field.ts';
import type { FactsOf, RowOf } from '#lib/record/record.ts';
import { practice } from '../record.ts';

/** What can become of a fear, in the order in which it is offered. */
export const FEAR_OUTCOMES = ['happened', 'did not', 'differently'] as const;

/** What became of a fear. */
export type FearOutcome = (typeof FEAR_OUTCOMES)[number];

/** A prediction with a date, and what happened. */
export const fearRecord = practice(
  'fears',
  {
    trigger: line(),
    prediction: required(text()),
    evidenceFor: text(),
    evidenceAgainst: text(),
    /** What happened, in a line. */
    line: line(),
    /** The day on which it is asked what happened. */
    by: required(day()),
    /** The thought that it came from. */
    thoughtId: optional(uuid()),
    /** Absent while it is open. */
    outcome: optional(oneOf(FEAR_OUTCOMES)),
    /** Put off: while it's open it's not asked before this day. */
    notBefore: optional(day())
  },
  {
    together: [['outcome', 'line']],
    // Only what is known to have come out has a line about that.
    plain: (facts) => ({ ...facts, line: facts.outcome ? facts.line : '' })
  }
);

export type FearFacts = FactsOf<typeof fearRecord>;
/** A fear as it is kept. */
export type Fear = RowOf<typeof fearRecord>;
