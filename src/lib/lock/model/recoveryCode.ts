/*
 * A key that a person can write down: 128 bits in Crockford's base 32, which leaves out letters that
 * are taken for others, and two more characters that catch slips of the pen.
 */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BASE = 32n;
const KEY_BYTES = 16;
const KEY_CHARACTERS = 26;
const CHECK_CHARACTERS = 2;
const GROUP = 4;

/**
 * The largest prime that two characters hold. One wrong character, or two that have changed places,
 * always changes the remainder.
 */
const CHECK = 1021n;

/** How many characters a code has, without the dashes between its groups. */
export const CODE_LENGTH = KEY_CHARACTERS + CHECK_CHARACTERS;

/** What's wrong with a typed code: a character that no code has, too few or too many, or a slip. */
export type CodeFault = 'character' | 'length' | 'slip';

/**
 * Spells a key as a code, in seven groups of four.
 *
 * @param key 16 random bytes
 */
export function recoveryCode(key: Uint8Array): string {
  const value = key.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const code = written(value, KEY_CHARACTERS) + written(value % CHECK, CHECK_CHARACTERS);
  return (code.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

/**
 * Reads the key from a code, or tells what's wrong with the code. Capitals, spaces and dashes don't
 * matter, O is read as 0, and I and L as 1.
 */
export function readRecoveryCode(text: string): Uint8Array<ArrayBuffer> | CodeFault {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}.,_]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if ([...code].some((character) => !ALPHABET.includes(character))) return 'character';
  if (code.length !== CODE_LENGTH) return 'length';
  const value = read(code.slice(0, KEY_CHARACTERS));
  const isRight = value % CHECK === read(code.slice(KEY_CHARACTERS));
  return isRight && value < 2n ** 128n ? bytesOf(value) : 'slip';
}

function written(value: bigint, characters: number): string {
  let text = '';
  for (let rest = value; text.length < characters; rest /= BASE) {
    text = ALPHABET.charAt(Number(rest % BASE)) + text;
  }
  return text;
}

function read(code: string): bigint {
  return [...code].reduce((sum, character) => sum * BASE + BigInt(ALPHABET.indexOf(character)), 0n);
}

function bytesOf(value: bigint): Uint8Array<ArrayBuffer> {
  const key = new Uint8Array(KEY_BYTES);
  for (let index = KEY_BYTES - 1, rest = value; index >= 0; index--, rest /= 256n) {
    key[index] = Number(rest % 256n);
  }
  return key;
}
