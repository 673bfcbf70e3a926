import {
  instant,
  line,
  list,
  once,
  oneOf,
  optional,
  strength,
  text,
  unlessEmpty
} from '#lib/record/field.ts';
import type { FactsOf, RowOf } from '#lib/record/record.ts';
import { practice } from '../record.ts';

/** The ways to come to rest, in the order in which they are offered where nothing is known of what helps. */
export const WAYS = ['breathing', 'senses', 'body', 'walk', 'break'] as const;

/** A way to come to rest before reacting. */
export type Way = (typeof WAYS)[number];

const ways = () => list(oneOf(WAYS), { max: WAYS.length, unique: once });

/** One use of the practice "Pause": what set it off, what was felt, what was done. */
export const pauseRecord = practice(
  'groundings',
  {
    /** In the user's own words; empty where it was not named. */
    trigger: line(),
    feeling: line(),
    because: text(),
    /** What it reminds of. */
    rootNote: unlessEmpty(text()),
    /** How strong the feeling was; null where it was not said. */
    before: strength(),
    after: strength(),
    /** What was done, in that order, each once. */
    ways: ways(),
    /** Of those, what helped. */
    helped: ways(),
    /** What else helped, in the user's own words. */
    alsoHelped: line(),
    /** A message that was written at night instead of being sent. */
    unsent: unlessEmpty(text()),
    /** From when on it asks to be looked at again, in milliseconds since the epoch. */
    lookAt: optional(instant())
  },
  {
    together: [['ways', 'helped']],
    // A way that was not done did not help.
    plain: (facts) => ({
      ...facts,
      helped: facts.ways.filter((way) => facts.helped.includes(way))
    }),
    fault: ({ before, after, ways, lookAt, ...texts }) =>
      texts.trigger ||
      texts.feeling ||
      texts.because ||
      texts.rootNote ||
      texts.alsoHelped ||
      texts.unsent ||
      lookAt ||
      ways.length > 0 ||
      (before ?? after) !== null
        ? undefined
        : 'empty'
  }
);

export type PauseFacts = FactsOf<typeof pauseRecord>;
/** A pause as it is kept. */
export type PauseMade = RowOf<typeof pauseRecord>;
