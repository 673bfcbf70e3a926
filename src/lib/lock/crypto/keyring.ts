import { plainPassphrase, spellings } from '../model/passphrase.ts';
import { StorageError } from '#lib/store/storageError.ts';
import { argon2 } from './argon2.ts';
import {
  isWrap,
  type Argon2Cost,
  type PasskeyWrap,
  type PassphraseWrap,
  type RecoveryWrap,
  type Wrap
} from './wrap.ts';

/*
 * The data key, wrapped by what the person knows or has. What seals it is AES-256-GCM, with the kind
 * of the way and all that went into its key as associated data: a way whose cost or credential was
 * changed on the disk does not open.
 */

/** Bytes of a data key. */
const DATA_KEY_BYTES = 32;
/** Bytes of the key that a recovery code spells. */
const RECOVERY_KEY_BYTES = 16;
/** Bytes of each salt. A passkey answers to 32. */
export const SALT_BYTES = 32;
const NONCE_BYTES = 12;

/** How much work a try costs: the second choice of RFC 9106, 64 MiB, three passes and four lanes. */
export const COST: Argon2Cost = { memoryKiB: 65_536, passes: 3, lanes: 4 };

/** Makes a data key. */
export function newDataKey(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(DATA_KEY_BYTES));
}

/** Makes a key for a recovery code. */
export function newRecoveryKey(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(RECOVERY_KEY_BYTES));
}

/** Wraps the data key by a passphrase. */
export async function wrapByPassphrase(
  dataKey: Uint8Array<ArrayBuffer>,
  passphrase: string,
  cost: Argon2Cost = COST
): Promise<PassphraseWrap> {
  const about = { kind: 'passphrase', salt: newSalt(), cost } as const;
  const key = await passphraseKey(plainPassphrase(passphrase), about);
  return { ...about, ...(await seal(dataKey, key, about)) };
}

/** Whether an earlier version has wrapped the data key, at another cost. */
export function isOutdated({ cost }: PassphraseWrap): boolean {
  return (
    cost.memoryKiB !== COST.memoryKiB || cost.passes !== COST.passes || cost.lanes !== COST.lanes
  );
}

/** Wraps the data key by the key that a recovery code spells. */
export async function wrapByRecovery(
  dataKey: Uint8Array<ArrayBuffer>,
  recoveryKey: Uint8Array<ArrayBuffer>
): Promise<RecoveryWrap> {
  const about = { kind: 'recovery', salt: newSalt() } as const;
  return { ...about, ...(await seal(dataKey, await stretched(recoveryKey, about), about)) };
}

/**
 * Wraps the data key by a passkey.
 *
 * @param secret what the passkey answered to `salt`
 */
export async function wrapByPasskey(
  dataKey: Uint8Array<ArrayBuffer>,
  { credentialId, salt, secret }: PasskeyAnswer
): Promise<PasskeyWrap> {
  const about = { kind: 'passkey', salt, credentialId } as const;
  return { ...about, ...(await seal(dataKey, await stretched(secret, about), about)) };
}

/** What a passkey was asked, and what it answered. */
export interface PasskeyAnswer {
  readonly credentialId: Uint8Array<ArrayBuffer>;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly secret: Uint8Array<ArrayBuffer>;
}

/**
 * Unwraps the data key by a passphrase. Undefined where the passphrase is wrong.
 *
 * @throws StorageError `damaged` where the way cannot be read
 */
export async function openByPassphrase(
  wrap: PassphraseWrap,
  passphrase: string
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  demandWhole(wrap);
  for (const spelling of spellings(passphrase)) {
    const dataKey = await open(wrap, await passphraseKey(spelling, wrap));
    if (dataKey) return dataKey;
  }
  return undefined;
}

/**
 * Unwraps the data key by a recovery code or a passkey. Undefined where it's the wrong one.
 *
 * @param secret the key that the code spells, or what the passkey answered
 * @throws StorageError `damaged` where the way cannot be read
 */
export async function openBySecret(
  wrap: RecoveryWrap | PasskeyWrap,
  secret: Uint8Array<ArrayBuffer>
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  demandWhole(wrap);
  return open(wrap, await stretched(secret, wrap));
}

type Opened = Pick<Wrap, 'nonce' | 'sealed'>;
type Unopened<Way> = Way extends Wrap ? Omit<Way, keyof Opened> : never;
/** A way without what it seals. */
type About = Unopened<Wrap>;

function demandWhole(wrap: Wrap): void {
  if (!isWrap(wrap)) throw new StorageError('damaged');
}

function newSalt(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(SALT_BYTES));
}

async function passphraseKey(
  spelling: string,
  { salt, cost }: Pick<PassphraseWrap, 'salt' | 'cost'>
): Promise<CryptoKey> {
  const hash = await argon2(spelling, salt, cost, DATA_KEY_BYTES);
  const key = await crypto.subtle.importKey('raw', hash.slice(), 'AES-GCM', false, USES);
  hash.fill(0);
  return key;
}

/** Derives a key of the right length from a secret that nobody can guess. */
async function stretched(
  secret: Uint8Array<ArrayBuffer>,
  { kind, salt }: Pick<RecoveryWrap | PasskeyWrap, 'kind' | 'salt'>
): Promise<CryptoKey> {
  const raw = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: text(`toward lock 1 ${kind}`) };
  return crypto.subtle.deriveKey(how, raw, { name: 'AES-GCM', length: 256 }, false, USES);
}

const USES: KeyUsage[] = ['encrypt', 'decrypt'];

async function seal(
  dataKey: Uint8Array<ArrayBuffer>,
  key: CryptoKey,
  about: About
): Promise<Opened> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const sealed = await crypto.subtle.encrypt(gcm(nonce, about), key, dataKey);
  return { nonce, sealed: new Uint8Array(sealed) };
}

async function open(wrap: Wrap, key: CryptoKey): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(gcm(wrap.nonce, wrap), key, wrap.sealed));
  } catch {
    // A wrong key, or a way that was tampered with: GCM does not tell them apart.
    return undefined;
  }
}

function gcm(nonce: Uint8Array<ArrayBuffer>, about: About): AesGcmParams {
  return { name: 'AES-GCM', iv: nonce, additionalData: associated(about) };
}

/** Describes a way and what went into its key, always in the same order. */
function associated(about: About): Uint8Array<ArrayBuffer> {
  const { kind, salt } = about;
  const { memoryKiB, passes, lanes } = about.kind === 'passphrase' ? about.cost : NO_COST;
  const credential = about.kind === 'passkey' ? about.credentialId : [];
  return text(
    JSON.stringify(['toward lock 1', kind, [...salt], memoryKiB, passes, lanes, [...credential]])
  );
}

const NO_COST = { memoryKiB: 0, passes: 0, lanes: 0 };

function text(words: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(words);
}
