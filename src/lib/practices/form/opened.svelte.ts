import { keepDraft, readDraft } from '#lib/store/index.ts';

/** Records of which one can be open. */
export interface Records<Row> {
  /** Undefined until they have been read. */
  readonly records: readonly Row[] | undefined;
  /** Whether one was removed here. */
  readonly hasRemoved?: (row: Row) => boolean;
}

/**
 * Which older record of a page is open to be changed. After a reload the one that was opened last is
 * open again; until then each tab has its own. Make one while a page is made.
 */
export class Opened<Row extends { readonly id: string }> {
  readonly #key: string;
  /** Empty where none is open; undefined until that's known. */
  #id: string | undefined = $state();
  #last: Row | undefined;

  /** Undefined where none is open, or it was deleted here. Deleted elsewhere it's as it was last. */
  readonly record: Row | undefined;

  /** @param place what the page, or its part, is called */
  constructor(place: string, from: Records<Row>) {
    this.#key = `${place}/open`;
    this.record = $derived.by(() => {
      const found = from.records?.find(({ id }) => id === this.#id);
      if (found) this.#last = found;
      const isKnown = this.#last && this.#last.id === this.#id && !from.hasRemoved?.(this.#last);
      return found ?? (isKnown ? this.#last : undefined);
    });
    void this.#begin();
  }

  /** Whether it is known what is open. */
  get isReady(): boolean {
    return this.#id !== undefined;
  }

  /** Opens a record, from what it holds now. */
  open({ id }: Row): void {
    this.#keep(id);
  }

  /** Closes the form. */
  close(): void {
    this.#keep('');
  }

  async #begin(): Promise<void> {
    const kept = await readDraft(this.#key).catch(() => undefined);
    this.#id ??= String((Object(kept) as { id?: unknown }).id ?? '');
  }

  #keep(id: string): void {
    const before = this.#id;
    this.#id = id;
    const stored = (id: string | undefined) => (id ? { id } : undefined);
    // Where that can't be kept, the words of the form still are: only the form isn't open by itself.
    keepDraft(this.#key, stored(id), stored(before)).catch(() => undefined);
  }
}
