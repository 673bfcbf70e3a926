import { mend } from '#lib/record/field.ts';
import { isSameTimer, isToRing, timerField, type Timer } from '../model/timer.ts';
import { transact, withConnection } from '#lib/store/connection.ts';
import { repeatable } from '#lib/store/repeatable.ts';
import { db } from '../../store/tables.ts';

/*
 * What runs by the clock in a pause. There is one at most, of all tabs: starting another one
 * replaces it.
 */

/**
 * What runs by the clock in a pause, or has ended and was not yet seen; null where nothing is.
 *
 * @throws StorageError
 */
export async function currentTimer(): Promise<Timer | null> {
  const stored = await withConnection(() => db.settings.get('timer'));
  return timerField.read(stored?.value, mend, '') ?? null;
}

/**
 * Keeps a timer in the place of any other; null takes it away. Done again, it stays as it is where
 * another was kept since: one that is there already may have been told, and is not to be told again.
 *
 * @param before what stood in its place
 * @throws StorageError
 */
export const keepTimer = repeatable(
  (since) =>
    (timer: Timer | null, before: Timer | null = null) =>
      transact(db.settings, async () => {
        if (since && !isSameTimer(await currentTimer(), before)) return;
        if (timer) await putTimer(timer);
        else await db.settings.delete('timer');
      })
);

/**
 * Notes that the end of the timer is told. Resolves with true for the one caller that may tell it,
 * of all tabs and the service worker. Where the browser loses the answer to that caller, none may.
 *
 * @param now milliseconds since the epoch
 * @throws StorageError
 */
export function claimRing(now: number): Promise<boolean> {
  return transact(db.settings, async () => {
    const timer = await currentTimer();
    if (!timer || !isToRing(timer, now)) return false;
    await putTimer({ ...timer, rungAt: now });
    return true;
  });
}

async function putTimer(value: Timer): Promise<void> {
  await db.settings.put({ key: 'timer', value });
}
