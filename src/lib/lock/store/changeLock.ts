import { NO_TRIES } from '../model/passphrase.ts';
import { readRecoveryCode, recoveryCode } from '../model/recoveryCode.ts';
import { makePasskey } from '../crypto/passkey.ts';
import { changeLockRow, type LockDraft } from './lockRow.ts';
import type { LockRules } from './tables.ts';
import { checkOf } from '../crypto/ciphers.ts';
import { withoutWrap, withWrap, type Argon2Cost, type Wrap } from '../crypto/wrap.ts';
import {
  newDataKey,
  newRecoveryKey,
  wrapByPasskey,
  wrapByPassphrase,
  wrapByRecovery
} from '../crypto/keyring.ts';

/*
 * Making a lock and changing it. The data key stays the same as long as the lock is on: a change
 * wraps it anew, in one write.
 */

/** A lock that is to be turned on. */
export interface NewLock {
  readonly row: LockDraft;
  /** Whoever turns the lock on overwrites it afterwards. */
  readonly dataKey: Uint8Array<ArrayBuffer>;
}

/** A new recovery code, to be shown once. */
export function newRecoveryCode(): string {
  return recoveryCode(newRecoveryKey());
}

/**
 * A new lock with a data key of its own. Nothing is kept yet.
 *
 * @param code as {@link newRecoveryCode} made it
 */
export async function newLock(
  passphrase: string,
  code: string,
  rules: LockRules,
  cost?: Argon2Cost
): Promise<NewLock> {
  const dataKey = newDataKey();
  const wraps = [
    await wrapByPassphrase(dataKey, passphrase, cost),
    await wrapByRecovery(dataKey, keyOf(code))
  ];
  return { row: { key: 'lock', wraps, rules, tries: NO_TRIES }, dataKey };
}

/**
 * Puts another passphrase in place of the one before.
 *
 * @throws StorageError `gone` where the data key is not that of the lock that is on
 */
export async function changePassphrase(
  dataKey: Uint8Array<ArrayBuffer>,
  passphrase: string
): Promise<void> {
  await keepWrap(dataKey, (key) => wrapByPassphrase(key, passphrase));
}

/**
 * Puts another recovery code in place of the one before, which opens nothing from then on.
 *
 * @throws StorageError `gone` where the data key is not that of the lock that is on
 */
export async function changeRecoveryCode(
  dataKey: Uint8Array<ArrayBuffer>,
  code: string
): Promise<void> {
  await keepWrap(dataKey, (key) => wrapByRecovery(key, keyOf(code)));
}

/**
 * Makes a passkey and lets it open the lock. Resolves with whether there is one now.
 *
 * @param name what the device calls it in its list of passkeys
 * @throws StorageError `gone` where the data key is not that of the lock that is on
 */
export async function addPasskey(dataKey: Uint8Array<ArrayBuffer>, name: string): Promise<boolean> {
  return keepWrap(dataKey, async (key) => {
    const answer = await makePasskey(name);
    return answer && wrapByPasskey(key, answer);
  });
}

/**
 * The passkey opens nothing from here on. It stays in the device's own list.
 *
 * @param check of the lock that is meant
 * @throws StorageError `gone` where it is not the one that is on
 */
export async function removePasskey(check: Uint8Array): Promise<void> {
  await changeLockRow(check, (row) => ({ ...row, wraps: withoutWrap(row.wraps, 'passkey') }));
}

/**
 * Keeps other rules.
 *
 * @param check of the lock that is meant
 * @throws StorageError `gone` where it is not the one that is on
 */
export async function keepRules(check: Uint8Array, changes: Partial<LockRules>): Promise<void> {
  await changeLockRow(check, (row) => ({ ...row, rules: { ...row.rules, ...changes } }));
}

/**
 * Keeps another way to the data key, and resolves with whether there was one to keep. It works on a
 * copy: whoever handed the key over may overwrite it meanwhile, and a key of zeros opens nothing.
 */
async function keepWrap(
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
