import { COMMON_PASSPHRASES } from './commonPassphrases.ts';
import { plainPassphrase } from './passphrase.ts';

/*
 * Which passphrases of the lock or of a backup are too weak. Asked only where one is chosen.
 */

/** The fewest characters of a passphrase. */
const PASSPHRASE_MIN = 8;
/** With so few different characters it's a pattern, and no words. */
const TOO_FEW_KINDS = 4;

/**
 * - `blank`: nothing but blanks
 * - `short`: too few characters
 * - `repeated`: the same few characters again and again
 * - `common`: one that many people use, capitals, blanks and an ending of digits or signs aside
 */
export type Weakness = 'blank' | 'short' | 'repeated' | 'common';

/** Tells why a passphrase is too weak; undefined where it isn't. */
export function weaknessOf(text: string): Weakness | undefined {
  const characters = [...plainPassphrase(text)];
  if (characters.length === 0) return text === '' ? 'short' : 'blank';
  if (characters.length < PASSPHRASE_MIN) return 'short';
  if (isRepeated(characters)) return 'repeated';
  return isCommon(characters.join('').toLowerCase()) ? 'common' : undefined;
}

/** Whether a text is one part over and over, or has hardly any different characters. */
function isRepeated(characters: readonly string[]): boolean {
  if (new Set(characters).size < TOO_FEW_KINDS) return true;
  const whole = characters.join('');
  const lengths = Array.from({ length: Math.floor(characters.length / 2) }, (_, at) => at + 1);
  return lengths.some((length) => {
    const part = characters.slice(0, length).join('');
    return part.repeat(Math.ceil(characters.length / length)).startsWith(whole);
  });
}

function isCommon(small: string): boolean {
  const joined = small.replace(/\s/g, '');
  const letters = joined.replace(/[^\p{L}\p{N}]/gu, '');
  const stems = [joined, letters, letters.replace(/\p{N}+$/u, '')];
  return stems.some((stem) => COMMON_PASSPHRASES.has(stem));
}
