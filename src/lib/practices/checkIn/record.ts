import { day, flag, line, list, text } from '#lib/record/field.ts';
import type { FactsOf, RowOf } from '#lib/record/record.ts';
import { practice } from '../record.ts';

/** The most thank-yous of one person that are kept. */
const THANKS_MAX = 10;

const thanks = () => list(line(), { max: THANKS_MAX, isEmpty: (words) => words === '' });

/** A weekly check-in. */
export const checkInRecord = practice(
  'checkIns',
  {
    /** The first day of the week that it looks back on. */
    week: day(),
    /** Both were there. */
    isTogether: flag(),
    /** How the week has felt: mine and, if together, theirs. */
    felt: text(),
    feltPartner: text(),
    /** Thank-yous, each specific: mine and, if together, theirs. */
    thanks: thanks(),
    thanksPartner: thanks(),
    /** The week's statement, in one line, as it was then. */
    line: line(),
    /** The one hard thing, as it was said gently; empty where there was none. */
    hard: text(),
    /** The one promise. */
    promise: line(),
    /** The one thing to do together. */
    together: line()
  },
  {
    together: [['isTogether', 'feltPartner', 'thanksPartner']],
    plain: (facts) => (facts.isTogether ? facts : { ...facts, feltPartner: '', thanksPartner: [] }),
    // Done together it is kept without a word.
    fault: ({ isTogether, felt, thanks, hard, promise, together }) =>
      isTogether || felt || thanks.length > 0 || hard || promise || together ? undefined : 'empty',
    tells: ({ isTogether }) => (isTogether ? { kind: 'experience' } : undefined)
  }
);

export type CheckInFacts = FactsOf<typeof checkInRecord>;
/** A check-in as it is kept. */
export type CheckIn = RowOf<typeof checkInRecord>;
