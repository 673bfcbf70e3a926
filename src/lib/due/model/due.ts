import { compareDays, type Day } from '#lib/time/day.ts';
import type { Due as DuePrompt } from '#lib/reminders/model/due.ts';
import { slotKey } from '#lib/reminders/model/reminder.ts';
import type { PracticeRows } from '#lib/practices/registry.ts';
import { hasEnded, isStale, ringsAtEnd, type Timer } from '#lib/practices/pause/model/timer.ts';
import { asksSince, DUE_TABLES, type ByDueTable, type DueTable } from './dueOn.ts';

/** One thing that asks for an answer. */
export type Due =
  | { readonly what: 'timer'; readonly timer: Timer }
  | { readonly what: 'prompt'; readonly due: DuePrompt }
  | { readonly what: 'check-in'; readonly on: Day }
  | { readonly what: 'record'; readonly table: DueTable; readonly row: DueRow };

/** A record that may ask for an answer. */
type DueRow = PracticeRows[DueTable];

/** Everything that can be due. */
export interface DueSources {
  /** The timer of a pause that runs or has ended. */
  readonly timer: Timer | null;
  /** The prompt that is due. */
  readonly prompt: DuePrompt | undefined;
  /** The day whose check-in is due. */
  readonly checkIn: Day | undefined;
  readonly records: ByDueTable<readonly DueRow[]>;
}

/**
 * Lists what is due, the most urgent first. At the end of a break somebody is waiting, so the timer
 * comes before everything else. A prompt passes within a day, so it comes next, then what was put
 * off at night until the morning. The rest is sorted by the day it became due, and within a day the
 * check-in comes first, then the tables in their order.
 *
 * @param now milliseconds since the epoch
 */
export function allDue(sources: DueSources, now: number, zone: string): Due[] {
  const { timer, prompt, checkIn, records } = sources;
  const asking = DUE_TABLES.flatMap((table) =>
    records[table].flatMap((row) => {
      const since = asksSince(table, row, now, zone);
      return since === undefined ? [] : [{ since, item: { what: 'record', table, row } as const }];
    })
  );
  const ofNight = asking.filter(({ item }) => item.table === 'groundings');
  const dated = [
    ...(checkIn ? [{ since: checkIn, item: { what: 'check-in', on: checkIn } as const }] : []),
    ...asking.filter((one) => !ofNight.includes(one))
  ];
  return [
    ...(timer && ringsAtEnd(timer) && !isStale(timer, now)
      ? [{ what: 'timer', timer } as const]
      : []),
    ...(prompt ? [{ what: 'prompt', due: prompt } as const] : []),
    ...ofNight.map(({ item }) => item),
    // The sort is stable: within a day the order above stays.
    ...dated.sort((one, other) => compareDays(one.since, other.since)).map(({ item }) => item)
  ];
}

/** Whether a thing asks for its answer now. A timer that still runs only shows the time left. */
export function isDueNow(one: Due, now: number): boolean {
  return one.what !== 'timer' || hasEnded(one.timer, now);
}

/** Identifies a due thing among the others. */
export function dueKey(one: Due): string {
  switch (one.what) {
    case 'timer':
      return `timer ${one.timer.startedAt}`;
    case 'prompt':
      return `prompt ${slotKey(one.due.slot)}`;
    case 'check-in':
      return `check-in ${one.on}`;
    case 'record':
      return one.row.id;
  }
}
