import { next, timesAgain } from '../model/due.ts';
import { HOUR_MS } from '#lib/time/duration.ts';
import type { Answer, Reminder, ReminderRules } from '../model/reminder.ts';

/** Devices sleep and change zones: at least this often it is looked again, in milliseconds. */
const LONGEST_MS = HOUR_MS;

/** In how many milliseconds the next prompt may be due; infinite where none will be. */
export function untilNext(
  reminders: readonly Reminder[],
  answers: readonly Answer[],
  rules: ReminderRules,
  now: number,
  zone: string
): number {
  const times = reminders.flatMap((reminder) => next(reminder, answers, rules, now, zone, 1));
  const again = timesAgain(reminders, { answers, rules, now, zone });
  return Math.min(...[...times, ...again.map(({ at }) => at)].map((at) => at - now));
}

/**
 * Looks at once, whenever the page comes into view or leaves it, and after as many milliseconds as
 * the last look said. Stops when the function returned is called.
 */
export function startTicking(look: () => number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tick = () => {
    clearTimeout(timer);
    timer = setTimeout(tick, Math.min(LONGEST_MS, look()));
  };
  document.addEventListener('visibilitychange', tick);
  tick();
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', tick);
  };
}
