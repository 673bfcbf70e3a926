import { Draft } from '#lib/store/draft.svelte.ts';
import type { PracticeRows, PracticeTable } from '../registry.ts';
import type { Practice } from './practice.svelte.ts';

/**
 * Which older record of a page is open to be changed. It's open again after a reload. Make one while
 * a page is made.
 */
export class Opened<Table extends PracticeTable> {
  readonly #open: Draft<{ id: string }>;

  /** Undefined where none is open, or the one that was is gone. */
  readonly record: PracticeRows[Table] | undefined;

  constructor(practice: Practice<Table>) {
    this.#open = new Draft(`${practice.table}/open`, { id: '' });
    this.record = $derived(practice.records?.find(({ id }) => id === this.#open.value.id));
  }

  /** Whether it is known what is open. */
  get isReady(): boolean {
    return this.#open.isReady;
  }

  /** Opens a record, from what it holds now. */
  open({ id }: PracticeRows[Table]): void {
    this.#open.value.id = id;
  }

  /** Closes the form. */
  close(): void {
    void this.#open.clear();
  }
}
