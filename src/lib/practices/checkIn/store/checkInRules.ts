import type { Day } from '#lib/time/day.ts';
import { checkInSetting, type CheckInRules } from '../model/checkInTime.ts';
import { transact, withConnection } from '#lib/store/connection.ts';
import { repeatable } from '#lib/store/repeatable.ts';
import { readSetting, replaceSetting } from '#lib/store/settings.ts';
import { db } from '../../store/tables.ts';

/** When the check-in comes. */
export function currentCheckIn(): Promise<CheckInRules> {
  return readSetting(checkInSetting);
}

/**
 * Keeps when the check-in comes, in place of what was read.
 *
 * @throws StorageError; a ChangedError where something else was decided meanwhile
 */
export const setCheckIn = repeatable(
  (since) => (before: CheckInRules, after: CheckInRules) =>
    transact(db.settings, () => replaceSetting(checkInSetting, { before, after }, since))
);

/**
 * Notes that the check-in of a day is told by a notification. Resolves with true for the one caller
 * that may tell it, of all tabs and the service worker.
 *
 * @throws StorageError
 */
export function claimCheckIn(on: Day): Promise<boolean> {
  return transact(db.settings, async () => {
    const told = await db.settings.get('checkInTold');
    if (told?.value === on) return false;
    await db.settings.put({ key: 'checkInTold', value: on });
    return true;
  });
}

/** When the check-in comes, when the last one was made, as {@link lastCheckIn} says, and since when something is logged. */
export async function checkInState(): Promise<{
  rules: CheckInRules;
  lastAt: number | undefined;
  began: Day | undefined;
}> {
  const [rules, lastAt, first] = await Promise.all([
    currentCheckIn(),
    lastCheckIn(),
    withConnection(() => db.tallies.orderBy('day').first())
  ]);
  return { rules, lastAt, began: first?.day };
}

/** When the last check-in was made, in milliseconds since the epoch; undefined where none was. */
export async function lastCheckIn(): Promise<number | undefined> {
  const last = await withConnection(() => db.checkIns.orderBy('id').last());
  return last?.at;
}

/** The last day up to `today` on which something was logged; undefined where nothing was. */
export async function lastLoggedDay(today: Day): Promise<Day | undefined> {
  const last = await withConnection(() => db.tallies.where('day').belowOrEqual(today).last());
  return last?.day;
}
