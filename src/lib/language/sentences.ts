import { pieceOf } from './english/sentence.ts';
import type { Sentences } from './types.ts';

export { capitalised } from './hints.ts';

/*
 * What shows a request that was written. No form but its own needs that, so it stands apart from the
 * rules.
 */

const ENGLISH: Sentences = { pieceOf };
const LANGUAGES: Readonly<Record<string, Sentences>> = { en: ENGLISH };

/** A part follows its opener as it was written. */
const AS_WRITTEN: Sentences = {
  pieceOf: (_, text) => ({ joint: 'after', text: text.trim().replace(/\.$/, '') })
};

/** Gives how sentences are joined in a language by its tag: as written where the app has no rules of it. */
export function sentencesOf(tag: string): Sentences {
  return LANGUAGES[new Intl.Locale(tag).language] ?? AS_WRITTEN;
}
