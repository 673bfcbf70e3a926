import { m } from '#i18n/paraglide/messages.js';
import { next } from '../model/due.ts';
import type { Answer, Plan, Reminder, ReminderRules } from '../model/reminder.ts';
import type { Weekday } from '#lib/time/week.ts';
import { here, now, today } from '#lib/time/clock.ts';
import { momentAt } from '#lib/time/day.ts';
import {
  formatList,
  formatMinute,
  formatSoon,
  formatTime,
  formatWeekday,
  formatWeekdayShort
} from '#lib/ui/format.ts';
import type { DraftFault, ReminderFacts } from './reminderFields.ts';

const FAULTS: Record<DraftFault, () => string> = {
  'no words': m.reminder_no_words,
  'no days': m.reminder_no_days,
  'no time': m.reminder_no_time,
  backwards: m.reminder_backwards,
  crowded: m.reminder_crowded,
  'no quiet': m.reminder_no_quiet,
  'all quiet': m.reminder_all_quiet
};

/** Why a form cannot be kept, and what helps. */
export function draftFaultWords(fault: DraftFault): string {
  return FAULTS[fault]();
}

/** A plan as one sentence: 'If we meet again after work, then I look for one small act.' */
export function planWords({ cue, action }: Plan): string {
  return m.plan_sentence({ cue, action });
}

/** What a reminder is called in a list. */
export function reminderWords({ plan, text }: Pick<Reminder, 'plan' | 'text'>): string {
  if (plan) return planWords(plan);
  return text || m.reminder_of_acts();
}

/**
 * What a reminder says when it prompts: its own words, or whether something kind was noticed.
 *
 * @param isLate whether it's of an earlier day and wasn't answered then
 */
export function promptWords(reminder: Reminder, isLate = false): string {
  if (!reminder.plan && !reminder.text) return isLate ? m.prompt_kind_late() : m.prompt_kind();
  const text = reminderWords(reminder);
  return isLate ? m.prompt_late({ text }) : text;
}

/** Where and when a reminder is seen next: nothing rings by itself while the app is closed. */
export function nextWords(
  reminder: Reminder,
  answers: readonly Answer[],
  rules: ReminderRules
): string {
  const [first] = next(reminder, answers, rules, now(), here(), 1);
  if (first === undefined) {
    return (rules.pausedUntil ?? 0) > now() ? m.reminder_snoozed() : m.reminder_no_next();
  }
  const moment = momentAt(first, here());
  const isToday = moment.day === today();
  const when = isToday ? formatTime(first, here()) : formatSoon(moment, today());
  return m.reminder_seen({ when });
}

/** On which days: 'every day', 'Monday to Friday', 'Mon, Wed and Fri'. */
export function daysWords(days: readonly Weekday[]): string {
  const sorted = [...days].sort((one, other) => one - other);
  if (sorted.length === 7) return m.days_every();
  if (sorted.join('') === '12345') return m.days_week();
  if (sorted.join('') === '67') return m.days_weekend();
  const format = sorted.length > 2 ? formatWeekdayShort : formatWeekday;
  return formatList(sorted.map(format));
}

/** At which times: '18:00 and 21:00', 'about 3 times between 09:00 and 21:00'. */
export function timesWords(times: Reminder['times']): string {
  if (times.kind === 'fixed') return formatList(times.at.map(formatMinute));
  const { count } = times;
  return m.times_spread({ count, from: formatMinute(times.from), to: formatMinute(times.to) });
}

/** When a reminder prompts: 'Monday to Friday, 18:00'. */
export function scheduleWords({ days, times }: Pick<ReminderFacts, 'days' | 'times'>): string {
  return m.reminder_schedule({ days: daysWords(days), times: timesWords(times) });
}

/** A version of a reminder, all that it says: its words, when it prompts, when it's quiet. */
export function versionWords(reminder: Reminder): string[] {
  const { quiet, isOn } = reminder;
  const hours =
    quiet && m.quiet_hours_of({ from: formatMinute(quiet.from), to: formatMinute(quiet.to) });
  return [
    reminderWords(reminder),
    scheduleWords(reminder),
    ...(hours ? [hours] : []),
    ...(isOn ? [] : [m.reminder_is_off()])
  ];
}

/** How much rarer a reminder has become; undefined where it comes as planned. */
export function quieterWords(quietness: number): string | undefined {
  return [undefined, m.quieter_half(), m.quieter_quarter(), m.quieter_eighth()][quietness];
}
