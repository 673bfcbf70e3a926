import { HARMLESS } from './english/spared.ts';
import { PATTERNS } from './english/danger.ts';

/*
 * Words that may speak of fear, threats, control, force, injury or self-harm. They lead to an offer
 * of the safety page and to nothing else: no judgement, no record, nothing sent.
 */

// One by one: a browser takes far longer over a single expression of all of them.
const DANGER = PATTERNS.map((pattern) => new RegExp(wholeWords(pattern)));
const SPARED = HARMLESS.map((pattern) => new RegExp(wholeWords(pattern), 'g'));

/**
 * Whether a text may speak of fear of a person, threats, control, force, injury or self-harm, by
 * a short list of English words. Case, line breaks and the kind of apostrophe make no difference.
 */
export function speaksOfDanger(text: string): boolean {
  const plain = text
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/\s+/g, ' ');
  // A dash in its place, so that what stood on either side does not come together.
  const rest = SPARED.reduce((left, spared) => left.replace(spared, ' – '), plain);
  return DANGER.some((danger) => danger.test(rest));
}

function wholeWords(pattern: string): string {
  return `\\b(?:${pattern})(?!\\w)`;
}
