import { toTop } from '#lib/ui/focus.ts';
import { Opened } from './opened.svelte.ts';
import { Practice } from './practice.svelte.ts';
import type { PracticeRows, PracticeTable } from '../registry.ts';

/**
 * A page of steps: what it works on, a new record or an older one, and what it has just kept. Which
 * older one it is outlives a reload, and so does what is half written in each. Make one while a page
 * is made.
 */
export class Work<Table extends PracticeTable> extends Practice<Table> {
  readonly #opened = new Opened(this.table, this);
  #keptId = $state('');

  /** The record that is being changed; undefined where a new one is being written. */
  readonly editing: PracticeRows[Table] | undefined = $derived(this.#opened.record);

  /** The new record that was just kept; undefined once it is undone or another one is begun. */
  readonly kept: PracticeRows[Table] | undefined = $derived.by(() =>
    this.records?.find(({ id }) => id === this.#keptId)
  );

  /** Whether it is known what is being worked on. */
  get isReady(): boolean {
    return this.records !== undefined && this.#opened.isReady;
  }

  /** Under which key the draft of the form is kept. */
  get key(): string {
    return this.editing ? `${this.table}/${this.editing.id}` : this.table;
  }

  /** Opens an older record to be changed. What is half written elsewhere stays as it is. */
  edit(record: PracticeRows[Table]): void {
    this.#keptId = '';
    this.#opened.open(record);
    toTop();
  }

  /** Goes back to writing a new one. */
  leave(): void {
    this.#opened.close();
  }

  /** Begins another one. */
  another(): void {
    this.#keptId = '';
    this.dismiss();
    toTop();
  }

  /**
   * Keeps a new record, or the one that is being changed.
   *
   * @param before the one that is being changed, as the form began with it
   */
  async keep(
    record: PracticeRows[Table],
    text: string,
    before: PracticeRows[Table] | undefined
  ): Promise<boolean> {
    const isKept = await this.save(record, text, { before, draft: this.key });
    if (!isKept) return false;
    if (before) {
      this.leave();
      toTop();
    } else this.#keptId = record.id;
    return true;
  }
}
