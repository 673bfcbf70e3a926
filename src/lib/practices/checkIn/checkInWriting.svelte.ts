import { m } from '#i18n/paraglide/messages.js';
import { account } from '#lib/account/account.svelte.ts';
import { thanksWords } from '#lib/account/thanks.ts';
import { isSame } from '#lib/record/same.ts';
import { Draft } from '#lib/store/draft.svelte.ts';
import { live } from '#lib/store/live.ts';
import { here, now, today } from '#lib/time/clock.ts';
import { stamp } from '#lib/time/stamp.ts';
import { weekFrom, type Week } from '#lib/time/week.ts';
import { toTop } from '#lib/ui/focus.ts';
import { keepOrAsk, type Undo } from '../form/announce.ts';
import type { Practice } from '../form/practice.svelte.ts';
import { requestRecord } from '../gently/record.ts';
import { loadCheckIn } from '../store/index.ts';
import { weekOfCheckIn, worthThanks } from './model/checkIn.ts';
import { nextAfter } from './model/checkInTime.ts';
import { checkInRecord, type CheckIn } from './record.ts';
import {
  BLANK,
  dayFault,
  newIds,
  recordsOf,
  thanksAsked,
  THANKS_STEP,
  type Fields
} from './saveCheckIn.ts';
import { weekLine } from './weekLine.ts';

const DAY_FAULTS = {
  promise: m.check_in_fault_promise_day,
  together: m.check_in_fault_together_day
};

/** The check-in that is being written, and what the week proposes for it. Make one while a page is made. */
export class CheckInWriting {
  readonly #practice: Practice<'checkIns'>;
  readonly draft = new Draft<Fields>('check-in', BLANK);
  /** Why it can't be saved. */
  error: string | undefined = $state();
  /** It was saved just now, on this page. */
  isFresh = $state(false);
  /** Another one was asked for. */
  #isAnother = $state(false);
  readonly #rules = live(loadCheckIn, 'currentCheckIn');

  /** Whether it's known what to show: the form, or the one that's done. */
  readonly isReady: boolean = $derived.by(() =>
    Boolean(this.draft.isReady && this.#practice.records && this.#rules.current)
  );
  readonly #last = $derived.by(() => this.#practice.records?.find(({ day }) => day <= today()));
  /** When the next one comes after the last; undefined where there is none. */
  readonly #next = $derived.by(() => {
    const rules = this.#rules.current;
    return rules && this.#last && nextAfter(rules, this.#last.day, here());
  });
  /** The last one, until the next is due; undefined where another is begun. */
  readonly kept: CheckIn | undefined = $derived.by(() => {
    if (!this.#last || !this.#next || this.#isAnother || this.draft.hasStarted) return undefined;
    return now() < this.#next.at ? this.#last : undefined;
  });
  /** Whether two look at the page, as far as it's known. */
  readonly isTogether: boolean = $derived.by(() =>
    this.kept ? this.isFresh && this.kept.isTogether : this.draft.value.isTogether
  );
  /** When the next one comes; undefined where none does. */
  readonly next = $derived.by(() => (this.#rules.current?.isOn ? this.#next : undefined));
  readonly #week = $derived.by(
    () => this.#practice.records && weekOfCheckIn(today(), account.firstDay)
  );
  readonly #logged = $derived.by(
    () => this.#week && account.entriesBetween(this.#week.start, today())
  );
  /** What it looks back on. One that was begun earlier stays with its own week. */
  readonly week: Week | undefined = $derived.by(() => {
    const { hasSeen, week } = this.draft.value;
    return hasSeen && week ? weekFrom(week) : this.#week;
  });
  /** What the log says of the week. */
  readonly line: string = $derived.by(() => weekLine(this.week?.start));

  /**
   * The line that the record keeps, as it reads now: more may have been logged since it was proposed.
   * It's empty together, since the account is nobody else's, and in the short form, which doesn't ask.
   */
  readonly keptLine: string = $derived.by(() => {
    const { line, isTogether, isShort } = this.draft.value;
    return isTogether || isShort ? '' : line && (this.line || line);
  });

  constructor(practice: Practice<'checkIns'>) {
    this.#practice = practice;
    $effect(() => this.#propose());
  }

  /** What is being written, in the user's own words. */
  get texts(): readonly string[] {
    const { isTogether, request, vow } = this.draft.value;
    // Nothing on the page speaks of a first impulse while the other one looks on.
    const seen = isTogether ? { ...request, impulse: '' } : request;
    return [...checkInRecord.words(this.draft.value), ...requestRecord.words(seen), vow.text];
  }

  /** Saves the check-in, and all that was made in it. Undone, it stands in the form again. */
  async save(): Promise<void> {
    const fields = $state.snapshot(this.draft.value);
    const fault = dayFault(fields);
    this.error = fault && DAY_FAULTS[fault]();
    if (fault) return;
    const written = { ...fields, line: this.keptLine };
    const { checkIn, records: made, entry } = recordsOf(written, stamp());
    const records = made.map((record) => ({ ...record, draft: this.draft.key }));
    this.error = checkInRecord.fault(checkIn) && m.practice_empty();
    if (this.error) return;
    let undo: Undo | undefined;
    const save = async () => (undo = await keepOrAsk(records, entry));
    const back = async () => {
      await undo?.();
      this.draft.value = fields;
    };
    const text = entry ? m.check_in_kept_together() : m.check_in_kept();
    if (await this.draft.finish(() => this.#practice.tell(text, save, back))) {
      this.isFresh = true;
      this.#isAnother = false;
    }
  }

  /** Empties the form. Resolves with the way back. */
  async anew(): Promise<() => Promise<void>> {
    // The way back stands in the form: the one that's done doesn't take its place.
    this.#isAnother = true;
    const back = await this.draft.putAway();
    toTop();
    return back;
  }

  /** Begins another one. */
  another(): void {
    this.#isAnother = true;
    this.#practice.dismiss();
    toTop();
  }

  /**
   * Writes what the week proposes into the form. Once it was seen it is the person's own text, but for
   * what the other length proposed: that nobody has touched.
   */
  #propose(): void {
    const { value } = this.draft;
    const logged = this.#logged?.current;
    const week = this.#week;
    // Who has only looked at the page leaves no draft.
    if (!this.draft.isReady || value.step === 0) return;
    if (!logged || !week || !account.statements) return;
    const worth = (isShort: boolean) => worthThanks(logged, thanksAsked({ isShort }));
    const proposed = (isShort: boolean) => thanksWords(worth(isShort), today());
    const thanks = proposed(value.isShort);
    const isOther = value.week === week.start && isSame(value.thanks, proposed(!value.isShort));
    if (value.hasSeen && (!isOther || isSame(value.thanks, thanks))) return;
    value.hasSeen = value.step >= THANKS_STEP;
    value.ids = value.ids.length > 0 ? value.ids : newIds(() => stamp().id);
    value.week = week.start;
    value.thanks = thanks;
    value.notes = worth(value.isShort).map(({ note = '' }) => note);
    value.line = this.line;
  }
}
