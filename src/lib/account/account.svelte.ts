import { live, type Live } from '#lib/store/live.ts';
import { preferences } from '#lib/store/preferences.ts';
import { whileReadable } from '#lib/store/whileReadable.svelte.ts';
import { statements, type Statement } from './model/statement.ts';
import type { Day } from '#lib/time/day.ts';
import { weekOf } from '#lib/time/week.ts';
import type { Entry } from './model/entry.ts';
import { countMoments, talliesBetween, talliesUntil, type Tally } from './model/tally.ts';
import { readerFirstDay } from '#lib/device/reader.ts';
import { today } from '#lib/time/clock.ts';
import { loadQueries } from './store/index.ts';

/** The account as every page reads it. Each value is undefined until it has been read. */
class AccountView {
  readonly #lives = whileReadable(() => ({
    tallies: live(loadQueries, 'allTallies'),
    terms: live(loadQueries, 'currentTerms'),
    pauses: live(loadQueries, 'currentPauses'),
    acts: live(loadQueries, 'currentActs'),
    partner: live(loadQueries, 'currentPartner')
  }));

  /** In the order of their days, also of days after today. */
  get tallies() {
    return this.#lives.current?.tallies.current;
  }

  /** The tallies that count so far: those up to today. */
  readonly counted: readonly Tally[] | undefined = $derived(
    this.tallies && talliesUntil(this.tallies, today())
  );

  /** What each kind of entry is worth, and the half-life. */
  get terms() {
    return this.#lives.current?.terms.current;
  }

  /** The days on which nothing fades. */
  get pauses() {
    return this.#lives.current?.pauses.current;
  }

  /** The acts of the pad, hidden ones too. */
  get acts() {
    return this.#lives.current?.acts.current;
  }

  /** What the user calls their partner; '' where they gave no name. */
  get partner() {
    return this.#lives.current?.partner.current;
  }

  /** The entries of a span of days, both ends included, as a value that stays up to date. */
  entriesBetween(from: Day, to: Day): Live<Entry[]> {
    return live(loadQueries, 'entriesBetween', from, to);
  }

  /** The entries of some days, as a value that stays up to date. */
  entriesOn(days: readonly Day[]): Live<Entry[]> {
    return live(loadQueries, 'entriesOn', days);
  }

  /** On which weeks begin: as chosen on this device, else as where the reader lives. */
  get firstDay() {
    return preferences.current.firstDay ?? readerFirstDay();
  }

  /** Oldest week first, up to this week; empty where nothing has been logged up to today. */
  readonly statements: Statement[] | undefined = $derived.by(() => {
    const { tallies, terms, pauses } = this;
    if (!tallies || !terms || !pauses) return undefined;
    return statements(tallies, terms, pauses, this.firstDay, today());
  });

  /** How many of this week's moments were good, and how many missed or hard. */
  readonly momentsThisWeek = $derived.by(() => {
    if (!this.counted || !this.statements) return undefined;
    const { start } = weekOf(today(), this.firstDay);
    return countMoments(talliesBetween(this.counted, start, today()));
  });
}

/** The one view of the account that all pages share. */
export const account = new AccountView();
