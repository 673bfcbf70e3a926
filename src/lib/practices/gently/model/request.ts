import { cutText, type Stamp } from '#lib/account/model/entry.ts';
import { amendRecord, lineText, longText, newRecord, type Written } from '../../model/written.ts';

/** A request said gently: I see why … / I feel … about … / I would like … */
export interface RequestFacts {
  /** What one would have said first. */
  readonly impulse: string;
  readonly see: string;
  /** Names of feelings (feelings.ts), or own words. */
  readonly feelings: readonly string[];
  readonly about: string;
  readonly wish: string;
}

/** A request as it is kept. */
export type GentleRequest = RequestFacts & Written;

/** The most feelings of one request: more do not help to be understood. */
export const FEELINGS_MAX = 8;
/** The longest feeling in own words, in UTF-16 code units. */
export const FEELING_MAX = 40;

/** A request before anything is written. */
export const BLANK_REQUEST: RequestFacts = {
  impulse: '',
  see: '',
  feelings: [],
  about: '',
  wish: ''
};

/** Why a request cannot be kept: nothing was written yet. */
export type RequestFault = 'empty';

/**
 * The facts as a plain object that can be stored whatever it came from. Feelings are held once
 * each, in the order in which they were chosen; texts too long are cut.
 */
export function plainRequest({ impulse, see, feelings, about, wish }: RequestFacts): RequestFacts {
  return {
    impulse: longText(impulse),
    see: longText(see),
    feelings: plainFeelings(feelings),
    about: longText(about),
    wish: longText(wish)
  };
}

function plainFeelings(feelings: readonly string[]): string[] {
  const words = feelings.map((feeling) => cutText(lineText(feeling), FEELING_MAX));
  return [...new Set(words)].filter((word) => word !== '').slice(0, FEELINGS_MAX);
}

/** Why the request cannot be kept; undefined where it can. One part is enough: the rest may come later. */
export function requestFault(facts: RequestFacts): RequestFault | undefined {
  return wordsOfRequest(plainRequest(facts)).length === 0 ? 'empty' : undefined;
}

/** A new request. */
export function newRequest(facts: RequestFacts, stamp: Stamp): GentleRequest {
  return newRecord(plainRequest(facts), stamp);
}

/** The request with other facts. */
export function amendRequest(
  request: GentleRequest,
  facts: RequestFacts,
  now: number
): GentleRequest {
  return amendRecord(request, plainRequest(facts), now);
}

/** Its own words, for the search. */
export function wordsOfRequest({
  impulse,
  see,
  feelings,
  about,
  wish
}: RequestFacts): readonly string[] {
  return [impulse, see, ...feelings, about, wish].filter((text) => text !== '');
}
