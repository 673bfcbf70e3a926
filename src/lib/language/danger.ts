import { fold, has } from './matcher.ts';

/*
 * Words that may speak of fear, threats, control, force, injury or self-harm. They lead to an offer
 * of the safety page and to nothing else: no judgement, no record, nothing sent.
 */

/** What may speak of danger, and what sounds alike and is taken out before a text is looked at. */
interface DangerWords {
  readonly found: readonly RegExp[];
  readonly spared: readonly RegExp[];
}

/** Tells whether a text may speak of danger. */
export function mayBeDanger(text: string, { found, spared }: DangerWords): boolean {
  const plain = fold(text.normalize()).replace(/\s+/g, ' ');
  // A dash in its place, so that what stood on either side does not come together.
  const rest = spared.reduce((left, expression) => left.replace(expression, ' – '), plain);
  // One by one: a browser takes far longer over a single expression of all of them.
  return found.some((expression) => has(rest, expression));
}
