import { addDays, momentAt } from './day.ts';
import {
  instantOf,
  slotKey,
  slotOrdinal,
  slotsBetween,
  slotsOn,
  type Answer,
  type Reminder,
  type ReminderRules,
  type Slot
} from './reminder.ts';

/** Prompts left unanswered so many times in a row come half as often. */
export const IGNORED_IN_A_ROW = 3;
/** The quietest is every eighth prompt. */
const QUIETEST = 3;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** How long "not yet" puts a prompt off, in milliseconds. */
export const PUT_OFF_MS = 30 * MINUTE_MS;
/** How long a prompt stays due: a missed day leaves one card in the morning, never a pile. */
const DUE_MS = DAY_MS;
/** How far ahead the next times are looked for. */
const DAYS_AHEAD = 400;

/** A prompt that waits for its answer. */
export interface Due {
  readonly reminder: Reminder;
  readonly slot: Slot;
}

/**
 * How quiet a reminder has become: it keeps one slot in 2 to this power. Each three prompts that
 * were seen and left unanswered in a row make it one quieter; any answer brings it back.
 */
export function quietness(reminder: Reminder, answers: readonly Answer[]): number {
  let quietness = 0;
  let ignored = 0;
  for (const { reply } of answersOf(reminder, answers)) {
    ignored = reply ? 0 : ignored + 1;
    if (reply) quietness = 0;
    if (ignored < IGNORED_IN_A_ROW) continue;
    quietness = Math.min(QUIETEST, quietness + 1);
    ignored = 0;
  }
  return quietness;
}

/**
 * The one prompt that is due, or none. Of several the latest comes first. A prompt is due from its
 * time until it is answered, for a day at most; "not yet" puts it off by half an hour; "not today"
 * silences its reminder until midnight.
 *
 * @param now milliseconds since the epoch
 * @param zone where the person is now
 */
export function due(
  reminders: readonly Reminder[],
  answers: readonly Answer[],
  rules: ReminderRules,
  now: number,
  zone: string
): Due | undefined {
  if (rules.pausedUntil !== null && now < rules.pausedUntil) return undefined;
  const today = momentAt(now, zone).day;
  const seenToday = answers.filter(({ shownAt }) => momentAt(shownAt, zone).day === today).length;
  const hasRoom = seenToday < rules.mostADay;
  return reminders
    .flatMap((reminder) => latestDue(reminder, answers, hasRoom, now, zone) ?? [])
    .sort((one, other) => instantOf(one.slot, zone) - instantOf(other.slot, zone))
    .at(-1);
}

function latestDue(
  reminder: Reminder,
  answers: readonly Answer[],
  hasRoom: boolean,
  now: number,
  zone: string
): Due | undefined {
  const from = Math.max(reminder.updatedAt, now - DUE_MS);
  const slot = kept(reminder, answers, slotsBetween(reminder, from, now, zone)).at(-1);
  if (!slot || isSilenced(reminder, answers, now, zone)) return undefined;
  const answer = answers.find((given) => slotKey(given) === slotKey(slot));
  if (answer?.reply === 'yes') return undefined;
  if (answer?.reply === 'not yet' && now < (answer.repliedAt ?? 0) + PUT_OFF_MS) return undefined;
  return answer || hasRoom ? { reminder, slot } : undefined;
}

/** The slots that are left once the reminder has become quieter. */
function kept(reminder: Reminder, answers: readonly Answer[], slots: readonly Slot[]): Slot[] {
  const oneIn = 2 ** quietness(reminder, answers);
  return slots.filter(
    (slot) =>
      slotOrdinal(reminder, slot) % oneIn === 0 ||
      // What has been shown is not taken away under the person's eyes.
      answers.some((given) => slotKey(given) === slotKey(slot))
  );
}

function isSilenced(
  reminder: Reminder,
  answers: readonly Answer[],
  now: number,
  zone: string
): boolean {
  const today = momentAt(now, zone).day;
  return answersOf(reminder, answers).some(
    ({ reply, repliedAt }) =>
      reply === 'not today' && repliedAt !== undefined && momentAt(repliedAt, zone).day === today
  );
}

function answersOf(reminder: Reminder, answers: readonly Answer[]): Answer[] {
  return answers
    .filter(({ reminderId }) => reminderId === reminder.id)
    .sort((one, other) => one.shownAt - other.shownAt);
}

/**
 * The next times of a reminder, in milliseconds since the epoch, soonest first: after `now`, after
 * a pause of all reminders, and as quiet as it has become. Fewer than `count` where no more come
 * within some four hundred days.
 */
export function next(
  reminder: Reminder,
  answers: readonly Answer[],
  rules: ReminderRules,
  now: number,
  zone: string,
  count: number
): number[] {
  const after = Math.max(now, rules.pausedUntil ?? 0);
  const times: number[] = [];
  if (after > now + DAYS_AHEAD * DAY_MS) return times;
  let day = momentAt(after, zone).day;
  for (let ahead = 0; ahead < DAYS_AHEAD && times.length < count; ahead++) {
    const slots = kept(reminder, answers, slotsOn(reminder, day));
    times.push(...slots.map((slot) => instantOf(slot, zone)).filter((at) => at > after));
    day = addDays(day, 1);
  }
  return times.slice(0, count);
}
