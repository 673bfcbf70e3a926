import { line, list, once, text } from '#lib/record/field.ts';
import type { FactsOf, RowOf } from '#lib/record/record.ts';
import { practice } from '../record.ts';

/** The most feelings of one request: more do not help to be understood. */
export const FEELINGS_MAX = 8;
/** The longest feeling in own words, in UTF-16 code units. */
export const FEELING_MAX = 40;

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
    wish: text()
  },
  {
    // One part is enough: the rest may come later.
    fault: ({ impulse, see, feelings, about, wish }) =>
      impulse || see || feelings.length > 0 || about || wish ? undefined : 'empty'
  }
);

export type RequestFacts = FactsOf<typeof requestRecord>;
/** A request as it is kept. */
export type GentleRequest = RowOf<typeof requestRecord>;
