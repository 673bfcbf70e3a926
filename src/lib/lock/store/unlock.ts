import { afterWrong, NO_TRIES, notAhead, waitLeft } from '../model/passphrase.ts';
import { StorageError } from '#lib/store/storageError.ts';
import { askPasskey } from '../crypto/passkey.ts';
import { changeLockRow, readLockRow } from './lockRow.ts';
import { takeKey } from './keyExchange.ts';
import type { LockRow } from './tables.ts';
import { withWrap, wrapOf } from '../crypto/wrap.ts';
import { isOutdated, openByPassphrase, openBySecret, wrapByPassphrase } from '../crypto/keyring.ts';

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
  if (proof.by === 'passphrase') await renewWrap(dataKey, proof.text).catch(() => undefined);
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
  const row = await theLockRow();
  const dataKey = await opened(row, proof, now);
  if (dataKey instanceof Uint8Array) {
    const forgotten = changeLockRow(row.check, (kept) => ({ ...kept, tries: NO_TRIES }));
    // Whoever has proved it waits for nothing. That it could not be written keeps nobody out.
    await forgotten.catch(() => undefined);
  }
  return dataKey;
}

/** Wraps the key once more where an earlier version did at a lower cost. What fails is tried again next time. */
async function renewWrap(dataKey: Uint8Array<ArrayBuffer>, text: string): Promise<void> {
  const { check, ...row } = await theLockRow();
  const wrap = wrapOf(row, 'passphrase');
  if (!wrap || !isOutdated(wrap)) return;
  const renewed = await wrapByPassphrase(dataKey, text);
  await changeLockRow(check, (kept) => ({ ...kept, wraps: withWrap(kept.wraps, renewed) }));
}

/**
 * Lets a wait from when the clock was ahead begin anew, so that it ends.
 *
 * @param now milliseconds since the epoch
 * @throws StorageError `gone` where the lock is off
 */
export async function bringTriesBack(now: number): Promise<void> {
  const { check, tries } = await theLockRow();
  if (tries.at <= now) return;
  await changeLockRow(check, (row) => ({ ...row, tries: notAhead(row.tries, now) }));
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
async function theLockRow(): Promise<LockRow> {
  const row = await readLockRow();
  if (!row) throw new StorageError('gone');
  return row;
}

async function byPassphrase(row: LockRow, text: string, now: number) {
  const wrap = demand(wrapOf(row, 'passphrase'));
  if (!(await mayTry(row.check, now))) return 'wait';
  return (await openByPassphrase(wrap, text)) ?? 'wrong';
}

/**
 * Whether a passphrase may be tried now. The try is counted before it is made, and with the look at
 * the wait: neither closing the app in the middle nor a second tab wins one.
 */
async function mayTry(check: Uint8Array, now: number): Promise<boolean> {
  let may = false;
  await changeLockRow(check, (row) => {
    const tries = notAhead(row.tries, now);
    may = waitLeft(tries, now) === 0;
    return { ...row, tries: may ? afterWrong(tries, now) : tries };
  });
  return may;
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
