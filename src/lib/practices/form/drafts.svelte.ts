import { untrack } from 'svelte';
import { asOf } from '#lib/store/clash.svelte.ts';
import { Draft } from '#lib/store/draft.svelte.ts';
import { Opened, type Records } from './opened.svelte.ts';

/** What a form holds: of a new record, or of the one with that id. */
interface Fields {
  id: string;
  /** When the record was last written before the form began with it. */
  since: number;
}

interface Named {
  readonly id: string;
  readonly updatedAt: number;
}

/**
 * The half-written work of one place: what is being written anew, and what is being changed in each
 * record. None is lost to another. Make one while a page is made.
 */
export class Drafts<Value extends Fields, Row extends Named> {
  readonly #place: string;
  readonly #fresh: Draft<Value>;
  readonly #opened: Opened<Row>;
  #changed: Draft<Value> | undefined = $state.raw();

  /** What the form holds. */
  readonly current: Draft<Value> = $derived.by(() => this.#changed ?? this.#fresh);
  /**
   * The record that is being changed, as the form began with it; undefined while a new one is written.
   * Deleted elsewhere it's as it was last.
   */
  readonly before: Row | undefined = $derived.by(() => {
    const { id, since } = this.current.value;
    const { record } = this.#opened;
    return record?.id === id ? asOf(record, since) : undefined;
  });
  readonly isReady: boolean;

  /**
   * @param place what it's called
   * @param blank what a form for a new record begins with; its id is empty
   * @param begin what the form of an older one begins with
   */
  constructor(place: string, blank: Value, begin: (row: Row) => Value, from: Records<Row>) {
    this.#place = place;
    this.#fresh = new Draft(place, blank);
    this.#opened = new Opened(place, from);
    this.isReady = $derived(
      from.records !== undefined && this.#fresh.isReady && this.#opened.isReady
    );
    const id = $derived(this.#opened.record?.id);
    $effect(() => {
      this.#changed = id === undefined ? undefined : untrack(() => this.#change(id, begin));
    });
  }

  /** The key of what was half changed in a record. */
  keyOf(id: string): string {
    return `${this.#place}/changed/${id}`;
  }

  /** Forgets what was half changed in a record that is gone. */
  async forget(id: string): Promise<void> {
    if (this.#changed?.value.id === id) await this.#changed.clear();
  }

  /** Changes a record: from what was half changed in it, or else from what it holds now. */
  edit(row: Row): void {
    this.#opened.open(row);
  }

  #change(id: string, begin: (row: Row) => Value): Draft<Value> | undefined {
    const { record } = this.#opened;
    return record && new Change(this.keyOf(id), begin(record), () => this.#opened.close());
  }
}

/** What is being changed in an older record: begun anew, the form is closed. */
class Change<Value extends Fields> extends Draft<Value> {
  readonly #close: () => void;

  constructor(key: string, blank: Value, close: () => void) {
    super(key, blank);
    this.#close = close;
  }

  override async clear(): Promise<void> {
    await super.clear();
    // A form that is closed in the same breath would still keep what stood in it.
    this.#close();
  }
}
