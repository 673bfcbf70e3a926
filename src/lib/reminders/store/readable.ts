import { isList, isNumber, isText, type Found } from '#lib/store/readable.ts';
import { isWeekday } from '#lib/time/week.ts';
import type { Reminder, ReminderRules, Times } from '../model/reminder.ts';

/** Whether it is a reminder whose times can be told. */
export function isReminder(row: Reminder): boolean {
  const { text, days, times, updatedAt, plan }: Found<Reminder> = row;
  const { cue, action } = (plan ?? { cue: '', action: '' }) as Record<string, unknown>;
  const isWorded = isText(text) && isText(cue) && isText(action);
  return isWorded && isList(days, isWeekday) && isNumber(updatedAt) && areTimes(times);
}

function areTimes(found: unknown): boolean {
  const times = Object(found) as Times;
  if (times.kind === 'fixed') return isList(times.at, isNumber);
  return times.kind === 'spread' && [times.count, times.from, times.to].every(isNumber);
}

/** Whether they are the rules of the reminders. */
export function areRules(found: Found<ReminderRules> | null | undefined): found is ReminderRules {
  return isNumber(found?.mostADay) && (found?.pausedUntil === null || isNumber(found?.pausedUntil));
}
