import { day, line, list, mark, once, oneOf, optional, text } from '#lib/record/field.ts';
import type { FactsOf, RowOf } from '#lib/record/record.ts';
import { practice } from '../record.ts';

/** The most feelings of one request: more do not help to be understood. */
export const FEELINGS_MAX = 8;
/** The longest feeling in own words, in UTF-16 code units. */
export const FEELING_MAX = 40;

/** What can become of a request, in the order in which it is offered. */
export const REQUEST_ANSWERS = ['met', 'missed', 'unsaid'] as const;

/** How a request was met, or that it wasn't said. */
export type RequestAnswer = (typeof REQUEST_ANSWERS)[number];

const feeling = line({ max: FEELING_MAX, tooLong: 'feeling-length' });

/** A request said gently: I see why … / I feel … about … / I would like … */
export const requestRecord = practice(
  'requests',
  {
    /** What one would have said first. */
    impulse: text(),
    see: text(),
    /** Names of feelings (feelings.ts), or own words; in the order in which they were chosen. */
    feelings: list(feeling, { max: FEELINGS_MAX, unique: once, isEmpty: (words) => words === '' }),
    about: text(),
    wish: text(),
    /** Absent until it's told. */
    answer: optional(oneOf(REQUEST_ANSWERS)),
    /** How it was met is to be on the log, as a bid of mine. */
    onLog: mark(),
    /** Put off: it's not asked about before this day. */
    notBefore: optional(day())
  },
  {
    together: [['answer', 'onLog']],
    // What wasn't said wasn't met.
    plain: ({ onLog, ...facts }) => ({
      ...facts,
      ...(onLog && facts.answer && facts.answer !== 'unsaid' && { onLog })
    }),
    tells: ({ answer, onLog }) =>
      onLog && answer
        ? { kind: 'bid', by: 'me', response: answer === 'met' ? 'toward' : 'away' }
        : undefined,
    // One part is enough: the rest may come later.
    fault: ({ impulse, see, feelings, about, wish }) =>
      impulse || see || feelings.length > 0 || about || wish ? undefined : 'empty'
  }
);

export type RequestFacts = FactsOf<typeof requestRecord>;
/** A request as it is kept. */
export type GentleRequest = RowOf<typeof requestRecord>;
