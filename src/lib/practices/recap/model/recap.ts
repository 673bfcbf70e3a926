import type { ActFacts, Entry } from '#lib/account/model/entry.ts';
import { isGood } from '#lib/account/model/tally.ts';
import { sameWords } from '#lib/record/words.ts';

/** Fewer moments than these make no recap. */
const ENOUGH_MOMENTS = 5;
/** So many spans before are needed for a comparison, each with enough moments. */
export const EARLIER_SPANS = 4;

/** What a week or a month was like, from the log: at most six lines. */
export interface Recap {
  readonly good: number;
  /** Whether no span before had as many good moments; never told the other way round. */
  readonly isMost: boolean;
  /** The acts noticed twice or more, the most frequent first, at most three. */
  readonly acts: readonly { readonly act: ActFacts; readonly count: number }[];
  /** An act of which there was none in the spans before. */
  readonly fresh: ActFacts | undefined;
  /** How often the two made up. */
  readonly mended: number;
  /** As many missed and hard moments as good ones, or more. */
  readonly isHard: boolean;
  /** A good moment in the user's own words: a favorite, else the one with the most words. */
  readonly quote: Entry | undefined;
}

/**
 * The recap of a span; undefined where too little was logged.
 *
 * @param spans the entries of the span, then those of as many spans before it, the latest first
 */
export function recapOf([entries = [], ...earlier]: readonly (readonly Entry[])[]):
  Recap | undefined {
  if (entries.length < ENOUGH_MOMENTS) return undefined;
  const good = entries.filter(isGood);
  const acts = actsOf(good);
  const before = actsOf(earlier.flat());
  return {
    good: good.length,
    isMost: isMost(good.length, earlier),
    acts: acts.filter(({ count }) => count > 1).slice(0, 3),
    fresh:
      before.length > 0
        ? acts.find(({ act }) => !before.some((other) => isSameAct(other.act, act)))?.act
        : undefined,
    mended: entries.filter(({ kind }) => kind === 'repair').length,
    isHard: good.length * 2 <= entries.length,
    quote: quoteOf(good)
  };
}

/** Whether a span has more good moments than each of those before, where there is enough to compare. */
function isMost(good: number, earlier: readonly (readonly Entry[])[]): boolean {
  const counts = earlier
    .filter((entries) => entries.length >= ENOUGH_MOMENTS)
    .map((entries) => entries.filter(isGood).length);
  return counts.length >= EARLIER_SPANS && counts.every((count) => count < good);
}

/** The acts, each once with how often, the most frequent first. */
function actsOf(entries: readonly Entry[]): { act: ActFacts; count: number }[] {
  const acts: { act: ActFacts; count: number }[] = [];
  for (const entry of entries) {
    if (entry.kind !== 'act') continue;
    const same = acts.find(({ act }) => isSameAct(act, entry));
    if (same) same.count += 1;
    else acts.push({ act: entry, count: 1 });
  }
  return acts.toSorted((one, other) => other.count - one.count);
}

function isSameAct(one: ActFacts, other: ActFacts): boolean {
  return one.by === other.by && sameWords(one.act) === sameWords(other.act);
}

/** None that the person doesn't want to be shown again. */
function quoteOf(good: readonly Entry[]): Entry | undefined {
  const told = good.filter(({ note, hidden }) => note && !hidden);
  const length = ({ note = '' }: Entry) => note.length;
  return told.toSorted(
    (one, other) =>
      Number(other.favorite ?? false) - Number(one.favorite ?? false) || length(other) - length(one)
  )[0];
}
