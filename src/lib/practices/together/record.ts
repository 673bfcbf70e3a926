import { day, flag, line, minute, nullable, optional, required, text } from '#lib/record/field.ts';
import type { FactsOf, RowOf } from '#lib/record/record.ts';
import { practice } from '../record.ts';

/** Time planned together, and afterwards how it was. */
export const sharedTimeRecord = practice(
  'sharedTimes',
  {
    what: required(line()),
    /** Null where no day is set. */
    on: nullable(day()),
    /** When on that day; null for any time of it. Never set without a day. */
    minute: nullable(minute()),
    /** How it was. */
    memory: text(),
    /** Whether it took place; absent while that is open. */
    tookPlace: optional(flag()),
    /** Put off: while that's open it's not asked before this day. */
    notBefore: optional(day())
  },
  {
    together: [['on', 'minute']],
    plain: (facts) => ({ ...facts, minute: facts.on === null ? null : facts.minute }),
    tells: ({ what, tookPlace }) => (tookPlace ? { kind: 'experience', note: what } : undefined)
  }
);

export type SharedTimeFacts = FactsOf<typeof sharedTimeRecord>;
/** A plan as it is kept, and what became of it. */
export type SharedTime = RowOf<typeof sharedTimeRecord>;
