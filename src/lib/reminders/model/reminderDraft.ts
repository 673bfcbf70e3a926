import { isSound, mend } from '#lib/record/field.ts';
import { laterThan } from '#lib/record/record.ts';
import { isSame } from '#lib/record/same.ts';
import {
  draftShape,
  freeMinutes,
  inOrder,
  isQuiet,
  plannedSince,
  planField,
  quietField,
  timesField,
  type Plan,
  type QuietHours,
  type Reminder,
  type ReminderDraft,
  type Times
} from './reminder.ts';

/** The least time in a window for each of its prompts, in minutes. Quiet hours do not count. */
const PART_MIN = 10;

/** A new reminder. */
export function newReminder(
  draft: ReminderDraft,
  { id, now }: { readonly id: string; readonly now: number }
): Reminder {
  return { id, createdAt: now, updatedAt: now, timedAt: now, sequence: 0, ...plainReminder(draft) };
}

/**
 * The reminder as a form now has it. Its id stays; calendars learn that it is newer. A prompt that is
 * due stays so where its times are the same.
 */
export function amendReminder(reminder: Reminder, draft: ReminderDraft, now: number): Reminder {
  const { id, createdAt, sequence } = reminder;
  const updatedAt = laterThan(reminder, now);
  const plain = plainReminder(draft);
  const timedAt = isSame(whenOf(reminder), whenOf(plain)) ? plannedSince(reminder) : updatedAt;
  return { id, createdAt, updatedAt, timedAt, sequence: sequence + 1, ...plain };
}

/** The reminder as it was before a change, as a later version of what it has become. */
export function restoredReminder(before: Reminder, changed: Reminder, now: number): Reminder {
  return { ...amendReminder(changed, before, now), timedAt: plannedSince(before) };
}

function whenOf({ days, times, quiet, isOn }: ReminderDraft) {
  return { days: inOrder(days), times, quiet, isOn };
}

/**
 * The draft as a plain object that holds what is known and nothing else, so that it can be stored
 * whatever it came from (a form's proxy, a reminder). Days and times are put in order, each once;
 * texts too long are cut; a plan without words is left out.
 */
export function plainReminder(draft: ReminderDraft): ReminderDraft {
  const plain = draftShape.read(draft, mend, '');
  if (!plain) throw new TypeError('a reminder without days or times');
  const { plan, days, times, ...rest } = plain;
  return {
    ...rest,
    ...(plan && (plan.cue || plan.action) && { plan }),
    days: inOrder(days),
    times: times.kind === 'fixed' ? { ...times, at: inOrder(times.at) } : times
  };
}

/** Whether both halves of a plan have words, and not too many. */
export function isPlan(plan: Plan): boolean {
  return isSound(planField.read, plan);
}

/**
 * Whether these are times that a reminder can have: fixed ones from 1 to 12, none of them twice
 * and not all in quiet hours; or 1 to 12 spread over a window with ten free minutes for each.
 */
export function areTimes(times: Times, quiet?: QuietHours): boolean {
  if (!isSound(timesField.read, times)) return false;
  return times.kind === 'fixed'
    ? times.at.some((minute) => !isQuiet(minute, quiet))
    : freeMinutes(times, quiet).length >= times.count * PART_MIN;
}

/** Whether quiet hours begin and end, and at different times: they are never the whole day. */
export function isQuietHours(quiet: QuietHours): boolean {
  return isSound(quietField.read, quiet) && quiet.from !== quiet.to;
}
