import { ENGLISH } from './english/index.ts';
import type { Language } from './types.ts';

export type * from './types.ts';

const LANGUAGES: Readonly<Record<string, Language>> = { en: ENGLISH };

/** Gives the rules of a language by its tag; English where the app has no rules of it. */
export function languageOf(tag: string): Language {
  return LANGUAGES[tag] ?? ENGLISH;
}
