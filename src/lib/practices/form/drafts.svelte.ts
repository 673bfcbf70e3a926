import { asOf } from '#lib/store/clash.svelte.ts';
import { Draft } from '#lib/store/draft.svelte.ts';

/** What a form holds: of a new record, or of the one with that id. */
interface Fields {
  id: string;
  /** When the record was last written before the form began with it. */
  since: number;
}

/**
 * The half-written work of one practice: what is being written anew, and what is being changed.
 * Neither is lost to the other. Make one while a page is made.
 */
export class Drafts<
  Value extends Fields,
  Row extends { readonly id: string; readonly updatedAt: number }
> {
  readonly #fresh: Draft<Value>;
  readonly #changed: Draft<Value>;
  readonly #records: () => readonly Row[] | undefined;
  #last: Row | undefined;

  /**
   * The record that is being changed, as the form began with it; undefined while a new one is written.
   * Deleted elsewhere it's as it was last.
   */
  readonly before: Row | undefined = $derived.by(() => {
    const { id, since } = this.#changed.value;
    this.#last = this.#records()?.find((row) => row.id === id) ?? this.#last;
    return this.#last?.id === id ? asOf(this.#last, since) : undefined;
  });
  /** What the form holds. */
  readonly current: Draft<Value> = $derived.by(() => (this.before ? this.#changed : this.#fresh));
  readonly isReady: boolean = $derived.by(
    () => this.#records() !== undefined && this.#fresh.isReady && this.#changed.isReady
  );

  /**
   * @param key the practice's name
   * @param blank what a form for a new record begins with; its id is empty
   * @param records undefined until they have been read
   */
  constructor(key: string, blank: Value, records: () => readonly Row[] | undefined) {
    this.#fresh = new Draft(key, blank);
    this.#changed = new Draft(`${key}/changed`, blank);
    this.#records = records;
  }

  /** Forgets what was half changed in a record that is gone. */
  async forget(id: string): Promise<void> {
    if (this.#changed.value.id === id) await this.#changed.clear();
  }

  /** Changes a record, from what it holds now. */
  edit(value: Value): void {
    this.#changed.value = { ...value };
  }
}
