import { speaksOfDanger } from './danger.ts';
import type { Feeling, Mood } from '#lib/practices/gently/model/feelings.ts';

/*
 * What may be hard to hear in a sentence, and how else it can be said. What to look for is a matter
 * of the language: each brings a manner of its own (english/hints.ts). This module is what they
 * have in common. A hint is an offer: it is never right enough to keep a person from anything.
 */

/** The parts of a request that are looked at. */
export type GentlePart = 'impulse' | 'see' | 'about' | 'wish';

/**
 * Why something may be hard to hear: it says that it is always so; it blames; it gives the other a
 * name instead of saying what happened; it knows what the other thinks or wants; it is several
 * things at once; it is an order.
 */
export type HintKind = (typeof HINT_KINDS)[number];

export const HINT_KINDS = ['always', 'blame', 'label', 'mind', 'topics', 'order'] as const;

/** A place in a text, and the words that could stand there instead. */
export interface Finding {
  readonly kind: HintKind;
  readonly start: number;
  readonly end: number;
  readonly instead: string;
}

/** A hint about one part of a request. */
export interface Hint {
  readonly kind: HintKind;
  readonly part: GentlePart;
  /** The words that it is about. */
  readonly found: string;
  /** The whole part, said in another way. */
  readonly rewording: string;
}

/** How a part joins its opener: after it ("I see why …"), or whole as it stands. */
export type Joint = 'after' | 'bare' | 'whole';

/** A part of the sentence, ready to be put together. */
export interface Piece {
  readonly joint: Joint;
  readonly text: string;
}

/** What a language knows of saying things gently. */
export interface Manner {
  /**
   * What may be hard to hear in a part. Quoted passages have been blanked out of the text, and its
   * apostrophes are straight; its places are those of the text as it was written.
   */
  readonly find: (part: GentlePart, text: string, mood: Mood | undefined) => readonly Finding[];
  /** A part of the sentence without what its opener says already, and how it joins that. */
  readonly tidy: (part: Exclude<GentlePart, 'impulse'>, text: string) => Piece;
  /** Where a word says what someone did, feelings that may lie behind it; else undefined. */
  readonly behind: (word: string) => readonly Feeling[] | undefined;
}

/**
 * What may be hard to hear in one part of a request, in the order of the text; of each kind the
 * first. Nothing where it speaks of danger: nobody is told to say that more softly.
 */
export function hintsIn(
  part: GentlePart,
  text: string,
  mood: Mood | undefined,
  manner: Manner
): Hint[] {
  if (speaksOfDanger(text)) return [];
  const findings = manner
    .find(part, withoutQuotes(text), mood)
    .toSorted((one, other) => one.start - other.start || other.end - one.end);
  return findings
    .filter((finding, index) => isFirst(finding, findings.slice(0, index)))
    .map(({ kind, start, end, instead }) => ({
      kind,
      part,
      found: text.slice(start, end).trim(),
      rewording: spliced(text, start, end, instead)
    }))
    .filter(({ rewording }) => rewording !== text.trim());
}

/** Whether nothing before it is of its kind or speaks of the same words. */
function isFirst({ kind, start }: Finding, before: readonly Finding[]): boolean {
  return before.every((other) => other.kind !== kind && other.end <= start);
}

/** The text with other words in one place, tidied where they meet. */
function spliced(text: string, start: number, end: number, instead: string): string {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  const beginsSentence = /(?:^|[.!?…]\s*)$/.test(before);
  const words = beginsSentence && isCapital(text.slice(start)) ? capitalised(instead) : instead;
  const joined = (before + words + after)
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;!?])/g, '$1')
    .replace(/^[\s,;]+|[\s,;]+$/g, '');
  return isCapital(text) ? capitalised(joined) : joined;
}

function isCapital(text: string): boolean {
  return /^\s*\p{Lu}/u.test(text);
}

/** With a capital at the beginning. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** What is quoted was said by someone, at some time; it is not said now. */
const QUOTES =
  /"[^"]*"|“[^”]*”|«[^»]*»|‘(?:[^’]|’\w)*’|(?<=^|[\s(])'(?:[^']|\b'\b)*'(?=[\s.,;:!?)]|$)/g;

function withoutQuotes(text: string): string {
  return text.replace(QUOTES, (quoted) => '_'.repeat(quoted.length)).replaceAll('’', "'");
}
