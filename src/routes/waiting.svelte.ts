import type { Live } from '#lib/db/live.ts';
import { due } from '#lib/domain/due.ts';
import type { Fear } from '#lib/domain/practice/fear.ts';
import type { PromiseMade } from '#lib/domain/practice/promise.ts';
import type { SharedTime } from '#lib/domain/practice/sharedTime.ts';
import { waiting, type Waiting } from '#lib/domain/practice/waiting.ts';
import { account } from './account.svelte.ts';
import { database } from './practice/database.ts';
import { here, now, today } from './clock.ts';

interface Lives {
  promises: Live<PromiseMade[]>;
  plans: Live<SharedTime[]>;
  fears: Live<Fear[]>;
}

/** All that waits for the person. Loaded only where something may. */
class WaitingView {
  #lives: Lives | undefined = $state.raw();

  constructor() {
    void database.then(({ allOf, Live }) => {
      this.#lives = {
        promises: new Live(() => allOf('promises')),
        plans: new Live(() => allOf('sharedTimes')),
        fears: new Live(() => allOf('fears'))
      };
    });
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

export const waitingView = new WaitingView();
