import { storageError } from '#lib/store/connectionState.ts';
import { withConnection } from '#lib/store/connection.ts';
import { StorageError } from '#lib/store/storageError.ts';
import type { Progress } from '#lib/store/progress.ts';
import { addUnsaved, readUnsaved } from '#lib/account/store/pendingTaps.ts';
import { forgetTurning, type LockDraft } from './lockRow.ts';
import { answer } from './lostLock.ts';
import { inOneTransaction, rewrite, type Way } from './rewrite.ts';
import type { Seal } from '../crypto/ciphers.ts';
import type { Stored } from './rowCodec.ts';
import { openLock } from './encryptedTable.ts';
import { areEqual, openSeal } from './session.ts';
import { db, type LockOff, type LockRow, type Turning } from './tables.ts';
import { enterSealed, forgetLock } from './keyExchange.ts';

/*
 * Turning the lock on or off writes every row anew, in one transaction of IndexedDB with the lock's
 * own row: all of it or nothing, whatever stops it. A note stands while it runs; where it is found
 * later, the browser was stopped in the middle, and all is as it was before.
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
  const row: LockRow = { ...draft, check: seal.check };
  try {
    await turn('on', async (trans) => {
      const device = trans.objectStore('device');
      if (await answer(device.get('lock'))) throw new StorageError('locked');
      await rewrite(trans, sealing(seal), progress);
      device.put(row);
      device.delete('lockOff');
    });
  } catch (error) {
    seal.wipe();
    throw error;
  }
  const unsaved = readUnsaved();
  enterSealed(opened);
  addUnsaved(unsaved);
}

/**
 * Turns the lock off: opens every row, and forgets the wraps. Rows that cannot be opened go: without
 * the key nobody ever could. Resolves with how many they were.
 *
 * @param progress is told how many rows of all are done
 * @throws StorageError; then nothing was changed. `locked` where the lock is not open
 */
export async function unsealDatabase(progress: Progress): Promise<number> {
  const seal = demandSeal();
  const dropped = await turn('off', async (trans) => {
    const device = trans.objectStore('device');
    const row: LockRow | undefined = await answer(device.get('lock'));
    if (!row || !areEqual(row.check, seal.check)) throw new StorageError('locked');
    const gone = await rewrite(trans, unsealing(seal), progress);
    device.delete('lock');
    device.put({ key: 'lockOff' } satisfies LockOff);
    return gone;
  });
  const unsaved = readUnsaved();
  forgetLock();
  addUnsaved(unsaved);
  return dropped;
}

/**
 * Lets go of the rows that the lock cannot open. Resolves with how many they were.
 *
 * @throws StorageError; then nothing was changed. `locked` where the lock is not open
 */
export async function dropDamaged(): Promise<number> {
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

/** Does the work in one transaction over all tables, with a note that stands meanwhile. */
async function turn<T>(to: Turning['to'], work: (trans: IDBTransaction) => Promise<T>): Promise<T> {
  const note: Turning = { key: 'turning', to };
  await withConnection(() => db.device.put(note));
  try {
    return await inOneTransaction(async (trans) => {
      const done = await work(trans);
      trans.objectStore('device').delete('turning');
      return done;
    });
  } catch (error) {
    await forgetTurning().catch(() => undefined);
    throw storageError(error);
  }
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
