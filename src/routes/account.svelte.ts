import { browser } from '$app/env';
import type { Live } from '#lib/db/live.ts';
import { preferences } from '#lib/db/preferences.ts';
import type { Arrangements } from '#lib/domain/account.ts';
import { statements, type Statement } from '#lib/domain/statement.ts';
import type { Tally } from '#lib/domain/tally.ts';
import { localeFirstDay } from '#lib/ui/format.ts';
import { today } from './clock.ts';

type Database = typeof import('#lib/db/index.ts');

/** The database code. It comes after the first paint: no page needs it to show itself. */
export const database: Promise<Database> = browser
  ? import('#lib/db/index.ts')
  : new Promise(() => undefined);

interface Lives {
  tallies: Live<Tally[]>;
  terms: Live<Arrangements['terms']>;
  pauses: Live<Arrangements['pauses']>;
  acts: Live<Arrangements['acts']>;
}

/** The account as every page reads it. Each value is undefined until it has been read. */
class AccountView {
  #lives = $state.raw<Lives>();

  constructor() {
    void database.then(({ Live, allTallies, currentTerms, currentPauses, currentActs }) => {
      this.#lives = {
        tallies: new Live(allTallies),
        terms: new Live(currentTerms),
        pauses: new Live(currentPauses),
        acts: new Live(currentActs)
      };
    });
  }

  /** In the order of their days. */
  get tallies() {
    return this.#lives?.tallies.current;
  }

  get terms() {
    return this.#lives?.terms.current;
  }

  get pauses() {
    return this.#lives?.pauses.current;
  }

  get acts() {
    return this.#lives?.acts.current;
  }

  get firstDay() {
    return preferences.current.firstDay ?? localeFirstDay();
  }

  /** Oldest week first; empty where nothing has been logged. */
  readonly statements: Statement[] | undefined = $derived.by(() => {
    const { tallies, terms, pauses } = this;
    if (!tallies || !terms || !pauses) return undefined;
    return statements(tallies, terms, pauses, this.firstDay, today());
  });
}

export const account = new AccountView();
