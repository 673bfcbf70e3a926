import type { Stamp } from '#lib/account/model/entry.ts';
import {
  amendRecord,
  isUpTo,
  lineText,
  longText,
  newRecord,
  STRENGTH_MAX,
  type Strength,
  type Written
} from '../../model/written.ts';
import { WAYS } from '../record.ts';

/** A way to come to rest before reacting. */
export type Way = (typeof WAYS)[number];

/** One use of the practice "Pause": what set it off, what was felt, what was done. */
export interface GroundingFacts {
  /** In the user's own words; empty where it was not named. */
  readonly trigger: string;
  readonly feeling: string;
  readonly because: string;
  /** How strong the feeling was; null where it was not said. */
  readonly before: Strength | null;
  readonly after: Strength | null;
  /** What was done, in that order, each once. */
  readonly ways: readonly Way[];
  /** Of those, what helped. */
  readonly helped: readonly Way[];
  /** What else helped, in the user's own words. */
  readonly alsoHelped: string;
}

/** A pause as it is kept. */
export type Grounding = GroundingFacts & Written;

/** Why a pause cannot be kept: there is nothing in it. */
export type GroundingFault = 'empty';

/** Nothing done and nothing said. */
export const BLANK_GROUNDING: GroundingFacts = {
  trigger: '',
  feeling: '',
  because: '',
  before: null,
  after: null,
  ways: [],
  helped: [],
  alsoHelped: ''
};

/**
 * The facts as a plain object that holds what a pause knows and nothing else. Strengths that are
 * none are left out, and so is help from a way that was not done.
 */
export function plainGrounding(facts: GroundingFacts): GroundingFacts {
  const ways = known(facts.ways);
  return {
    trigger: lineText(facts.trigger),
    feeling: lineText(facts.feeling),
    because: longText(facts.because),
    before: strengthOf(facts.before),
    after: strengthOf(facts.after),
    ways,
    helped: ways.filter((way) => facts.helped.includes(way)),
    alsoHelped: lineText(facts.alsoHelped)
  };
}

/** Why these facts cannot be kept; undefined where they can. */
export function groundingFault(facts: GroundingFacts): GroundingFault | undefined {
  const { ways, before, after, ...texts } = plainGrounding(facts);
  const hasWords = Object.values(texts).some((said) => said.length > 0);
  return hasWords || ways.length > 0 || before !== null || after !== null ? undefined : 'empty';
}

/** A new pause: these facts, now, here. */
export function newGrounding(facts: GroundingFacts, stamp: Stamp): Grounding {
  return newRecord(plainGrounding(facts), stamp);
}

/** The pause with other facts. */
export function amendGrounding(record: Grounding, facts: GroundingFacts, now: number): Grounding {
  return amendRecord(record, plainGrounding(facts), now);
}

/** The user's own words in it, to be searched. */
export function wordsOfGrounding(facts: GroundingFacts): string[] {
  const { trigger, feeling, because, alsoHelped } = facts;
  return [trigger, feeling, because, alsoHelped].filter((text) => text !== '');
}

/** The facts with one more way done. One that was done before stays in its place. */
export function withWay<Facts extends GroundingFacts>(facts: Facts, way: Way): Facts {
  return { ...facts, ways: known([...facts.ways, way]) };
}

/** Those that are ways, each once. */
function known(ways: readonly Way[]): Way[] {
  return [...new Set(ways)].filter((way) => WAYS.includes(way));
}

function strengthOf(number: number | null): Strength | null {
  return number !== null && isUpTo(STRENGTH_MAX, number) ? number : null;
}
