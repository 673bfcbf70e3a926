import { keepDraft, readDraft } from '#lib/store/index.ts';
import type { PracticeRows, PracticeTable } from '../registry.ts';
import type { Practice } from './practice.svelte.ts';

/**
 * Which older record of a page is open to be changed. After a reload the one that was opened last is
 * open again; until then each tab has its own. Make one while a page is made.
 */
export class Opened<Table extends PracticeTable> {
  readonly #key: string;
  /** Empty where none is open; undefined until that's known. */
  #id: string | undefined = $state();
  #last: PracticeRows[Table] | undefined;

  /** Undefined where none is open, or it was deleted here. Deleted elsewhere it's as it was last. */
  readonly record: PracticeRows[Table] | undefined;

  constructor(practice: Practice<Table>) {
    this.#key = `${practice.table}/open`;
    this.record = $derived.by(() => {
      const found = practice.records?.find(({ id }) => id === this.#id);
      if (found) this.#last = found;
      const isKnown = this.#last && this.#last.id === this.#id && !practice.hasRemoved(this.#last);
      return found ?? (isKnown ? this.#last : undefined);
    });
    void this.#begin();
  }

  /** Whether it is known what is open. */
  get isReady(): boolean {
    return this.#id !== undefined;
  }

  /** Opens a record, from what it holds now. */
  open({ id }: PracticeRows[Table]): void {
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
