import { m } from '#i18n/paraglide/messages.js';

/** Joins sentences as the language does. Those that are empty are left out. */
export function sentences(...all: readonly string[]): string {
  const joined = (first: string, next: string) => m.sentences({ first, next });
  return all.filter(Boolean).reduce((first, next) => (first ? joined(first, next) : next), '');
}
