import { unpackCopy, type Copy } from './format.ts';
import { readBytes } from '../read.ts';
import { adoptLineage } from '../store/lineage.ts';
import { forgetRestoring, isRestoring, noteRestoring } from '../store/restoring.ts';
import { COPIES, COPY_PLACE, readCopy } from './copyFile.ts';
import { openBytes } from '#lib/lock/crypto/localBytes.ts';
import type { LockRow } from '#lib/lock/store/tables.ts';
import type { Seal } from '#lib/lock/crypto/ciphers.ts';
import { openSeal } from '#lib/lock/store/session.ts';
import { sealDatabase } from '#lib/lock/store/turnLock.ts';
import type { Progress } from '#lib/store/progress.ts';
import { importAccount } from '../store/importAccount.ts';
import { countRows } from '../model/account.ts';
import { readRecoveryCode } from '#lib/lock/model/recoveryCode.ts';
import { isSame } from '#lib/record/same.ts';

/**
 * - `sealed`: it is sealed by a lock that is not open: a passphrase is needed
 * - `wrong`: neither the passphrase nor the recovery code of that lock
 * - `damaged`: it is not as it was written, and nothing of it was taken in
 */
type NotBack = 'sealed' | 'wrong' | 'damaged';

/** How much came back. */
export interface Added {
  readonly entries: number;
  /** Records of practices, and reminders. */
  readonly others: number;
}

/**
 * Takes in the second copy: what is missing is added, what is here stays. Where a lock had sealed it
 * and the database is not sealed, the lock comes back first, so that nothing lies open on the disk
 * in between. Where another lock is on by now, that one seals what comes in. Resolves with what was
 * added, or why nothing was.
 *
 * @param secret passphrase or recovery code of the lock that sealed it
 * @throws StorageError
 */
export async function bringBack(
  secret: string | undefined,
  progress: Progress
): Promise<Added | NotBack> {
  const copy = await wholeCopy();
  if (!copy) return 'damaged';
  const row = copy.head.lock as LockRow | undefined;
  if (!row || isSame(openSeal()?.check, row.check)) return takeIn(copy, progress);
  if (!secret) return 'sealed';
  const dataKey = await dataKeyOf(row, secret);
  if (!dataKey) return 'wrong';
  const { Seal } = await import('#lib/lock/crypto/ciphers.ts');
  const seal = new Seal(dataKey);
  try {
    await noteRestoring();
    if (!openSeal()) await sealDatabase(row, dataKey, () => undefined);
    return await takeIn(copy, progress, seal);
  } finally {
    dataKey.fill(0);
    seal.wipe();
  }
}

/**
 * Goes on where bringing the copy back was cut off. Undefined where it was not, or where it takes the
 * passphrase of another lock: then it is offered as before.
 *
 * @throws StorageError
 */
export async function finishBack(): Promise<Added | undefined> {
  if (!(await isRestoring())) return undefined;
  const back = await bringBack(undefined, () => undefined);
  return typeof back === 'object' ? back : undefined;
}

/** The newest copy that is whole. */
async function wholeCopy(): Promise<Copy | undefined> {
  for (const name of COPIES) {
    const file = await readCopy(name);
    const copy = file && (await unpackCopy(file));
    if (copy) return copy;
  }
  return undefined;
}

/** @param seal where it is not the open one that has sealed the copy */
async function takeIn(
  { head, body }: Copy,
  progress: Progress,
  seal?: Seal
): Promise<Added | NotBack> {
  let plain = body;
  try {
    if (head.lock) plain = openBytes(body, COPY_PLACE, seal);
  } catch {
    return 'damaged';
  }
  const read = readBytes(plain);
  if ('problems' in read) return 'damaged';
  const { count, rows } = head;
  if (read.account.entries.length !== count) return 'damaged';
  if (rows !== undefined && countRows(read.account) !== rows) return 'damaged';
  await noteRestoring();
  const intake = { way: 'merge', arrangements: 'missing' } as const;
  const { entries, reminders, practices } = await importAccount(read.account, intake, progress);
  // From here on this database goes on where that one ended.
  if (head.lineage !== undefined) await adoptLineage(head.lineage);
  await forgetRestoring();
  const others = reminders.added.length + practices.added.length;
  return { entries: entries.added.length, others };
}

/** The data key of a lock; undefined where the secret does not open it. */
async function dataKeyOf(
  row: LockRow,
  secret: string
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const [{ openByPassphrase, openBySecret }, { wrapOf }] = await Promise.all([
    import('#lib/lock/crypto/keyring.ts'),
    import('#lib/lock/crypto/wrap.ts')
  ]);
  const code = readRecoveryCode(secret);
  const [passphrase, recovery] = [wrapOf(row, 'passphrase'), wrapOf(row, 'recovery')];
  const byPassphrase = passphrase && (await openByPassphrase(passphrase, secret));
  if (byPassphrase || !recovery || typeof code === 'string') return byPassphrase;
  return openBySecret(recovery, code);
}
