import type { Day } from '#lib/time/day.ts';
import { isWeekday } from '#lib/time/week.ts';
import { DEFAULT_CHECK_IN, type CheckInRules } from '../model/checkInTime.ts';
import { withConnection } from '#lib/store/connection.ts';
import { db } from '../../store/tables.ts';
import { isAbsentOr, isDayText, isNumber, type Found } from '#lib/store/readable.ts';

/** When the check-in comes; Sunday evening until the user has said otherwise. */
export async function currentCheckIn(): Promise<CheckInRules> {
  const stored = await withConnection(() => db.settings.get('checkIn'));
  return areCheckInRules(stored?.value) ? stored.value : DEFAULT_CHECK_IN;
}

/**
 * Keeps when the check-in comes.
 *
 * @throws StorageError
 */
export async function setCheckIn(rules: CheckInRules): Promise<void> {
  await withConnection(() => db.settings.put({ key: 'checkIn', value: rules }));
}

/**
 * Notes that the check-in of a day is told by a notification. Resolves with true for the one caller
 * that may tell it, of all tabs and the service worker.
 *
 * @throws StorageError
 */
export function claimCheckIn(on: Day): Promise<boolean> {
  return withConnection(() =>
    db.transaction('rw', db.settings, async () => {
      const told = await db.settings.get('checkInTold');
      if (told?.value === on) return false;
      await db.settings.put({ key: 'checkInTold', value: on });
      return true;
    })
  );
}

/** When the check-in comes, and when the last one was made, as {@link lastCheckIn} says. */
export async function checkInState(): Promise<{
  rules: CheckInRules;
  lastAt: number | undefined;
}> {
  const [rules, lastAt] = await Promise.all([currentCheckIn(), lastCheckIn()]);
  return { rules, lastAt };
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

/** Whether they say when the check-in comes. */
function areCheckInRules(found: Found<CheckInRules> | null | undefined): found is CheckInRules {
  const { isOn, weekday, minute, skipped } = found ?? {};
  return (
    isOn !== undefined && isWeekday(weekday) && isNumber(minute) && isAbsentOr(isDayText, skipped)
  );
}
