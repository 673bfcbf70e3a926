import { browser } from '$app/env';
import type { Live } from '#lib/store/live.ts';
import { preferences } from '#lib/store/preferences.ts';
import type { Arrangements } from './model/arrangements.ts';
import { statements, type Statement } from './model/statement.ts';
import type { Day } from '#lib/time/day.ts';
import type { Entry } from './model/entry.ts';
import type { Timer } from '#lib/practices/pause/model/timer.ts';
import { checkInDue, type CheckInRules } from '#lib/practices/checkIn/model/checkInTime.ts';
import type { Answer, Reminder, ReminderRules } from '#lib/reminders/model/reminder.ts';
import { talliesUntil, type Tally } from './model/tally.ts';
import { localeFirstDay } from '#lib/ui/format.ts';
import { here, now, today } from '#lib/time/clock.ts';

type Database = typeof import('#lib/store/index.ts');

/** The database code. It comes after the first paint: no page needs it to show itself. */
export const database: Promise<Database> = browser
  ? import('#lib/store/index.ts')
  : new Promise(() => undefined);

interface Lives {
  tallies: Live<Tally[]>;
  terms: Live<Arrangements['terms']>;
  pauses: Live<Arrangements['pauses']>;
  acts: Live<Arrangements['acts']>;
  reminders: Live<Reminder[]>;
  answers: Live<Answer[]>;
  rules: Live<ReminderRules>;
  timer: Live<Timer | null>;
  dated: Live<boolean>;
  checkIn: Live<{ rules: CheckInRules; lastAt: number | undefined }>;
}

type ConnectionState = Database['connection']['current'];
type LockState = Database['lock']['current'];

/** The account as every page reads it. Each value is undefined until it has been read. */
class AccountView {
  #database = $state.raw<Database>();
  // Once locked or erased, what was read is let go of.
  readonly #lives: Lives | undefined = $derived(
    this.#database &&
      this.lock !== 'locked' &&
      this.lock !== 'damaged' &&
      this.connection !== 'erased'
      ? livesOf(this.#database)
      : undefined
  );

  constructor() {
    void database.then((loaded) => (this.#database = loaded));
  }

  /** How this tab stands to the database. */
  get connection(): ConnectionState {
    return this.#database?.connection.current ?? 'open';
  }

  /** Whether the account is sealed, and whether this tab may read it. */
  get lock(): LockState {
    return this.#database?.lock.current ?? 'unknown';
  }

  /** In the order of their days, also of days after today. */
  get tallies() {
    return this.#lives?.tallies.current;
  }

  /** The tallies that count so far: those up to today. */
  readonly counted: readonly Tally[] | undefined = $derived(
    this.tallies && talliesUntil(this.tallies, today())
  );

  /** What each kind of entry is worth, and the half-life. */
  get terms() {
    return this.#lives?.terms.current;
  }

  /** The days on which nothing fades. */
  get pauses() {
    return this.#lives?.pauses.current;
  }

  /** The acts of the pad, hidden ones too. */
  get acts() {
    return this.#lives?.acts.current;
  }

  /** In the order in which they were made. */
  get reminders() {
    return this.#lives?.reminders.current;
  }

  /** What became of the prompts, reminder by reminder. */
  get answers() {
    return this.#lives?.answers.current;
  }

  /** What holds for all reminders. */
  get rules() {
    return this.#lives?.rules.current;
  }

  /** What runs by the clock in a pause, or has ended and was not yet seen; null where nothing is. */
  get timer() {
    return this.#lives?.timer.current;
  }

  /** When the check-in comes, and when the last one was made. */
  get checkIn() {
    return this.#lives?.checkIn.current;
  }

  /** The day whose check-in is due; undefined where none is. */
  get checkInOn(): Day | undefined {
    const known = this.checkIn;
    const lastLogged = this.counted?.at(-1)?.day;
    return known && checkInDue({ ...known, lastLogged }, now(), here());
  }

  /** Whether something may be due; undefined until that is known. */
  get mayBeDue(): boolean | undefined {
    const { reminders, timer, tallies, checkIn } = this;
    const isDated = this.#lives?.dated.current;
    if (isDated || reminders?.length || timer || this.checkInOn) return true;
    const isRead = reminders && tallies && checkIn && timer === null && isDated === false;
    return isRead ? false : undefined;
  }

  /** The entries of a span of days, both ends included, as a value that stays up to date. */
  entriesBetween(from: Day, to: Day): Live<Entry[]> | undefined {
    const loaded = this.#database;
    return loaded && new loaded.Live(() => loaded.entriesBetween(from, to));
  }

  /** The entries of some days, as a value that stays up to date. */
  entriesOn(days: readonly Day[]): Live<Entry[]> | undefined {
    const loaded = this.#database;
    return loaded && new loaded.Live(() => loaded.entriesOn(days));
  }

  /** On which weeks begin: as chosen on this device, else as where the reader lives. */
  get firstDay() {
    return preferences.current.firstDay ?? localeFirstDay();
  }

  /** Oldest week first, up to this week; empty where nothing has been logged up to today. */
  readonly statements: Statement[] | undefined = $derived.by(() => {
    const { tallies, terms, pauses } = this;
    if (!tallies || !terms || !pauses) return undefined;
    return statements(tallies, terms, pauses, this.firstDay, today());
  });
}

function livesOf({ Live, ...ask }: Database): Lives {
  return {
    tallies: new Live(ask.allTallies),
    terms: new Live(ask.currentTerms),
    pauses: new Live(ask.currentPauses),
    acts: new Live(ask.currentActs),
    reminders: new Live(ask.allReminders),
    answers: new Live(ask.allAnswers),
    rules: new Live(ask.currentRules),
    timer: new Live(ask.currentTimer),
    dated: new Live(ask.hasDated),
    checkIn: new Live(ask.checkInState)
  };
}

/** The one view of the account that all pages share. */
export const account = new AccountView();
