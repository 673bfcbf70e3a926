import { untrack } from 'svelte';
import { BreathSenses } from './breathSenses.svelte.ts';
import { hasEnded, isSameTimer, type Timer } from './model/timer.ts';
import { currentTimer } from './currentTimer.ts';
import { keepTimer, loadTimer } from '../store/index.ts';
import { chime } from './sound.ts';
import { nowFinely } from './ticker.ts';
import { touch } from './vibrate.ts';

/** What runs by the clock in a pause, heard and felt where the user wants that. Make one while a page is made. */
export class Timing {
  /** What this page has set, until the database says the same: it counts at once. */
  #set: Timer | null | undefined = $state.raw();
  /** The start of a timer that was seen running. */
  #seen: number | undefined;

  /** Null where nothing runs; undefined until that is known. */
  readonly timer: Timer | null | undefined = $derived(
    this.#set === undefined ? currentTimer() : this.#set
  );
  readonly isOver = $derived(Boolean(this.timer && hasEnded(this.timer, nowFinely())));
  readonly isBreathing = $derived(this.timer?.way === 'breathing' && !this.isOver);
  readonly senses = new BreathSenses(() => (this.isBreathing ? this.timer : undefined));

  constructor() {
    $effect(() => {
      if (this.#set !== undefined && isSameTimer(currentTimer(), this.#set)) this.#set = undefined;
    });
    $effect(() => {
      const { timer, isOver } = this;
      if (timer && isOver) untrack(() => this.#tellEnd(timer));
      else if (timer) this.#seen = timer.startedAt;
    });
  }

  /**
   * Starts, changes or (null) ends what runs. Where that cannot be kept it holds for as long as the
   * page is there.
   */
  set(timer: Timer | null): void {
    const before = this.timer ?? null;
    this.#set = timer;
    keepTimer(timer, before)
      .then(() => this.#look(timer))
      .catch(() => undefined);
  }

  /** Another tab may have put something else in its place before this one was told of it. */
  async #look(set: Timer | null): Promise<void> {
    const stored = await (await loadTimer()).currentTimer();
    if (this.#set === set) this.#set = stored;
  }

  /** To whoever saw it run, and looks. */
  #tellEnd({ startedAt, way }: Timer): void {
    const isSeen = this.#seen === startedAt && document.visibilityState === 'visible';
    this.#seen = undefined;
    if (!isSeen) return;
    touch('end');
    if (way !== 'breathing' || this.senses.isSounding) chime();
  }
}
