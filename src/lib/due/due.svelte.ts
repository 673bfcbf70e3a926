import { whileReadable } from '#lib/store/whileReadable.svelte.ts';
import { due as duePrompt } from '#lib/reminders/model/due.ts';
import { allDue, type Due } from './model/due.ts';
import { currentTimer } from '#lib/practices/pause/currentTimer.ts';
import { liveRecords } from '#lib/practices/liveRecords.ts';
import { reminders } from '#lib/reminders/reminders.svelte.ts';
import { checkInOn } from './mayBeDue.ts';
import { here, now } from '#lib/time/clock.ts';

/** Watches the database for what is due. Loaded only where something may be. */
class DueView {
  readonly #lives = whileReadable(() => ({
    pauses: liveRecords('groundings'),
    promises: liveRecords('promises'),
    plans: liveRecords('sharedTimes'),
    fears: liveRecords('fears'),
    requests: liveRecords('requests')
  }));

  /** The most urgent first; undefined until everything has been read. */
  readonly list: readonly Due[] | undefined = $derived.by(() => {
    const { all, answers, rules } = reminders;
    const timer = currentTimer();
    const pauses = this.#lives.current?.pauses.current;
    const promises = this.#lives.current?.promises.current;
    const plans = this.#lives.current?.plans.current;
    const fears = this.#lives.current?.fears.current;
    const requests = this.#lives.current?.requests.current;
    if (!all || !answers || !rules || timer === undefined) return undefined;
    if (!pauses || !promises || !plans || !fears || !requests) return undefined;
    const prompt = duePrompt(all, answers, rules, now(), here());
    const dated = { pauses, promises, plans, fears, requests };
    const sources = { timer, prompt, checkIn: checkInOn(), ...dated };
    return allDue(sources, now(), here());
  });
}

/** What is due, in this tab. */
export const dueView = new DueView();
