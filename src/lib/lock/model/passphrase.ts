import { MINUTE_MS, SECOND_MS } from '#lib/time/duration.ts';

/*
 * A passphrase, of the lock or of a backup: which texts are the same one, and how long to wait after
 * wrong ones.
 */

/** So many wrong tries are free: everybody mistypes. */
const FREE_TRIES = 3;
const LONGEST_WAIT = MINUTE_MS;

/** Wrong tries since the last right one, and when the last one was, in milliseconds since the epoch. */
export interface Tries {
  readonly count: number;
  readonly at: number;
}

/** None. */
export const NO_TRIES: Tries = { count: 0, at: 0 };

/**
 * The text as it is hashed: however a keyboard composes its letters, and whatever blanks stand at its
 * ends, it is the same passphrase.
 */
export function plainPassphrase(text: string): string {
  return text.normalize('NFKC').trim();
}

/**
 * The texts that may have been hashed for what was typed, the likeliest first: earlier versions kept
 * blanks at the ends, and in backups composed letters in another way. Nearly always there is one.
 */
export function spellings(text: string): string[] {
  return [...new Set([plainPassphrase(text), text.normalize('NFKC'), text.normalize('NFC')])];
}

/** One wrong try more. */
export function afterWrong({ count }: Tries, now: number): Tries {
  return { count: count + 1, at: now };
}

/**
 * The tries with none of them after now. Where the clock was set back since the last one, the wait
 * begins anew: kept like that it ends, else it would last until the clock is as far again.
 *
 * @param now milliseconds since the epoch
 */
export function notAhead(tries: Tries, now: number): Tries {
  return tries.at > now ? { ...tries, at: now } : tries;
}

/**
 * How many milliseconds are left until the next try: after the fourth wrong one 1 second, then 2, 4
 * and so on up to a minute. It never says more than that; see {@link notAhead} for a clock that was
 * set back.
 */
export function waitLeft({ count, at }: Tries, now: number): number {
  if (count <= FREE_TRIES) return 0;
  const wait = Math.min(SECOND_MS * 2 ** (count - FREE_TRIES - 1), LONGEST_WAIT);
  return Math.min(wait, Math.max(0, at + wait - now));
}
