import { cmac } from '@noble/ciphers/aes.js';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { StorageError } from '#lib/store/storageError.ts';

/*
 * The ciphers of the lock, and how its keys come from one data key. Everything is synchronous: an
 * IndexedDB transaction ends while it waits for anything but itself.
 */

/** Bytes of the data key. */
const KEY_BYTES = 32;
const NONCE_BYTES = 24;
const BLOCK_BYTES = 16;
/** Plain texts are filled up to a multiple of this: nearly all rows are of one length. */
const STEP_BYTES = 256;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** The kinds of sealed things. Each has a key of its own. */
type Use = 'rows' | 'bytes';

/** One data key at work, until it is wiped. */
export class Seal {
  /** Tells this key from any other. It reveals nothing of the key, so it may be stored in the open. */
  readonly check: Uint8Array;
  /** The key itself, to be handed to other tabs. */
  readonly dataKey: Uint8Array;
  readonly #keys: Record<Use, Uint8Array>;
  readonly #names: Uint8Array;
  readonly #onWipe: (() => void)[] = [];
  #isWiped = false;

  /**
   * @param dataKey is copied, so that the caller can overwrite it
   * @throws RangeError where the key has the wrong length
   */
  constructor(dataKey: Uint8Array) {
    if (dataKey.length !== KEY_BYTES) throw new RangeError('a data key has 32 bytes');
    this.dataKey = dataKey.slice();
    this.#keys = { rows: derive(dataKey, 'rows'), bytes: derive(dataKey, 'bytes') };
    this.#names = derive(dataKey, 'names');
    this.check = checkOf(dataKey);
  }

  /** Calls back when the keys are overwritten, so that what they opened can be deleted too. */
  whenWiped(forget: () => void): void {
    this.#onWipe.push(forget);
  }

  /** Overwrites the keys. Whoever still holds this seal gets `locked` from then on. */
  wipe(): void {
    this.#isWiped = true;
    for (const forget of this.#onWipe) forget();
    for (const key of [this.dataKey, this.#names, ...Object.values(this.#keys)]) key.fill(0);
  }

  /**
   * Names a text for the disk: the same text always gets the same name, and nobody without the key
   * can tell anything from the name.
   *
   * @throws StorageError `locked` once wiped
   */
  name(text: string): Uint8Array<ArrayBuffer> {
    this.#demandKey();
    return cmac(encoder.encode(text), this.#names) as Uint8Array<ArrayBuffer>;
  }

  /**
   * Seals bytes for one place. Nobody without the key can read or change them, or move them
   * elsewhere.
   *
   * @throws StorageError `locked` once wiped
   */
  seal(use: Use, plain: Uint8Array, place: Uint8Array): Uint8Array<ArrayBuffer> {
    this.#demandKey();
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    const closed = xchacha20poly1305(this.#keys[use], nonce, place).encrypt(padded(plain));
    const sealed = new Uint8Array(NONCE_BYTES + closed.length);
    sealed.set(nonce);
    sealed.set(closed, NONCE_BYTES);
    return sealed;
  }

  /**
   * Opens what {@link seal} has sealed for the same place.
   *
   * @throws StorageError `damaged` where the bytes were changed or belong elsewhere, `locked` once wiped
   */
  open(use: Use, sealed: Uint8Array, place: Uint8Array): Uint8Array {
    this.#demandKey();
    const nonce = sealed.subarray(0, NONCE_BYTES);
    try {
      const closed = sealed.subarray(NONCE_BYTES);
      return unpadded(xchacha20poly1305(this.#keys[use], nonce, place).decrypt(closed));
    } catch {
      throw new StorageError('damaged');
    }
  }

  #demandKey(): void {
    if (this.#isWiped) throw new StorageError('locked');
  }
}

/** Makes the {@link Seal.check} of a data key, which tells the key from any other. */
export function checkOf(dataKey: Uint8Array): Uint8Array {
  return derive(dataKey, 'check');
}

/** Turns plain data into bytes. Leaves out what JSON leaves out (undefined). */
export function toBytes(value: unknown): Uint8Array {
  return encoder.encode(JSON.stringify(value));
}

/** Turns the bytes of {@link toBytes} back into data. */
export function fromBytes(bytes: Uint8Array): unknown {
  return JSON.parse(decoder.decode(bytes));
}

/** 32 bytes for one use: NIST SP 800-108, counter mode over AES-CMAC. */
function derive(dataKey: Uint8Array, use: string): Uint8Array {
  const key = new Uint8Array(KEY_BYTES);
  const label = encoder.encode(`toward lock 1 ${use}`);
  for (let turn = 1; turn <= KEY_BYTES / BLOCK_BYTES; turn++) {
    const input = new Uint8Array([turn, ...label, 0, 1, 0]);
    key.set(cmac(input, dataKey), (turn - 1) * BLOCK_BYTES);
  }
  return key;
}

/** A one and zeros behind it, up to the next step: ISO/IEC 7816-4. */
function padded(plain: Uint8Array): Uint8Array {
  const filled = new Uint8Array(Math.ceil((plain.length + 1) / STEP_BYTES) * STEP_BYTES);
  filled.set(plain);
  filled[plain.length] = 0x80;
  return filled;
}

function unpadded(filled: Uint8Array): Uint8Array {
  return filled.subarray(0, filled.lastIndexOf(0x80));
}
