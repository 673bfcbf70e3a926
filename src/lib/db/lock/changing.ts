import { NO_TRIES } from '#lib/domain/passphrase.ts';
import { readRecoveryCode, recoveryCode } from '#lib/domain/recoveryCode.ts';
import { theLockRow } from './opening.ts';
import { makePasskey } from './passkey.ts';
import { keepLockRow, type LockDraft, type LockRules } from './row.ts';
import { withoutWrap, withWrap, type Argon2Cost, type Wrap } from './wrap.ts';
import {
  newDataKey,
  newRecoveryKey,
  wrapByPasskey,
  wrapByPassphrase,
  wrapByRecovery
} from './wraps.ts';

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
 * @throws StorageError `gone` where the lock is off
 */
export async function changePassphrase(
  dataKey: Uint8Array<ArrayBuffer>,
  passphrase: string
): Promise<void> {
  await keepWrap(await wrapByPassphrase(dataKey, passphrase));
}

/**
 * Puts another recovery code in place of the one before, which opens nothing from then on.
 *
 * @throws StorageError `gone` where the lock is off
 */
export async function changeRecoveryCode(
  dataKey: Uint8Array<ArrayBuffer>,
  code: string
): Promise<void> {
  await keepWrap(await wrapByRecovery(dataKey, keyOf(code)));
}

/**
 * Makes a passkey and lets it open the lock. Resolves with whether there is one now.
 *
 * @param name what the device calls it in its list of passkeys
 * @throws StorageError `gone` where the lock is off
 */
export async function addPasskey(dataKey: Uint8Array<ArrayBuffer>, name: string): Promise<boolean> {
  const answer = await makePasskey(name);
  if (answer) await keepWrap(await wrapByPasskey(dataKey, answer));
  return answer !== undefined;
}

/**
 * The passkey opens nothing from here on. It stays in the device's own list.
 *
 * @throws StorageError `gone` where the lock is off
 */
export async function removePasskey(): Promise<void> {
  const row = await theLockRow();
  await keepLockRow({ ...row, wraps: withoutWrap(row.wraps, 'passkey') });
}

/**
 * Keeps other rules.
 *
 * @throws StorageError `gone` where the lock is off
 */
export async function keepRules(changes: Partial<LockRules>): Promise<void> {
  const row = await theLockRow();
  await keepLockRow({ ...row, rules: { ...row.rules, ...changes } });
}

async function keepWrap(added: Wrap): Promise<void> {
  const row = await theLockRow();
  // Who may do this has proved it: wrong tries from before count no more.
  await keepLockRow({ ...row, wraps: withWrap(row.wraps, added), tries: NO_TRIES });
}

function keyOf(code: string): Uint8Array<ArrayBuffer> {
  const key = readRecoveryCode(code);
  if (typeof key === 'string') throw new RangeError(`not a recovery code: ${key}`);
  return key;
}
