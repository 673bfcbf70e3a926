import { alone } from '#lib/device/webLock.ts';
import { storageError } from '#lib/store/connectionState.ts';
import { transact, withConnection } from '#lib/store/connection.ts';
import { StorageError } from '#lib/store/storageError.ts';
import type { Progress } from '#lib/store/progress.ts';
import { forgetTurning, readLockRow, type LockDraft } from './lockRow.ts';
import { answer } from './lostLock.ts';
import { carried, type NextLock, type Outside, theOutside, TURNING } from './outside.ts';
import { inOneTransaction, rekey, rewrite, type Way } from './rewrite.ts';
import type { Seal } from '../crypto/ciphers.ts';
import type { Stored } from './rowCodec.ts';
import { openLock } from './encryptedTable.ts';
import { areEqual, openSeal, type OpenLock } from './session.ts';
import { db, type LockOff, type LockRow, type Turn, type Turning } from './tables.ts';
import { enterSealed, forgetLock } from './keyExchange.ts';

/*
 * Turning the lock on or off, or giving it another key, writes every row anew, in one transaction of
 * IndexedDB with the lock's own row: all of it or nothing, whatever stops it. A note stands while it
 * runs. What lies outside the database is made ready before the commit and exchanged after it; where
 * the browser is stopped in between, the note has the next start do that.
 */

/**
 * Turns the lock on: seals every row. This tab has the key from then on, and hands it to those that
 * ask.
 *
 * @param dataKey 32 random bytes; they are copied
 * @param progress is told how many rows of all are done
 * @throws StorageError; then nothing was changed. `locked` where the lock is on already
 */
export async function sealDatabase(
  draft: LockDraft,
  dataKey: Uint8Array,
  progress: Progress
): Promise<void> {
  const opened = openLock(dataKey);
  const { seal } = opened;
  const next = { row: { ...draft, check: seal.check }, seal };
  await turnTo(opened, 'on', next, async (trans) => {
    const device = trans.objectStore('device');
    if (await answer(device.get('lock'))) throw new StorageError('locked');
    await rewrite(trans, sealing(seal), progress);
    device.put(next.row);
    device.delete('lockOff');
  });
}

/**
 * Gives the lock another key and other wraps: every row is sealed anew, and whatever opened the lock
 * before opens nothing any more. Rules stay as they are by then.
 *
 * @param dataKey 32 random bytes; they are copied
 * @param check of the lock that is meant
 * @param progress is told how many rows of all are done
 * @throws StorageError; then nothing was changed. `locked` where the lock is not open, `gone` where it
 * is another one
 */
export async function rekeyDatabase(
  draft: LockDraft,
  dataKey: Uint8Array,
  check: Uint8Array,
  progress: Progress
): Promise<void> {
  const from = demandSeal();
  const opened = openLock(dataKey);
  const { seal } = opened;
  const next = { row: { ...draft, check: seal.check }, seal };
  await turnTo(opened, 'key', next, async (trans) => {
    const device = trans.objectStore('device');
    const row: LockRow | undefined = await answer(device.get('lock'));
    if (!row || !areEqual(row.check, check)) throw new StorageError('gone');
    if (!areEqual(from.check, check)) throw new StorageError('locked');
    await rekey(trans, from, seal, progress);
    device.put({ ...next.row, rules: row.rules });
  });
}

/**
 * Turns the lock off: opens every row, and forgets the wraps. Rows that cannot be opened go: without
 * the key nobody ever could. Resolves with how many they were.
 *
 * @param progress is told how many rows of all are done
 * @throws StorageError; then nothing was changed. `locked` where the lock is not open
 */
export function unsealDatabase(progress: Progress): Promise<number> {
  const seal = demandSeal();
  const carryOn = carried();
  return turn(
    { to: 'off' },
    async (trans) => {
      const device = trans.objectStore('device');
      const row: LockRow | undefined = await answer(device.get('lock'));
      if (!row || !areEqual(row.check, seal.check)) throw new StorageError('locked');
      const gone = await rewrite(trans, unsealing(seal), progress);
      device.delete('lock');
      device.put({ key: 'lockOff' } satisfies LockOff);
      return gone;
    },
    () => {
      forgetLock();
      carryOn();
    }
  );
}

/**
 * Lets go of the rows that the lock cannot open. Resolves with how many they were.
 *
 * @throws StorageError; then nothing was changed. `locked` where the lock is not open
 */
export async function deleteDamaged(): Promise<number> {
  const seal = demandSeal();
  try {
    return await withConnection(() =>
      inOneTransaction((trans) => rewrite(trans, dropping(seal), () => undefined))
    );
  } catch (error) {
    throw storageError(error);
  }
}

function demandSeal(): Seal {
  const seal = openSeal();
  if (!seal) throw new StorageError('locked');
  return seal;
}

type Work<T> = (trans: IDBTransaction) => Promise<T>;

/** Turns to a lock, which this tab has open from then on. */
async function turnTo(opened: OpenLock, to: Turn, next: NextLock, work: Work<void>): Promise<void> {
  const carryOn = carried();
  try {
    await turn({ to, next }, work, () => {
      enterSealed(opened);
      carryOn();
    });
  } catch (error) {
    if (openSeal() !== opened.seal) opened.seal.wipe();
    throw error;
  }
}

/**
 * Does the work in one transaction over all tables, and has what lies outside follow.
 *
 * @param enter called as soon as the transaction is complete
 */
function turn<T>(
  { to, next }: { to: Turn; next?: NextLock },
  work: Work<T>,
  enter: () => void
): Promise<T> {
  return alone(TURNING, async () => {
    const outside = await theOutside();
    const note: Turning = { key: 'turning', to };
    await transact(db.device, () => db.device.put(note));
    try {
      if (next) await outside?.prepare(next);
      const done = await inOneTransaction(async (trans) => {
        const result = await work(trans);
        trans.objectStore('device').put({ ...note, isDone: true } satisfies Turning);
        return result;
      });
      enter();
      // Where it can't follow now, the note has the next start try again.
      await settle(outside).catch(() => undefined);
      return done;
    } catch (error) {
      await settle(outside).catch(() => undefined);
      throw storageError(error);
    }
  });
}

async function settle(outside: Outside | undefined): Promise<void> {
  await outside?.settle(await readLockRow());
  await forgetTurning();
}

function sealing(seal: Seal): Way {
  return {
    seal,
    rest: ({ border, after }) =>
      after === undefined
        ? IDBKeyRange.upperBound(border, true)
        : IDBKeyRange.bound(after, border, true, true),
    change: (rows, row) => rows.seal(row)
  };
}

function unsealing(seal: Seal): Way {
  return {
    seal,
    rest: ({ border, after = border }) => IDBKeyRange.lowerBound(after, after !== border),
    change: (rows, row) => rows.open(row as Stored)
  };
}

function dropping(seal: Seal): Way {
  const { rest } = unsealing(seal);
  return { seal, rest, change: (rows, row) => rows.open(row as Stored) && row };
}
