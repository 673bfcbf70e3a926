import { NO_TRIES } from '../model/passphrase.ts';
import { readRecoveryCode, recoveryCode } from '../model/recoveryCode.ts';
import { askPasskey, makePasskey } from '../crypto/passkey.ts';
import { repeatable } from '#lib/store/repeatable.ts';
import { changeLockRow, type LockDraft } from './lockRow.ts';
import type { LockRow, LockRules } from './tables.ts';
import { checkOf } from '../crypto/ciphers.ts';
import { withoutWrap, withWrap, wrapOf, type Argon2Cost, type Wrap } from '../crypto/wrap.ts';
import {
  newDataKey,
  newRecoveryKey,
  wrapByPasskey,
  wrapByPassphrase,
  wrapByRecovery,
  type PasskeyAnswer
} from '../crypto/keyring.ts';

/*
 * Making a lock and changing it. Whatever opened the lock once opens its data key for ever, in old
 * files of the database. So another passphrase or code comes with another data key, and with both
 * ways to it anew: nobody but the person knows the old ones.
 */

/** A lock before it's turned on. */
export interface NewLock {
  readonly row: LockDraft;
  /** Whoever turns the lock on overwrites it afterwards. */
  readonly dataKey: Uint8Array<ArrayBuffer>;
}

/** Makes a recovery code, to be shown once. */
export function newRecoveryCode(): string {
  return recoveryCode(newRecoveryKey());
}

/** All that opens a lock. */
interface Ways {
  readonly passphrase: string;
  /** As {@link newRecoveryCode} made it. */
  readonly code: string;
  /** What the passkey answered. */
  readonly passkey?: PasskeyAnswer | undefined;
}

/** Makes a lock with a data key of its own. Nothing is saved yet. */
export async function newLock(
  { passphrase, code, passkey }: Ways,
  rules: LockRules,
  cost?: Argon2Cost
): Promise<NewLock> {
  const dataKey = newDataKey();
  const wraps: Wrap[] = [
    await wrapByPassphrase(dataKey, passphrase, cost),
    await wrapByRecovery(dataKey, keyOf(code))
  ];
  if (passkey) wraps.push(await wrapByPasskey(dataKey, passkey));
  return { row: { key: 'lock', wraps, rules, tries: NO_TRIES }, dataKey };
}

/**
 * Asks the passkey of a lock for its secret, so that the passkey can open the next lock too. Undefined
 * where the lock has no passkey, or the passkey doesn't answer.
 */
export async function askAgain(row: LockRow | undefined): Promise<PasskeyAnswer | undefined> {
  const wrap = row && wrapOf(row, 'passkey');
  const secret = wrap && (await askPasskey(wrap));
  return secret && { credentialId: wrap.credentialId, salt: wrap.salt, secret };
}

/**
 * Makes a passkey and lets it open the lock. Resolves with whether there is one now.
 *
 * @param name what the device calls it in its list of passkeys
 * @throws StorageError `gone` where the data key is not that of the lock that is on
 */
export async function addPasskey(dataKey: Uint8Array<ArrayBuffer>, name: string): Promise<boolean> {
  return saveWrap(dataKey, async (key) => {
    const answer = await makePasskey(name);
    return answer && wrapByPasskey(key, answer);
  });
}

/**
 * Stops the passkey from opening the lock. The passkey stays in the device's own list.
 *
 * @param check of the lock that is meant
 * @throws StorageError `gone` where it is not the one that is on
 */
export async function removePasskey(check: Uint8Array): Promise<void> {
  await changeLockRow(check, (row) => ({ ...row, wraps: withoutWrap(row.wraps, 'passkey') }));
}

/**
 * Saves other rules.
 *
 * @param check of the lock that is meant, as plain numbers: a page that is left remembers them
 * @throws StorageError `gone` where it is not the one that is on
 */
export const saveRules = repeatable(
  () => (check: readonly number[], changes: Partial<LockRules>) =>
    changeLockRow(Uint8Array.from(check), (row) => ({
      ...row,
      rules: { ...row.rules, ...changes }
    }))
);

/**
 * Saves another way to the data key, and resolves with whether there was a way to save. It works on a
 * copy: whoever handed the key over may overwrite it meanwhile, and a key of zeros opens nothing.
 */
async function saveWrap(
  dataKey: Uint8Array<ArrayBuffer>,
  wrap: (key: Uint8Array<ArrayBuffer>) => Promise<Wrap | undefined>
): Promise<boolean> {
  const key = dataKey.slice();
  try {
    const added = await wrap(key);
    if (!added) return false;
    await changeLockRow(checkOf(key), (row) => ({
      ...row,
      wraps: withWrap(row.wraps, added),
      // Who may do this has proved it: wrong tries from before count no more.
      tries: NO_TRIES
    }));
    return true;
  } finally {
    key.fill(0);
  }
}

function keyOf(code: string): Uint8Array<ArrayBuffer> {
  const key = readRecoveryCode(code);
  if (typeof key === 'string') throw new RangeError(`not a recovery code: ${key}`);
  return key;
}
