import { alone } from '#lib/device/webLock.ts';
import { findMissing } from '#lib/account/store/tallyCheck.ts';
import { onWrite, rowCounts, type RowCounts } from '../store/rowCounts.ts';
import { canCopy, COPIES, holdCopy, readCopy, removeCopies, writeCopy } from './copyFile.ts';
import { forgetRestoring } from '../store/restoring.ts';
import { keepLineage, lineageHere } from '../store/lineage.ts';
import { readLockRow } from '#lib/lock/store/lockRow.ts';
import type { LockRow } from '#lib/lock/store/tables.ts';
import { lock, onLockChange } from '#lib/lock/store/session.ts';
import { readHead, type CopyHead } from './format.ts';
import { countRows } from '../model/account.ts';
import { momentAt } from '#lib/time/day.ts';
import { here, today } from '#lib/time/clock.ts';
import { followLock, isSealedBy, packSealed } from './resealCopy.ts';

/*
 * Keeps the second copy up to date: once a day, and soon after something was removed. It never
 * takes the place of one that holds more than the account does, nor of one of another database. The
 * one before it stays beside it, unless it holds what was removed since.
 */

/** How long after a write the copy is looked at: by then an undo has been used or not. */
const AFTER_WRITE = 120_000;

/**
 * What the copy says of itself, or the one before it where that one can't be read: undefined where
 * there is none, null where they are damaged.
 */
export async function copyHead(): Promise<CopyHead | null | undefined> {
  const files = await Promise.all(COPIES.map((name) => readCopy(name)));
  const heads = await Promise.all(files.map((file) => file && readHead(file)));
  const isAny = files.some((file) => file !== undefined);
  return heads.find((head) => head !== undefined) ?? (isAny ? null : undefined);
}

/** What a copy holds and the account does not. */
interface Missing {
  readonly entries: number;
  /** Records of practices, and reminders. */
  readonly others: number;
  /** Whether it is a copy of another database: what is missing is then the least that may be. */
  readonly isOther: boolean;
}

/** How much of what a copy holds is missing. What was removed since is not. */
export async function missingOf(head: CopyHead): Promise<Missing> {
  return { ...missing(head, await rowCounts()), isOther: await isOther(head) };
}

/** Whether a copy is of another database than this one, which may have been lost. */
async function isOther({ lineage }: CopyHead): Promise<boolean> {
  return lineage !== undefined && lineage !== (await lineageHere());
}

function missing(head: CopyHead, now: RowCounts): Omit<Missing, 'isOther'> {
  const { count, retracted, rows = count, removed = 0 } = head;
  const short = (before: number, after: number, gone: number) =>
    Math.max(0, before - Math.max(0, gone) - after);
  return {
    entries: short(count, now.count, now.retracted - retracted),
    others: short(rows - count, now.rows - now.count, now.removed - removed)
  };
}

function holdsMore(head: CopyHead | null | undefined, now: RowCounts): boolean {
  const { entries, others } = head ? missing(head, now) : { entries: 0, others: 0 };
  return entries + others > 0;
}

/** Resolves when the page has nothing better to do. */
type Idle = () => Promise<void>;

/**
 * Makes a copy where one is due, and from then on looks again soon after something was written, and
 * when the lock opens.
 */
export async function keepCopying(idle: Idle): Promise<void> {
  if (!(await canCopy())) return;
  // What fails is as due as before, and tried again at the next turn.
  const again = () => void makeCopy(idle).catch(() => undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onWrite(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      again();
    }, AFTER_WRITE);
  });
  onLockChange(() => lock.current === 'open' && again());
  await makeCopy(idle);
}

/**
 * Makes a copy where one is due, one tab at a time. It never takes the place of one that holds more.
 *
 * @throws StorageError, or DOMException where there is no room
 */
export async function makeCopy(idle: Idle): Promise<void> {
  await idle();
  await alone('toward-copying', () => copyIfDue(idle));
}

/** Takes the account as it is: the copy follows it, whatever more it holds. */
export async function acceptAsCopy(): Promise<void> {
  await holdCopy(removeCopies);
  await forgetRestoring();
  await makeCopy(() => Promise.resolve());
}

async function copyIfDue(idle: Idle): Promise<void> {
  if (lock.current !== 'open' && lock.current !== 'off') return;
  // Even a copy that must stay as it is does not stay open under the lock.
  await followLock();
  const [head, row] = await Promise.all([copyHead(), readLockRow()]);
  const now = await rowCounts();
  if (!isDue(head, row, now)) return;
  if (head && (await isOther(head))) return;
  if ((await findMissing()).missing > 0 || holdsMore(head, now)) return;
  // Nothing to keep, and nothing that may stay.
  if (now.rows === 0) return holdCopy(removeCopies);
  const [{ gather }, { serialise }] = await Promise.all([
    import('../collectBackup.ts'),
    import('../format.ts')
  ]);
  const at = Date.now();
  const { account } = await gather(undefined, idle);
  const lineage = await keepLineage();
  const about = { ...now, at, lineage, count: account.entries.length, rows: countRows(account) };
  const plain = new TextEncoder().encode(serialise(account, at));
  await holdCopy(() => replaceBy(about, plain));
}

/** Much may have changed while the account was gathered: all that matters is looked at once more. */
async function replaceBy(
  about: CopyHead & RowCounts,
  plain: Uint8Array<ArrayBuffer>
): Promise<void> {
  const [head, row, now] = await Promise.all([copyHead(), readLockRow(), rowCounts()]);
  // All was erased: what was gathered before goes too.
  if (now.rows === 0) return;
  // What is on the disk is counted; what of it can be read turns out only now.
  if (holdsMore(head, about) || (head && (await isOther(head)))) return;
  const before = await readCopy();
  const copy = await packSealed({ head: about, body: plain }, row);
  // What was removed or rewritten leaves both; so does what an older lock opens.
  const isKept = before && head?.changes === about.changes && isSealedBy(head, row);
  if (isKept) await writeCopy(new Blob([await before.arrayBuffer()]), COPIES[1]);
  await writeCopy(copy);
  if (before && !isKept) await writeCopy(copy, COPIES[1]);
}

function isDue(
  head: CopyHead | null | undefined,
  row: LockRow | undefined,
  { changes }: RowCounts
): boolean {
  // What was removed or rewritten since leaves the copy; what is only new can wait for the next day.
  if (!head || head.changes !== changes) return true;
  if (momentAt(head.at, here()).day !== today()) return true;
  // What the lock opens with today must open the copy too.
  return !isSealedBy(head, row);
}
