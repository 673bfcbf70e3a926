import { afterWrong, NO_TRIES, notAhead, waitLeft, type Tries } from '#lib/domain/passphrase.ts';
import { StorageError } from '../storageError.ts';
import { askPasskey } from './passkey.ts';
import { keepLockRow, readLockRow, type LockRow } from './row.ts';
import { takeKey } from './state.ts';
import { wrapOf } from './wrap.ts';
import { openByPassphrase, openBySecret } from './wraps.ts';

/*
 * Opening the lock, and proving that one may change it.
 */

/** What the person shows to be let in. */
export type Proof =
  | { readonly by: 'passphrase'; readonly text: string }
  | { readonly by: 'recovery'; readonly key: Uint8Array<ArrayBuffer> }
  | { readonly by: 'passkey' };

/**
 * - `wrong`: not the right passphrase or code
 * - `wait`: too many wrong passphrases; the row's tries tell for how long
 * - `none`: the passkey did not answer, or there is none
 */
export type Refusal = 'wrong' | 'wait' | 'none';

/**
 * Opens the lock, here and in all tabs. Resolves with why not; undefined where it is open.
 *
 * @param now milliseconds since the epoch
 * @throws StorageError `damaged` where the way cannot be read, `gone` where the lock is off
 */
export async function unlock(proof: Proof, now: number): Promise<Refusal | undefined> {
  const dataKey = await prove(proof, now);
  if (!(dataKey instanceof Uint8Array)) return dataKey;
  await takeKey(dataKey);
  dataKey.fill(0);
  return undefined;
}

/**
 * The data key behind a proof, or why there is none. Whoever asks overwrites it.
 *
 * @param now milliseconds since the epoch
 * @throws StorageError `damaged` where the way cannot be read, `gone` where the lock is off
 */
export async function prove(proof: Proof, now: number): Promise<Uint8Array<ArrayBuffer> | Refusal> {
  const dataKey = await opened(await theLockRow(), proof, now);
  // Whoever has proved it waits for nothing. That it could not be written keeps nobody out.
  if (dataKey instanceof Uint8Array) await keepTries(NO_TRIES).catch(() => undefined);
  return dataKey;
}

/**
 * Lets a wait from when the clock was ahead begin anew, so that it ends.
 *
 * @param now milliseconds since the epoch
 * @throws StorageError `gone` where the lock is off
 */
export async function bringTriesBack(now: number): Promise<void> {
  const { tries } = await theLockRow();
  if (notAhead(tries, now) !== tries) await keepTries(notAhead(tries, now));
}

async function opened(
  row: LockRow,
  proof: Proof,
  now: number
): Promise<Uint8Array<ArrayBuffer> | Refusal> {
  switch (proof.by) {
    case 'passphrase':
      return byPassphrase(row, proof.text, now);
    case 'recovery':
      return (await openBySecret(demand(wrapOf(row, 'recovery')), proof.key)) ?? 'wrong';
    case 'passkey':
      return (await byPasskey(row)) ?? 'none';
  }
}

/** The lock row, which must be there. */
export async function theLockRow(): Promise<LockRow> {
  const row = await readLockRow();
  if (!row) throw new StorageError('gone');
  return row;
}

/** The try is counted before it is made: to close the app in the middle wins nothing. */
async function byPassphrase(row: LockRow, text: string, now: number) {
  const wrap = demand(wrapOf(row, 'passphrase'));
  await bringTriesBack(now);
  const { tries } = await theLockRow();
  if (waitLeft(tries, now) > 0) return 'wait';
  await keepTries(afterWrong(tries, now));
  return (await openByPassphrase(wrap, text)) ?? 'wrong';
}

async function keepTries(tries: Tries): Promise<void> {
  await keepLockRow({ ...(await theLockRow()), tries });
}

async function byPasskey(row: LockRow): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const wrap = wrapOf(row, 'passkey');
  const secret = wrap && (await askPasskey(wrap));
  return wrap && secret && openBySecret(wrap, secret);
}

/** Every lock has both: where one is not there the row is damaged. */
function demand<Way>(wrap: Way | undefined): Way {
  if (!wrap) throw new StorageError('damaged');
  return wrap;
}
