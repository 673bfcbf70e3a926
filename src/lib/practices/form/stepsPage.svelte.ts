import { keepRecord, removeRecord } from '../store/index.ts';
import { Draft } from '#lib/store/draft.svelte.ts';
import { keepDraft } from '#lib/store/index.ts';
import { toTop } from '#lib/ui/focus.ts';
import { Practice } from './practice.svelte.ts';
import type { PracticeRows, PracticeTable } from '../registry.ts';

/**
 * A page of steps: what it works on, a new record or an older one, and what it has just kept. Which
 * older one it is outlives a reload, and so does what is half written in each. Make one while a page
 * is made.
 */
export class Work<Table extends PracticeTable> extends Practice<Table> {
  readonly #name: Table;
  readonly #open: Draft<{ id: string }>;
  #keptId = $state('');

  /** The record that is being changed; undefined where a new one is being written. */
  readonly editing: PracticeRows[Table] | undefined = $derived.by(() => this.#find(this.#openId));

  /** The new record that was just kept; undefined once it is undone or another one is begun. */
  readonly kept: PracticeRows[Table] | undefined = $derived.by(() => this.#find(this.#keptId));

  constructor(table: Table) {
    super(table);
    this.#name = table;
    this.#open = new Draft(`${table}/open`, { id: '' });
  }

  /** Whether it is known what is being worked on. */
  get isReady(): boolean {
    return this.records !== undefined && this.#open.isReady;
  }

  /** Under which key the draft of the form is kept. */
  get key(): string {
    return this.editing ? this.#keyOf(this.editing.id) : this.#name;
  }

  /** Opens an older record to be changed. What is half written elsewhere stays as it is. */
  edit(record: PracticeRows[Table]): void {
    this.#keptId = '';
    this.#open.value.id = record.id;
    toTop();
  }

  /** Goes back to writing a new one. */
  leave(): void {
    this.#open.value.id = '';
  }

  /** Begins another one. */
  another(): void {
    this.#keptId = '';
    this.dismiss();
    toTop();
  }

  /**
   * Keeps a new record, or the one that is being changed. Undone, what was written for a new one
   * stands in the form again.
   *
   * @param written what stands in the form
   */
  async keep(record: PracticeRows[Table], text: string, written: object): Promise<boolean> {
    const { editing } = this;
    if (!editing) return this.#keepNew(record, text, written);
    const isKept = await this.save(record, text);
    if (isKept) {
      this.leave();
      toTop();
    }
    return isKept;
  }

  async #keepNew(record: PracticeRows[Table], text: string, written: object): Promise<boolean> {
    const isKept = await this.tell(
      text,
      () => keepRecord(this.#name, record),
      async () => {
        await keepDraft(this.#name, written);
        await removeRecord(this.#name, record.id);
      }
    );
    if (isKept) this.#keptId = record.id;
    return isKept;
  }

  get #openId(): string {
    return this.#open.value.id;
  }

  #find(id: string): PracticeRows[Table] | undefined {
    return this.records?.find((record) => record.id === id);
  }

  #keyOf(id: string): string {
    return `${this.#name}/${id}`;
  }
}
