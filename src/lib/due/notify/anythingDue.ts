import { checkInState, lastLoggedDay } from '#lib/practices/checkIn/store/checkInRules.ts';
import { allOf } from '#lib/practices/store/records.ts';
import { currentTimer } from '#lib/practices/pause/store/timer.ts';
import { momentAt } from '#lib/time/day.ts';
import { checkInDue } from '#lib/practices/checkIn/model/checkInTime.ts';
import { allDue, isDueNow } from '../model/due.ts';
import { DUE_TABLES, eachDueTable } from '../model/dueOn.ts';
import { findDue } from '#lib/reminders/notify/prompts.ts';

/**
 * Whether anything asks for an answer now: what the log and the practices show as cards.
 *
 * @param now milliseconds since the epoch
 * @throws StorageError
 */
export async function isAnythingDue(now: number, zone: string): Promise<boolean> {
  const [timer, prompt, state, lastLogged, rows] = await Promise.all([
    currentTimer(),
    findDue(now, zone),
    checkInState(),
    lastLoggedDay(momentAt(now, zone).day),
    Promise.all(DUE_TABLES.map((table) => allOf(table)))
  ]);
  const checkIn = checkInDue({ ...state, lastLogged }, now, zone);
  const records = eachDueTable((table) => rows[DUE_TABLES.indexOf(table)] ?? []);
  const sources = { timer, prompt, checkIn, records };
  return allDue(sources, now, zone).some((one) => isDueNow(one, now));
}
