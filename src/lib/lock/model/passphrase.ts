import { MINUTE_MS, SECOND_MS } from '#lib/time/duration.ts';

/*
 * A passphrase, of the lock or of a backup: which texts are the same one, and how long to wait after
 * wrong ones.
 */

/** How many wrong tries are free: everybody mistypes. */
const FREE_TRIES = 3;
const LONGEST_WAIT = MINUTE_MS;

/** Wrong tries since the last right one, and when the last one was, in milliseconds since the epoch. */
export interface Tries {
  readonly count: number;
  readonly at: number;
}

/** No wrong tries. */
export const NO_TRIES: Tries = { count: 0, at: 0 };

/**
 * Normalizes a text before it's hashed: however a keyboard composes the letters, and whatever blanks
 * are at the ends, it's the same passphrase.
 */
export function plainPassphrase(text: string): string {
  return text.normalize('NFKC').trim();
}

/**
 * Lists the texts that may have been hashed for what was typed, the likeliest first: earlier versions
 * kept blanks at the ends, and composed the letters in backups another way. Nearly always there's one.
 */
export function spellings(text: string): string[] {
  return [...new Set([plainPassphrase(text), text.normalize('NFKC'), text.normalize('NFC')])];
}

/** Counts one more wrong try. */
export function afterWrong({ count }: Tries, now: number): Tries {
  return { count: count + 1, at: now };
}

/**
 * Moves tries that are after now to now. Where the clock was set back since the last try, the wait
 * begins again: otherwise it would last until the clock has caught up.
 *
 * @param now milliseconds since the epoch
 */
export function notAhead(tries: Tries, now: number): Tries {
  return tries.at > now ? { ...tries, at: now } : tries;
}

/**
 * Tells how many milliseconds are left until the next try: 1 second after the fourth wrong try, then
 * 2, 4 and so on, never more than a minute. See {@link notAhead} for a clock that was set back.
 */
export function waitLeft({ count, at }: Tries, now: number): number {
  if (count <= FREE_TRIES) return 0;
  const wait = Math.min(SECOND_MS * 2 ** (count - FREE_TRIES - 1), LONGEST_WAIT);
  return Math.min(wait, Math.max(0, at + wait - now));
}
