import { pieceOf } from './english/sentence.ts';
import type { Sentences } from './types.ts';

export { capitalised } from './hints.ts';

/*
 * What shows a request that was written. No form but its own needs that, so it stands apart from the
 * rules.
 */

const ENGLISH: Sentences = { pieceOf };
const LANGUAGES: Readonly<Record<string, Sentences>> = { en: ENGLISH };

/** Gives how sentences are joined in a language by its tag; as in English where the app knows no other. */
export function sentencesOf(tag: string): Sentences {
  return LANGUAGES[tag] ?? ENGLISH;
}
