import { prefer, preferences } from '#lib/store/preferences.ts';
import { breathAt, type Timer } from './model/timer.ts';
import { playBreaths } from './sound.ts';
import { nowFinely } from './ticker.ts';
import { canTouch, touch } from './vibrate.ts';

/** Slow breathing, heard and felt where the user wants that. Make one while a page is made. */
export class BreathSenses {
  isSounding = $state(false);
  readonly isTouching = $derived(canTouch() && preferences.current.breathTouch);
  readonly #breathing: () => Timer | null | undefined;
  // Apart from the timer, which is another object whenever it is read anew.
  readonly #startedAt = $derived.by(() => this.#breathing()?.startedAt);
  readonly #endsAt = $derived.by(() => this.#breathing()?.endsAt);
  readonly #phase = $derived.by(() => {
    const startedAt = this.#startedAt;
    return startedAt === undefined ? undefined : breathAt({ startedAt }, nowFinely()).phase;
  });

  /** @param breathing what runs, while it's not over */
  constructor(breathing: () => Timer | null | undefined) {
    this.#breathing = breathing;
    $effect(() => {
      const [startedAt, endsAt] = [this.#startedAt, this.#endsAt];
      if (!this.isSounding || startedAt === undefined || endsAt === undefined) return;
      return playBreaths({ startedAt, endsAt }, Date.now());
    });
    $effect(() => {
      if (this.isTouching && this.#phase) touch(this.#phase);
    });
  }

  /** Begins as the user had it last. */
  begin(): void {
    this.isSounding = preferences.current.breathSound;
  }

  /** Lets the breath be heard, or no longer. */
  sound(): void {
    this.isSounding = !this.isSounding;
    prefer({ breathSound: this.isSounding });
  }

  /** Lets the breath be felt, or no longer. */
  feel(): void {
    prefer({ breathTouch: !preferences.current.breathTouch });
  }
}
