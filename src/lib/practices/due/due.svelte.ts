import type { Live } from '#lib/store/live.ts';
import { due } from '#lib/reminders/model/due.ts';
import type { Fear } from '../fear/model/fear.ts';
import type { PromiseMade } from '../promise/model/promise.ts';
import type { SharedTime } from '../together/model/sharedTime.ts';
import { waiting, type Waiting } from './model/due.ts';
import { account } from '#lib/account/account.svelte.ts';
import { database } from '../store/lazy.ts';
import { here, now, today } from '#lib/time/clock.ts';

interface Lives {
  promises: Live<PromiseMade[]>;
  plans: Live<SharedTime[]>;
  fears: Live<Fear[]>;
}

type Database = Awaited<typeof database>;

/** All that waits for the person. Loaded only where something may. */
class WaitingView {
  #database: Database | undefined = $state.raw();
  // Once locked or erased, what was read is let go of.
  readonly #lives: Lives | undefined = $derived(
    this.#database && account.lock !== 'locked' && account.connection !== 'erased'
      ? livesOf(this.#database)
      : undefined
  );

  constructor() {
    void database.then((loaded) => (this.#database = loaded));
  }

  /** The most due first; undefined until all of it has been read. */
  readonly list: readonly Waiting[] | undefined = $derived.by(() => {
    const { reminders, answers, rules, timer, checkInOn } = account;
    const promises = this.#lives?.promises.current;
    const plans = this.#lives?.plans.current;
    const fears = this.#lives?.fears.current;
    if (!reminders || !answers || !rules || timer === undefined) return undefined;
    if (!promises || !plans || !fears) return undefined;
    const prompt = due(reminders, answers, rules, now(), here());
    const watched = { timer, prompt, checkIn: checkInOn, promises, plans, fears };
    return waiting(watched, now(), today());
  });
}

function livesOf({ allOf, Live }: Database): Lives {
  return {
    promises: new Live(() => allOf('promises')),
    plans: new Live(() => allOf('sharedTimes')),
    fears: new Live(() => allOf('fears'))
  };
}

/** The one of this tab. */
export const waitingView = new WaitingView();
