import type { Live } from '#lib/store/live.ts';
import { due as duePrompt } from '#lib/reminders/model/due.ts';
import type { Fear } from '#lib/practices/fear/record.ts';
import type { PromiseMade } from '#lib/practices/promise/record.ts';
import type { SharedTime } from '#lib/practices/together/record.ts';
import { allDue, type Due } from './model/due.ts';
import { account } from '#lib/account/account.svelte.ts';
import { database } from '#lib/practices/store/lazy.ts';
import { here, now, today } from '#lib/time/clock.ts';

interface Lives {
  promises: Live<PromiseMade[]>;
  plans: Live<SharedTime[]>;
  fears: Live<Fear[]>;
}

type Database = Awaited<typeof database>;

/** Watches the database for what is due. Loaded only where something may be. */
class DueView {
  #database: Database | undefined = $state.raw();
  // Locking or erasing drops what was read.
  readonly #lives: Lives | undefined = $derived(
    this.#database &&
      account.lock !== 'locked' &&
      account.lock !== 'damaged' &&
      account.connection !== 'erased'
      ? livesOf(this.#database)
      : undefined
  );

  constructor() {
    void database.then((loaded) => (this.#database = loaded));
  }

  /** The most urgent first; undefined until everything has been read. */
  readonly list: readonly Due[] | undefined = $derived.by(() => {
    const { reminders, answers, rules, timer, checkInOn } = account;
    const promises = this.#lives?.promises.current;
    const plans = this.#lives?.plans.current;
    const fears = this.#lives?.fears.current;
    if (!reminders || !answers || !rules || timer === undefined) return undefined;
    if (!promises || !plans || !fears) return undefined;
    const prompt = duePrompt(reminders, answers, rules, now(), here());
    const sources = { timer, prompt, checkIn: checkInOn, promises, plans, fears };
    return allDue(sources, now(), today());
  });
}

function livesOf({ allOf, Live }: Database): Lives {
  return {
    promises: new Live(() => allOf('promises')),
    plans: new Live(() => allOf('sharedTimes')),
    fears: new Live(() => allOf('fears'))
  };
}

/** What is due, in this tab. */
export const dueView = new DueView();
