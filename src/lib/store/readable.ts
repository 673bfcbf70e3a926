import type { Act } from '#lib/account/model/acts.ts';
import { isDay } from '#lib/time/day.ts';
import { isPause, type Pause } from '#lib/account/model/awayDays.ts';
import type { CheckInRules } from '#lib/practices/checkIn/model/checkInTime.ts';
import type { IdeaList } from '#lib/practices/together/model/ideas.ts';
import type { Reminder, ReminderRules, Times } from '#lib/reminders/model/reminder.ts';
import type { Tally } from '#lib/account/model/tally.ts';
import { isWeekday } from '#lib/time/week.ts';

/*
 * Whether this version can read what it finds in the database. A newer version, a fault or a
 * damaged disk may have left rows of another shape. They are left out of the answers, so that no
 * page fails for one of them, and they stay where they are.
 */

/** A stored value, of which nothing is known. */
type Found<T> = { readonly [Key in keyof T]?: unknown };

const isNumber = (value: unknown) => Number.isFinite(value);
const isText = (value: unknown) => typeof value === 'string';
const isAbsentOr = (is: (value: unknown) => boolean, value: unknown) =>
  value === undefined || is(value);
const isList = (value: unknown, isItem: (item: unknown) => boolean) =>
  Array.isArray(value) && value.every(isItem);
const isDayText = (value: unknown) => isText(value) && isDay(value as string);

/** Whether it counts something on a day. */
export function isTally({ day, counts }: Tally): boolean {
  return isDayText(day) && Object(counts) === counts;
}

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

/** The pauses of a stored value that can be read. */
export function pausesOf(found: unknown): Pause[] {
  return listOf<Pause>(found).filter(
    ({ from, to }) => isDayText(from) && (to === null || isDayText(to)) && isPause({ from, to })
  );
}

/** The acts of a stored value that can be read, each name once; undefined where it is no list. */
export function actsOf(found: unknown): Act[] | undefined {
  if (!Array.isArray(found)) return undefined;
  const named = listOf<Act>(found).filter(({ name }) => isText(name));
  return named.filter(({ name }, index) => named.findIndex((act) => act.name === name) === index);
}

/** Whether they are the rules of the reminders. */
export function areRules(found: Found<ReminderRules> | null | undefined): found is ReminderRules {
  return isNumber(found?.mostADay) && (found?.pausedUntil === null || isNumber(found?.pausedUntil));
}

/** Whether they say when the check-in comes. */
export function areCheckInRules(
  found: Found<CheckInRules> | null | undefined
): found is CheckInRules {
  const { isOn, weekday, minute, skipped } = found ?? {};
  return (
    isOn !== undefined && isWeekday(weekday) && isNumber(minute) && isAbsentOr(isDayText, skipped)
  );
}

/** Whether it is what was made of the ideas. */
export function isIdeaList(found: Found<IdeaList> | null | undefined): found is IdeaList {
  const { own, hidden, seen } = found ?? {};
  const isIdea = ({ id, text, tags }: Found<IdeaList['own'][number]>) =>
    isText(id) && isText(text) && isList(tags, isText);
  return (
    isList(own, (idea) => isIdea(Object(idea))) && isList(hidden, isText) && isList(seen, isText)
  );
}

/** The objects in a stored list. */
function listOf<T>(found: unknown): T[] {
  return Array.isArray(found) ? found.filter((item) => Object(item) === item) : [];
}
