import { checkInState, lastLoggedDay } from '#lib/practices/checkIn/store/checkInRules.ts';
import { currentTimer } from '#lib/practices/pause/store/timer.ts';
import { allAnswers, allReminders, currentRules } from '#lib/reminders/store/reminders.ts';
import { momentAt } from '#lib/time/day.ts';
import { here } from '#lib/time/here.ts';
import type { RingSources } from '../../model/plan.ts';

/**
 * Reads what a plan of rings is made of.
 *
 * @throws StorageError
 */
export async function ringSources(): Promise<RingSources> {
  const today = momentAt(Date.now(), here()).day;
  const [reminders, answers, rules, timer, state, lastLogged] = await Promise.all([
    allReminders(),
    allAnswers(),
    currentRules(),
    currentTimer(),
    checkInState(),
    lastLoggedDay(today)
  ]);
  return { reminders, answers, rules, timer, checkIn: { ...state, lastLogged } };
}
