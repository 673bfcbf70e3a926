import { armor, Decrypter, Encrypter } from 'age-encryption';
import { plainPassphrase, spellings } from '#lib/lock/model/passphrase.ts';

/*
 * Backups that are sealed with a passphrase, in the age format (age-encryption.org/v1): the `age`
 * tool opens them too. Working out the key takes about a second, on purpose; nothing else moves on
 * the page meanwhile.
 */

/** The base-2 logarithm of scrypt's work: what the `age` tool takes too. It needs 256 MB for a moment. */
const WORK_FACTOR = 18;

/** A header with its one stanza is far shorter. */
const HEADER_MAX = 4096;

/**
 * Why a sealed file did not open.
 *
 * - `passphrase`: the passphrase is not the one it was sealed with
 * - `key`: it was sealed for a key, not with a passphrase
 * - `damaged`: it is cut short or was changed
 */
export type SealFault = 'passphrase' | 'key' | 'damaged';

/** A sealed file that did not open. */
export class SealError extends Error {
  override name = 'SealError';

  constructor(
    readonly fault: SealFault,
    cause?: unknown
  ) {
    super(`sealed file: ${fault}`, { cause });
  }
}

/**
 * Seals a text.
 *
 * @param workFactor lower than the usual one only in tests
 */
export function seal(
  text: string,
  passphrase: string,
  workFactor = WORK_FACTOR
): Promise<Uint8Array<ArrayBuffer>> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(plainPassphrase(passphrase));
  encrypter.setScryptWorkFactor(workFactor);
  return encrypter.encrypt(text) as Promise<Uint8Array<ArrayBuffer>>;
}

/** A sealed file as a text, for ways that carry nothing else. It opens as the file does. */
export function armoured(sealed: Uint8Array): string {
  return armor.encode(sealed);
}

/**
 * Opens what was sealed, by this app or by another that knows the format.
 *
 * @throws SealError
 */
export async function open(sealed: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const file = bytesOf(sealed);
  const head = new TextDecoder().decode(file.subarray(0, 200));
  if (!/^age-encryption\.org\/v1\n-> /.test(head)) throw new SealError('damaged');
  if (!/\n-> scrypt /.test(head)) throw new SealError('key');
  const decrypter = new Decrypter();
  for (const spelling of spellings(passphrase)) decrypter.addPassphrase(spelling);
  try {
    return await decrypter.decrypt(file);
  } catch (error) {
    throw new SealError(isUnmatched(error) ? 'passphrase' : 'damaged', error);
  }
}

/**
 * Whether a sealed file opens with a passphrase, by its beginning alone.
 *
 * @throws SealError where it is no such file
 */
export async function fits(sealed: Blob, passphrase: string): Promise<boolean> {
  const start = new Uint8Array(await sealed.slice(0, HEADER_MAX).arrayBuffer());
  const decrypter = new Decrypter();
  for (const spelling of spellings(passphrase)) decrypter.addPassphrase(spelling);
  try {
    await decrypter.decryptHeader(start);
    return true;
  } catch (error) {
    if (isUnmatched(error)) return false;
    throw new SealError('damaged', error);
  }
}

function bytesOf(sealed: Uint8Array): Uint8Array {
  if (sealed[0] === 'a'.charCodeAt(0)) return sealed;
  try {
    return armor.decode(new TextDecoder().decode(sealed).trim());
  } catch (error) {
    throw new SealError('damaged', error);
  }
}

/** The library tells a passphrase that does not fit from damage by its words alone. */
function isUnmatched(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('no identity matched');
}
