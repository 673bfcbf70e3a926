import { unpackCopy, type Copy } from '#lib/backup/copy.ts';
import { parseBackup } from '#lib/backup/parse.ts';
import { COPY_PLACE, readCopy } from '#lib/db/copyFile.ts';
import { openBytes } from '#lib/db/lock/bytes.ts';
import type { LockRow } from '#lib/db/lock/row.ts';
import { openSeal } from '#lib/db/lock/session.ts';
import { importAccount, type Progress } from '#lib/db/transfer.ts';
import { readRecoveryCode } from '#lib/domain/recoveryCode.ts';

/**
 * - `sealed`: it is sealed by a lock that is not open: a passphrase is needed
 * - `wrong`: neither the passphrase nor the recovery code of that lock
 * - `damaged`: it is not as it was written, and nothing of it was taken in
 */
export type NotBack = 'sealed' | 'wrong' | 'damaged';

/**
 * Takes in the second copy: what is missing is added, what is here stays. Where a lock had sealed it
 * and the database is not sealed, the lock comes back first, so that nothing lies open on the disk
 * in between. Resolves with the number of entries added, or why there are none.
 *
 * @param secret passphrase or recovery code of the lock
 * @throws StorageError
 */
export async function bringBack(
  secret: string | undefined,
  progress: Progress
): Promise<number | NotBack> {
  const file = await readCopy();
  const copy = file && (await unpackCopy(file));
  if (!copy) return 'damaged';
  const row = copy.head.lock as LockRow | undefined;
  if (row && !openSeal()) {
    if (!secret) return 'sealed';
    const refusal = await openLock(row, secret);
    if (refusal) return refusal;
  }
  return takeIn(copy, progress);
}

async function takeIn({ head, body }: Copy, progress: Progress): Promise<number | NotBack> {
  let plain: Uint8Array = body;
  try {
    if (head.lock) plain = openBytes(body, COPY_PLACE);
  } catch {
    return 'damaged';
  }
  const read = parseBackup(new TextDecoder().decode(plain));
  if ('problems' in read || read.account.entries.length !== head.count) return 'damaged';
  const intake = { way: 'merge', arrangements: 'missing' } as const;
  const { entries } = await importAccount(read.account, intake, progress);
  return entries.added.length;
}

/** Seals the database, as far as there is one, with the lock that the copy was made under. */
async function openLock(row: LockRow, secret: string): Promise<NotBack | undefined> {
  const [{ openByPassphrase, openBySecret }, { wrapOf }, { sealDatabase }] = await Promise.all([
    import('#lib/db/lock/wraps.ts'),
    import('#lib/db/lock/wrap.ts'),
    import('#lib/db/lock/sealing.ts')
  ]);
  const code = readRecoveryCode(secret);
  const [passphrase, recovery] = [wrapOf(row, 'passphrase'), wrapOf(row, 'recovery')];
  const dataKey =
    (passphrase && (await openByPassphrase(passphrase, secret))) ??
    (recovery && typeof code !== 'string' && (await openBySecret(recovery, code)));
  if (!dataKey) return 'wrong';
  await sealDatabase(row, dataKey, () => undefined);
  dataKey.fill(0);
  return undefined;
}
