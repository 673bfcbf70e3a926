import { drawOne, type Drawable } from './model/ideas.ts';

/** One at a time out of a pool that may change meanwhile, none again until all were seen. */
export class Drawing<One extends Drawable> {
  readonly #pool: () => readonly One[];
  readonly #onsee: (seen: readonly string[]) => void;
  #id: string | undefined = $state();
  /** Goes on from each draw at once: what is handed in may take a while to say the same. */
  #seen: readonly string[];

  /** The one that was drawn, while it's in the pool. */
  readonly shown: One | undefined = $derived.by(() =>
    this.#pool().find(({ id }) => id === this.#id)
  );

  /**
   * @param seen the ids of all that were drawn
   * @param onsee hears of what is seen then, which is to be kept
   */
  constructor(
    pool: () => readonly One[],
    seen: () => readonly string[],
    onsee: (seen: readonly string[]) => void
  ) {
    this.#pool = pool;
    this.#onsee = onsee;
    this.#seen = $derived(seen());
  }

  /**
   * Draws another one. Resolves with whether there was one.
   *
   * @param chance from 0 up to but not including 1
   */
  draw(chance: number): boolean {
    const next = drawOne(this.#pool(), this.#seen, chance);
    if (!next) return false;
    this.#id = next.one.id;
    this.#seen = next.seen;
    this.#onsee(next.seen);
    return true;
  }

  /** Puts back what was drawn. */
  clear(): void {
    this.#id = undefined;
  }
}
