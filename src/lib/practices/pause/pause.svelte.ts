import { untrack } from 'svelte';
import { m } from '#i18n/paraglide/messages.js';
import { here } from '#lib/time/clock.ts';
import { withWay } from './model/ways.ts';
import { pauseRecord, type PauseFacts, type PauseMade, type Way } from './record.ts';
import {
  BREAK_MIN,
  breakUntil,
  isStale,
  lasting,
  newTimer,
  USUAL_LENGTH,
  wasDone,
  type Timer
} from './model/timer.ts';
import { pauseName } from './words.ts';
import { stamp } from '#lib/time/stamp.ts';
import { alone } from '#lib/device/webLock.ts';
import { Draft } from '#lib/store/draft.svelte.ts';
import { readDraft } from '#lib/store/index.ts';
import { toTop } from '#lib/ui/focus.ts';
import { keepOrAsk, type Undo } from '../form/announce.ts';
import { Practice } from '../form/practice.svelte.ts';
import { keepAwake } from './wakeLock.ts';
import { isInSight } from '#lib/ui/inSight.ts';
import { Timing } from './timer.svelte.ts';
import { BLANK, isOver, pauseOf, PUTTING_AWAY, type Stage, type Unkept } from './unsavedPause.ts';

/** One pause, from its first breath to its words. Make one while a page is made. */
export class Pausing {
  readonly practice = new Practice('groundings');
  readonly draft = new Draft<Unkept>('pause', BLANK);
  readonly timing = new Timing();
  /** Something was begun on this page: the focus follows. */
  isFresh = $state(false);
  error: string | undefined = $state();

  #keptId = $state('');
  /** The pause that was kept just now; undefined once that is undone or another one is begun. */
  readonly kept: PauseMade | undefined = $derived.by(() =>
    this.practice.records?.find(({ id }) => id === this.#keptId)
  );

  #isReminding = false;
  /** What stood in the form when it was last looked at. */
  #written: string | undefined;
  readonly #isBusy = $derived(
    this.timing.isBreathing || ['senses', 'body'].includes(this.draft.value.stage)
  );

  constructor() {
    $effect(() => {
      const { timer, isOver } = this.timing;
      // Out of sight it waits, so that its end can be told: it goes with the timer.
      if (timer && isOver && this.draft.isReady && isInSight()) untrack(() => this.#end(timer));
    });
    $effect(() => {
      // Also when one comes back to a page that was left open.
      const isReady = this.draft.isReady && isInSight();
      if (isReady && this.timing.timer === null) untrack(() => void this.#keepOld());
    });
    $effect(() => (this.#isBusy ? keepAwake() : undefined));
    $effect(() => {
      const written = JSON.stringify({ ...this.draft.value, touchedAt: 0 });
      if (this.draft.isReady) untrack(() => this.#touch(written));
    });
  }

  /** Whether it is known what runs, and what was not kept. */
  get isReady(): boolean {
    return this.timing.timer !== undefined && this.draft.isReady;
  }

  /** Whether there is more to keep than what may be said before one begins. */
  get hasBegun(): boolean {
    const { ways, feeling, because, rootNote, alsoHelped } = this.draft.value;
    return ways.length > 0 || feeling + because + rootNote + alsoHelped !== '';
  }

  /** Begins a way. */
  start(way: Way): void {
    this.#keptId = '';
    this.practice.dismiss();
    if (way === 'senses' || way === 'body') this.#go(way, { place: 0 });
    else if (way === 'break') this.#go('agree');
    else this.#run(newTimer(way, USUAL_LENGTH[way], Date.now()));
    if (way === 'breathing') this.timing.senses.begin();
  }

  /** Starts a shared break until the two are back together. It counts from when that was told. */
  startBreak(back: number, since = Date.now()): void {
    this.#run(breakUntil(back, since));
  }

  /** Another break, since the last one was not enough. */
  moreBreak(): void {
    this.#run(newTimer('break', BREAK_MIN, Date.now()));
  }

  /** Gives what runs another length. */
  lengthen(minutes: number): void {
    const { timer } = this.timing;
    if (timer) this.timing.set(lasting(timer, minutes));
  }

  /** Ends what runs by the clock. */
  stop(): void {
    const { timer } = this.timing;
    if (!timer) return;
    if (wasDone(timer, Date.now())) this.finish(timer.way);
    else this.leave();
  }

  /** A way was done. */
  finish(way: Way): void {
    this.timing.set(null);
    this.draft.value = withWay(this.draft.value, way);
    this.#go('after', { last: way });
  }

  /** Back to where all ways are. What was done and said so far stays. */
  leave(): void {
    if (this.timing.timer) this.timing.set(null);
    this.#go('start');
    toTop();
  }

  /** On to putting it into words. */
  name(): void {
    this.#keptId = '';
    this.#go('words', { step: 0 });
  }

  /** Marks what was done last as something that helped, or not. */
  mark(hasHelped: boolean): void {
    const { helped, last } = this.draft.value;
    const others = helped.filter((way) => way !== last);
    this.draft.value.helped = hasHelped ? [...others, last] : others;
  }

  /** Keeps the pause as it is now. */
  async keep(): Promise<void> {
    const facts = this.#facts();
    this.error = pauseRecord.fault(facts) && m.pause_empty();
    if (this.error) return;
    const text = m.pause_kept({ what: pauseName(facts) });
    const record = pauseRecord.create(facts, stamp());
    if (!(await this.#keep(record, text))) return;
    this.#keptId = record.id;
    toTop();
  }

  /** Has the pause, or the one that was just kept, ask to be looked at again from an instant on. */
  async remind(lookAt: number, text: string): Promise<void> {
    const { kept } = this;
    const facts = { ...this.#facts(), lookAt };
    if (kept) return this.#remindOf(kept, facts, text);
    const record = pauseRecord.create(facts, stamp());
    if (await this.#keep(record, text)) this.#keptId = record.id;
  }

  /** What else stands in the form by now belongs to the next pause. */
  async #remindOf(kept: PauseMade, { lookAt, unsent }: PauseFacts, text: string): Promise<void> {
    if (this.#isReminding) return;
    this.#isReminding = true;
    const row = pauseRecord.amend(kept, { lookAt, unsent: unsent ?? kept.unsent }, Date.now());
    const { message } = this.draft.value;
    let undo: Undo | undefined;
    const isKept = await this.practice.tell(
      text,
      async () => (undo = await keepOrAsk([{ table: 'groundings', row, before: kept }])),
      async () => {
        await undo?.();
        this.draft.value.message ||= message;
      }
    );
    if (isKept) this.draft.value.message = '';
    this.#isReminding = false;
  }

  /** Lets go of what was not kept. */
  async anew(): Promise<void> {
    const nothing = async () => undefined;
    const text = m.pause_let_go_of({ what: pauseName(this.#facts()) });
    if (await this.#clear(text, nothing, nothing)) toTop();
  }

  /** What is written counts as work on it too; what was read from the device or another tab, or is blank, does not. */
  #touch(written: string): void {
    const isNew = this.#written !== undefined && written !== this.#written;
    this.#written = written;
    if (isNew && this.draft.isUnkept && written !== JSON.stringify(BLANK))
      this.draft.value.touchedAt = Date.now();
  }

  #run(timer: Timer): void {
    this.timing.set(timer);
    this.#go('start');
  }

  #go(stage: Stage, more: Partial<Unkept> = {}): void {
    this.isFresh = true;
    this.error = undefined;
    Object.assign(this.draft.value, more, { stage, touchedAt: Date.now() });
  }

  #end(timer: Timer): void {
    if (isStale(timer, Date.now())) this.timing.set(null);
    // From a break the two come back by themselves.
    else if (timer.way !== 'break') this.finish(timer.way);
  }

  /** A pause that was left long ago is kept as it was, on its day, and is not in the way of this one. */
  async #keepOld(): Promise<void> {
    if (isOver(this.draft.value, Date.now())) await alone(PUTTING_AWAY, () => this.#putAway());
  }

  async #putAway(): Promise<void> {
    // Another tab may have been first, and this page be told of it only later.
    if ((await readDraft(this.draft.key)) === undefined) return;
    const { touchedAt } = this.draft.value;
    const facts = this.#facts(touchedAt);
    const record = pauseRecord.create(facts, { ...stamp(), now: touchedAt });
    const text = m.pause_kept_before({ what: pauseName(facts) });
    const isWorth = this.hasBegun || facts.trigger !== '' || facts.unsent !== undefined;
    await (isWorth ? this.#keep(record, text) : this.draft.clear());
  }

  /** Keeps a record of what stands in the form. */
  #keep(record: PauseMade, text: string): Promise<boolean> {
    let undo: Undo | undefined;
    return this.#clear(
      text,
      async () =>
        (undo = await keepOrAsk([{ table: 'groundings', row: record, draft: this.draft.key }])),
      async () => undo?.()
    );
  }

  /** Does something after which the form is empty. Undone, the form is as it was, and worked on now. */
  #clear(
    text: string,
    write: () => Promise<unknown>,
    undo: () => Promise<unknown>
  ): Promise<boolean> {
    const before = $state.snapshot(this.draft.value) as Unkept;
    const back = async () => {
      await undo();
      this.draft.value = { ...before, touchedAt: Date.now() };
    };
    return this.draft.finish(() => this.practice.tell(text, write, back));
  }

  #facts(at = Date.now()): PauseFacts {
    return pauseOf($state.snapshot(this.draft.value) as Unkept, at, here());
  }
}
