import { addDays, momentAt, type Day } from '#lib/time/day.ts';
import { instantOf, minuteAt, type Minute } from '#lib/reminders/model/reminder.ts';
import type { FearFacts } from '#lib/practices/fear/record.ts';
import type { GentleRequest } from '#lib/practices/gently/record.ts';
import type { PauseMade } from '#lib/practices/pause/record.ts';
import type { PromiseFacts, PromiseMade } from '#lib/practices/promise/record.ts';
import type { PracticeRows, PracticeTable } from '#lib/practices/registry.ts';
import type { SharedTimeFacts } from '#lib/practices/together/record.ts';

/*
 * From which day on a record asks what became of it. Kept apart from the practices' models, because
 * Today needs no more of them than these functions.
 */

/** The day from which on a promise is due; undefined once its outcome is known. */
export function promiseDueOn({ due, outcome, notBefore }: PromiseFacts): Day | undefined {
  return outcome ? undefined : laterOf(due, notBefore);
}

/** When the evening begins. */
const EVENING: Minute = 18 * 60;

/**
 * Whether a promise asks what became of it: from the evening of its day on, and where it was only
 * made in that evening, from the next day on.
 *
 * @param now milliseconds since the epoch
 */
export function isPromiseDue(promise: PromiseMade, now: number, zone: string): boolean {
  const { day } = momentAt(now, zone);
  if (!isDueOn(promiseDueOn(promise), day)) return false;
  if (day > promise.due) return true;
  const isMadeBefore = promise.at < instantOf({ day, minute: EVENING }, zone);
  return isMadeBefore && minuteAt(now, zone) >= EVENING;
}

/** The day from which on a plan is due; undefined once it is known how it was, or where it has no day. */
export function sharedTimeDueOn(plan: SharedTimeFacts): Day | undefined {
  const { on, tookPlace, notBefore } = plan;
  return tookPlace !== undefined || on === null ? undefined : laterOf(on, notBefore);
}

/** The day from which on a fear is due; undefined once it is known what happened. */
export function fearDueOn({ by, outcome, notBefore }: FearFacts): Day | undefined {
  return outcome ? undefined : laterOf(by, notBefore);
}

/** After so many days a request is asked about, and after so many no more. */
const REQUEST_FROM = 3;
const REQUEST_UNTIL = 14;

/**
 * The day from which on a request is asked about; undefined once it's known how it was met, where it
 * says nothing that could be met, and for one of long ago.
 */
export function requestDueOn(request: GentleRequest, today: Day): Day | undefined {
  const { day, about, wish, answer, notBefore } = request;
  const isPast = today > addDays(day, REQUEST_UNTIL);
  if (answer || isPast || !(about || wish)) return undefined;
  return laterOf(addDays(day, REQUEST_FROM), notBefore);
}

/** Whether something that is due from a day on, if from any, is due today. */
export function isDueOn(on: Day | undefined, today: Day): boolean {
  return on !== undefined && on <= today;
}

/** Postpones a day to `notBefore`, the day to which the user put the record off. */
function laterOf(day: Day, notBefore: Day = day): Day {
  return notBefore > day ? notBefore : day;
}

/** The day on which a pause of the night was to be looked at again; undefined before that. */
function pauseDueOn({ lookAt }: PauseMade, now: number, zone: string): Day | undefined {
  return lookAt !== undefined && lookAt <= now ? momentAt(lookAt, zone).day : undefined;
}

/** Tells since which day a record asks for an answer; undefined where it doesn't ask now. */
type Asks<Row> = (row: Row, now: number, zone: string) => Day | undefined;

/** Makes a record ask once its day has come. */
function onceDue<Row>(dueOn: (row: Row, today: Day) => Day | undefined): Asks<Row> {
  return (row, now, zone) => {
    const today = momentAt(now, zone).day;
    const on = dueOn(row, today);
    return isDueOn(on, today) ? on : undefined;
  };
}

/**
 * All records that ask for an answer, by their table. What is watched, counted, shown and notified
 * has no other list. Where two ask since the same day, the table that is named first comes first.
 */
const ASKING = {
  groundings: pauseDueOn,
  promises: (promise, now, zone) =>
    isPromiseDue(promise, now, zone) ? promiseDueOn(promise) : undefined,
  sharedTimes: onceDue(sharedTimeDueOn),
  fears: onceDue(fearDueOn),
  requests: onceDue(requestDueOn)
} satisfies { [Table in PracticeTable]?: Asks<PracticeRows[Table]> };

/** The name of a table whose records may ask for an answer. */
export type DueTable = keyof typeof ASKING;

/** The names of the tables whose records may ask for an answer. */
export const DUE_TABLES = Object.keys(ASKING) as readonly DueTable[];

/** Something for each table whose records may ask for an answer. */
export type ByDueTable<T> = Readonly<Record<DueTable, T>>;

/** Makes something for each table whose records may ask for an answer. */
export function eachDueTable<T>(make: (table: DueTable) => T): ByDueTable<T> {
  return Object.fromEntries(DUE_TABLES.map((table) => [table, make(table)])) as Record<DueTable, T>;
}

/**
 * The day since which a record asks for an answer; undefined where it doesn't ask now.
 *
 * @param now milliseconds since the epoch
 */
export function asksSince(
  table: DueTable,
  row: PracticeRows[DueTable],
  now: number,
  zone: string
): Day | undefined {
  const asks: Asks<never> = ASKING[table];
  return asks(row as never, now, zone);
}
