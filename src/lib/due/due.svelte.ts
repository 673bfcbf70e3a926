import { whileReadable } from '#lib/store/whileReadable.svelte.ts';
import { due as duePrompt } from '#lib/reminders/model/due.ts';
import { allDue, type Due } from './model/due.ts';
import { eachDueTable, type ByDueTable } from './model/dueOn.ts';
import { currentTimer } from '#lib/practices/pause/currentTimer.ts';
import { liveRecords } from '#lib/practices/liveRecords.ts';
import { reminders } from '#lib/reminders/reminders.svelte.ts';
import { checkInOn } from './mayBeDue.ts';
import { here, now } from '#lib/time/clock.ts';

/** Watches the database for what is due. Loaded only where something may be. */
class DueView {
  readonly #lives = whileReadable(() => eachDueTable((table) => liveRecords(table)));

  /** The most urgent first; undefined until everything has been read. */
  readonly list: readonly Due[] | undefined = $derived.by(() => {
    const { all, answers, rules } = reminders;
    const timer = currentTimer();
    const records = eachDueTable((table) => this.#lives.current?.[table].current);
    if (!all || !answers || !rules || timer === undefined || !isRead(records)) return undefined;
    const prompt = duePrompt(all, answers, rules, now(), here());
    return allDue({ timer, prompt, checkIn: checkInOn(), records }, now(), here());
  });
}

function isRead<T>(records: ByDueTable<T | undefined>): records is ByDueTable<T> {
  return !Object.values(records).includes(undefined);
}

/** What is due, in this tab. */
export const dueView = new DueView();
