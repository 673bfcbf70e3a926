import { addDays, momentAt, type Day } from '#lib/time/day.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#lib/time/duration.ts';
import {
  instantOf,
  isQuiet,
  minuteAt,
  plannedSince,
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
const IGNORED_IN_A_ROW = 3;
/** The quietest is every eighth prompt. */
const QUIETEST = 3;

/** How long "not yet" puts a prompt off, in milliseconds. */
const PUT_OFF_MS = 30 * MINUTE_MS;
/** How long a prompt stays due: a missed day leaves one card in the morning, never a pile. */
const DUE_MS = DAY_MS;
/** How far ahead the next times are looked for. */
const DAYS_AHEAD = 400;

/** A prompt that is due. */
export interface Due {
  readonly reminder: Reminder;
  readonly slot: Slot;
}

/** A due prompt, and since when it has been. */
interface Timed extends Due {
  readonly at: number;
}

/** What a question is asked about: `now` in milliseconds since the epoch. */
interface Known {
  readonly answers: readonly Answer[];
  readonly rules: ReminderRules;
  readonly now: number;
  readonly zone: string;
}

/**
 * The one prompt that is due, or none: the latest of all reminders. It is due from its time until it
 * is answered or a later one has been shown, for 24 hours at most, and never in its quiet hours. "Not
 * yet" puts it off by half an hour; "not today" silences its reminder until midnight, and said soon
 * after midnight of an evening's prompt, not the new day. A prompt that
 * finds its day full is passed over.
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
  const known = { answers, rules, now, zone };
  const latest = reminders
    .flatMap((reminder) => {
      const promptOf = prompter(reminder, known);
      const slots = slotsBetween(reminder, now - DUE_MS, now, zone);
      return slots.flatMap((slot) => promptOf(slot) ?? []);
    })
    .sort((one, other) => one.at - other.at)
    .at(-1);
  return latest && { reminder: latest.reminder, slot: latest.slot };
}

/** Tells of a reminder's slot that has come whether it is due, were its reminder the only one. */
function prompter(reminder: Reminder, known: Known): (slot: Slot) => Timed | undefined {
  const { answers, rules, now, zone } = known;
  const recent = answers.filter((answer) => Math.abs(touchedAt(answer) - now) <= 2 * DAY_MS);
  const silentUntil = Math.max(rules.pausedUntil ?? 0, notTodayUntil(reminder, recent, zone));
  if (isQuiet(minuteAt(now, zone), reminder.quiet)) return () => undefined;
  const shown = new Map(recent.map((answer) => [slotKey(answer), answer]));
  // After a journey westwards a prompt can have been shown before its time here.
  const latestShown = Math.max(
    ...recent.map((answer) => Math.min(instantOf(answer, zone), answer.shownAt))
  );
  const hasRoom = (day: Day) => shownOn(day, recent, zone) < rules.mostADay;
  const today = momentAt(now, zone).day;

  return (slot) => {
    const planned = instantOf(slot, zone);
    if (planned < silentUntil) return undefined;
    const answer = shown.get(slotKey(slot));
    const isOpen = answer
      ? answer.reply === undefined || answer.reply === 'not yet'
      : planned >= plannedSince(reminder) &&
        hasRoom(slot.day) &&
        hasRoom(today) &&
        isKept(reminder, answers, slot, planned);
    const at = answer?.reply === 'not yet' ? touchedAt(answer) + PUT_OFF_MS : planned;
    return isOpen && at <= now && at >= latestShown ? { reminder, slot, at } : undefined;
  };
}

/** Whether a prompt that was put off is to be shown once more, and wasn't yet. */
export function comesAgain({ reply, shownAt, repliedAt = 0 }: Answer, now: number): boolean {
  return reply === 'not yet' && shownAt <= repliedAt && repliedAt + PUT_OFF_MS <= now;
}

function touchedAt({ shownAt, repliedAt }: Answer): number {
  return repliedAt ?? shownAt;
}

/** How long after midnight an evening goes on. */
const EVENING_MS = 4 * HOUR_MS;

/** The midnight that ends the last "not today" of a reminder; 0 where there is none. */
function notTodayUntil(reminder: Reminder, answers: readonly Answer[], zone: string): number {
  const last = answersOf(reminder, answers)
    .filter(({ reply }) => reply === 'not today')
    .sort((one, other) => touchedAt(one) - touchedAt(other))
    .at(-1);
  return last ? midnight(addDays(dayMeant(last, zone), 1), zone) : 0;
}

/** The day of which "not today" was said: soon after midnight, of a prompt before it, that of the evening. */
function dayMeant(answer: Answer, zone: string): Day {
  const said = momentAt(touchedAt(answer), zone).day;
  return answer.day < said ? momentAt(touchedAt(answer) - EVENING_MS, zone).day : said;
}

/** How many prompts were shown on a day. */
function shownOn(day: Day, answers: readonly Answer[], zone: string): number {
  const from = midnight(day, zone);
  const to = midnight(addDays(day, 1), zone);
  return answers.filter(({ shownAt }) => shownAt >= from && shownAt < to).length;
}

function midnight(day: Day, zone: string): number {
  return instantOf({ day, minute: 0 }, zone);
}

/**
 * How quiet a reminder has become: it keeps one slot in 2 to this power. Each three prompts that
 * were seen and left unanswered in a row make it one quieter; any answer brings it back. The last
 * one seen counts a day later at the earliest, for until then it can be answered.
 */
export function quietness(reminder: Reminder, answers: readonly Answer[], now: number): number {
  const seen = answersOf(reminder, answers);
  const isOpen = seen.at(-1)?.reply === undefined && (seen.at(-1)?.shownAt ?? 0) > now - DUE_MS;
  return quietnessAfter(isOpen ? seen.slice(0, -1) : seen, Infinity);
}

/** How quiet these prompts, in order, have made their reminder, by the replies given before `at`. */
function quietnessAfter(seen: readonly Answer[], at: number): number {
  const answered = seen.findLastIndex(({ repliedAt }) => (repliedAt ?? Infinity) < at);
  const ignored = seen.length - 1 - answered;
  return Math.min(QUIETEST, Math.floor(ignored / IGNORED_IN_A_ROW));
}

/**
 * Whether a slot is kept by a reminder that may have become quieter: every second, fourth or eighth
 * after the last one seen. This is settled by what is known when its time comes, so that an answer
 * brings back later prompts and not the one that has just been left out.
 */
function isKept(reminder: Reminder, answers: readonly Answer[], slot: Slot, at: number): boolean {
  const seen = answersOf(reminder, answers).filter(({ shownAt }) => shownAt < at);
  const last = seen.at(-1);
  if (!last) return true;
  const since = slotOrdinal(reminder, slot) - slotOrdinal(reminder, last);
  return since % 2 ** quietnessAfter(seen, at) === 0;
}

/** The prompts of a reminder that were seen, in order. */
function answersOf(reminder: Reminder, answers: readonly Answer[]): Answer[] {
  return answers
    .filter(({ reminderId }) => reminderId === reminder.id)
    .sort((one, other) => one.shownAt - other.shownAt);
}

/**
 * The next times of a reminder, in milliseconds since the epoch, soonest first: those after `now`
 * at which it will be {@link due} if nothing is answered until then, and no more a day than may be
 * shown. Fewer than `count` where no more come within some four hundred days.
 */
export function next(
  reminder: Reminder,
  answers: readonly Answer[],
  rules: ReminderRules,
  now: number,
  zone: string,
  count: number
): number[] {
  const from = Math.max(now, plannedSince(reminder), rules.pausedUntil ?? 0);
  const times: number[] = [];
  if (from > now + DAYS_AHEAD * DAY_MS) return times;
  let day = momentAt(from, zone).day;
  for (let ahead = 0; ahead < DAYS_AHEAD && times.length < count; ahead++) {
    times.push(...timesOn(day, reminder, { answers, rules, now, zone }));
    day = addDays(day, 1);
  }
  return times.slice(0, count);
}

/** A time at which a reminder will prompt, in milliseconds since the epoch. */
interface TimeAhead {
  readonly at: number;
  readonly reminder: Reminder;
}

/**
 * When any of the reminders will prompt from now on, as {@link next} tells of each, and no more often
 * a day than may be shown of all. Soonest first, and one for each instant.
 *
 * @param days how many days, today among them
 */
export function timesAhead(
  reminders: readonly Reminder[],
  known: Known,
  days: number
): TimeAhead[] {
  const { answers, rules, now, zone } = known;
  const today = momentAt(now, zone).day;
  return Array.from({ length: days }, (_, ahead) => addDays(today, ahead)).flatMap((day) => {
    const times = reminders.flatMap((reminder) =>
      timesOn(day, reminder, known).map((at) => [at, { at, reminder }] as const)
    );
    const room = rules.mostADay - shownOn(day, answers, zone);
    return [...new Map(times).values()]
      .sort((one, other) => one.at - other.at)
      .slice(0, Math.max(0, room));
  });
}

/**
 * When prompts that were put off come again, if nothing is answered until then: in milliseconds since
 * the epoch.
 */
export function timesAgain(reminders: readonly Reminder[], known: Known): TimeAhead[] {
  const { answers, rules, now, zone } = known;
  return answers.flatMap((answer) => {
    const at = touchedAt(answer) + PUT_OFF_MS;
    const reminder = reminders.find(({ id }) => id === answer.reminderId);
    if (answer.reply !== 'not yet' || at <= now || !reminder) return [];
    const again = due([reminder], answers, rules, at, zone);
    return again && slotKey(again.slot) === slotKey(answer) ? [{ at, reminder }] : [];
  });
}

function timesOn(day: Day, reminder: Reminder, known: Known): number[] {
  const { answers, rules, now, zone } = known;
  const times = slotsOn(reminder, day).flatMap((slot) => {
    const at = instantOf(slot, zone);
    return at > now && prompter(reminder, { ...known, now: at })(slot)?.at === at ? [at] : [];
  });
  const room = rules.mostADay - shownOn(day, answers, zone);
  return [...new Set(times)].sort((one, other) => one - other).slice(0, Math.max(0, room));
}
