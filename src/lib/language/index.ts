import { ENGLISH } from './english/index.ts';
import type { Language } from './types.ts';

export type * from './types.ts';

/** A language that the app has no rules of: nothing is found in its words. */
const UNREAD: Language = {
  isRead: false,
  danger: () => Promise.resolve({ speaksOfDanger: () => false }),
  hints: () =>
    Promise.resolve({
      hintsOn: () => [],
      behind: () => undefined,
      promiseHint: () => undefined
    }),
  leads: () => Promise.resolve({ leadOf: () => undefined })
};

const LANGUAGES: Readonly<Record<string, Language>> = { en: ENGLISH };

/** Gives the rules of a language by its tag: none where the app has none of it. */
export function languageOf(tag: string): Language {
  return LANGUAGES[new Intl.Locale(tag).language] ?? UNREAD;
}
