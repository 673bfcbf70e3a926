import { isDay } from '#lib/time/day.ts';
import { cutText } from '#lib/account/model/entry.ts';
import {
  freeMinutes,
  inOrder,
  isQuiet,
  MINUTES_A_DAY,
  REPLIES,
  type Answer,
  type Plan,
  type QuietHours,
  type Reminder,
  type Times
} from './reminder.ts';

/** The longest text of a reminder, and of each half of a plan, in UTF-16 code units. */
export const TEXT_MAX = 200;
/** The most times a day of one reminder, and the highest limit for all of them together. */
export const TIMES_MAX = 12;
/** The least time in a window for each of its prompts, in minutes. Quiet hours do not count. */
const PART_MIN = 10;
/** What a form says of a reminder. */
export type ReminderDraft = Omit<Reminder, 'id' | 'createdAt' | 'updatedAt' | 'sequence'>;

/** A new reminder. */
export function newReminder(
  draft: ReminderDraft,
  { id, now }: { readonly id: string; readonly now: number }
): Reminder {
  return { id, createdAt: now, updatedAt: now, sequence: 0, ...plainReminder(draft) };
}

/** The reminder as a form now has it. Its id stays; calendars learn that it is newer. */
export function amendReminder(reminder: Reminder, draft: ReminderDraft, now: number): Reminder {
  const { id, createdAt, sequence } = reminder;
  return { id, createdAt, updatedAt: now, sequence: sequence + 1, ...plainReminder(draft) };
}

/**
 * The draft as a plain object that holds what is known and nothing else, so that it can be stored
 * whatever it came from (a form's proxy, a reminder, a file). Days and times are put in order, each
 * once; texts too long are cut; a plan without words is left out.
 */
export function plainReminder({ text, plan, days, times, quiet, isOn }: ReminderDraft) {
  const words = plan && plainPlan(plan);
  return {
    text: cutText(text, TEXT_MAX),
    ...(words && (words.cue || words.action) && { plan: words }),
    days: inOrder(days),
    times: plainTimes(times),
    ...(quiet && { quiet: { from: quiet.from, to: quiet.to } }),
    isOn
  } satisfies ReminderDraft;
}

function plainPlan({ cue, action }: Plan): Plan {
  return { cue: cutText(cue, TEXT_MAX), action: cutText(action, TEXT_MAX) };
}

function plainTimes(times: Times): Times {
  if (times.kind === 'fixed') return { kind: 'fixed', at: inOrder(times.at) };
  const { count, from, to } = times;
  return { kind: 'spread', count, from, to };
}

/** Whether both halves of a plan have words, and not too many. */
export function isPlan({ cue, action }: Plan): boolean {
  return [cue, action].every((text) => text.trim() !== '' && text.length <= TEXT_MAX);
}

/**
 * Whether these are times that a reminder can have: fixed ones from 1 to 12, none of them twice
 * and not all in quiet hours; or 1 to 12 spread over a window with ten free minutes for each.
 */
export function areTimes(times: Times, quiet?: QuietHours): boolean {
  if (times.kind === 'fixed') {
    const { at } = times;
    return (
      isTimesADay(at.length) &&
      isUnique(at) &&
      at.every(isMinute) &&
      at.some((minute) => !isQuiet(minute, quiet))
    );
  }
  const { count, from, to } = times;
  return (
    isTimesADay(count) &&
    [from, to].every(isMinute) &&
    freeMinutes(times, quiet).length >= count * PART_MIN
  );
}

/** Whether quiet hours begin and end, and at different times: they are never the whole day. */
export function isQuietHours({ from, to }: QuietHours): boolean {
  return isMinute(from) && isMinute(to) && from !== to;
}

/** Whether a value is a minute of a day: a whole number from 0 to 1439. */
export function isMinute(value: unknown): value is number {
  return isCount(value) && value < MINUTES_A_DAY;
}

/** Whether an answer can be one: of a day that exists, its reply and the time of it both or neither. */
export function isAnswer({ day, minute, shownAt, reply, repliedAt }: Answer): boolean {
  return (
    isDay(day) &&
    isMinute(minute) &&
    isCount(shownAt) &&
    (reply === undefined ? repliedAt === undefined : REPLIES.includes(reply) && isCount(repliedAt))
  );
}

function isTimesADay(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= TIMES_MAX;
}

/** Whether a value is a whole number from 0 that is told exactly. */
function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isUnique(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}
