import { WHO } from '#lib/account/model/entry.ts';
import { day, line, oneOf, optional, or, required, uuid } from '#lib/record/field.ts';
import { MOMENT, type FactsOf, type RowOf } from '#lib/record/record.ts';
import { nested, shape } from '#lib/record/shape.ts';
import { practice } from '../record.ts';

/** What can become of a promise, in the order in which it is offered. */
export const PROMISE_OUTCOMES = ['kept', 'broken', 'renegotiated'] as const;

/** What became of a promise. */
export type PromiseOutcome = (typeof PROMISE_OUTCOMES)[number];

/** A small, dated, checkable promise. */
export const promiseRecord = practice(
  'promises',
  {
    text: required(line()),
    /** Whose promise it is. */
    by: or(oneOf(WHO, 'who'), 'me'),
    /** The day on which it is asked about. */
    due: required(day()),
    /** Absent while it is open. */
    outcome: optional(oneOf(PROMISE_OUTCOMES)),
    /** When the outcome was told. */
    told: optional(nested(shape(MOMENT))),
    /** Put off: while it's open it's not asked before this day. */
    notBefore: optional(day()),
    /** The promise in whose place it stands, where that was renegotiated. */
    insteadOf: optional(uuid())
  },
  {
    together: [['outcome', 'told']],
    // An open promise holds nothing of an outcome.
    plain: ({ outcome, told, ...facts }) => ({
      ...facts,
      ...(outcome && { outcome }),
      ...(outcome && told && { told })
    }),
    tells: ({ text, by, outcome }) =>
      outcome === 'kept' || outcome === 'broken'
        ? { kind: 'promise', by, outcome, note: text }
        : undefined
  }
);

export type PromiseFacts = FactsOf<typeof promiseRecord>;
/** What a form must still ask for. */
export type PromiseFault = ReturnType<typeof promiseRecord.fault>;
/** A promise as it is kept. */
export type PromiseMade = RowOf<typeof promiseRecord>;
