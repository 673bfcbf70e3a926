import type { Finding, GentlePart, Hint, Mood } from './types.ts';

/*
 * What may be hard to hear in a sentence, and how else it can be said. What to look for is a matter
 * of the language (english/hints.ts); this module is what they have in common. A hint is an offer:
 * it is never right enough to keep a person from anything.
 */

/**
 * Finds what may be hard to hear in a part. The text is in NFC, its apostrophes are straight, and
 * quoted passages have been blanked out of it.
 */
export type Find = (part: GentlePart, text: string, mood: Mood | undefined) => readonly Finding[];

/**
 * Gives the hints on one part of a request, in the order of the text; of each kind the first.
 */
export function toHints(
  part: GentlePart,
  written: string,
  mood: Mood | undefined,
  find: Find
): Hint[] {
  const text = written.normalize();
  const findings = find(part, withoutQuotes(text), mood).toSorted(
    (one, other) => one.start - other.start || other.end - one.end
  );
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
