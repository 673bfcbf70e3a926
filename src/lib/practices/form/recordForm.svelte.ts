import { untrack } from 'svelte';
import { m } from '#i18n/paraglide/messages.js';
import { Draft } from '#lib/store/draft.svelte.ts';
import { asOf } from '#lib/store/clash.svelte.ts';
import type { Work } from './stepsPage.svelte.ts';
import type { PracticeRows, PracticeTable } from '../registry.ts';

/** Where a form of steps is. */
interface Place {
  readonly step: number;
  /** When the older record was last written before the form began with it. */
  readonly since: number;
}

/**
 * What stands in the form of a page of steps: for a new record, or for the older one that is being
 * changed. Make one while the form is made.
 */
export class Writing<Table extends PracticeTable, Value extends object> extends Draft<
  Value & Place
> {
  /** The record that is being changed. */
  readonly editing: PracticeRows[Table] | undefined;
  readonly #work: Work<Table>;

  readonly #looks: Partial<Value>;

  /**
   * @param begin what the form begins with
   * @param looks fields that say how the form looks, and nothing of what was written
   */
  constructor(
    work: Work<Table>,
    begin: (editing: PracticeRows[Table] | undefined) => Value,
    looks: Partial<Value> = {}
  ) {
    const { key, editing } = untrack(() => ({ key: work.key, editing: work.editing }));
    super(key, { ...begin(editing), step: 0, since: editing?.updatedAt ?? 0 });
    this.#work = work;
    this.#looks = looks;
    this.editing = editing;
  }

  /** Counts only what was written: looking at the questions begins nothing. */
  override get hasStarted(): boolean {
    return this.differs({ ...this.#looks, step: 0 } as Partial<Value & Place>);
  }

  /** Keeps the record that it has become. */
  async keep(record: PracticeRows[Table]): Promise<void> {
    const text = this.editing ? m.practice_changed() : m.practice_kept();
    const { editing } = this.#work;
    const before = editing && asOf(editing, this.value.since);
    await this.finish(() => this.#work.keep(record, text, before));
  }

  /** Leaves the older record as it was, or empties the form of a new one, which can be undone. */
  async drop(): Promise<undefined> {
    if (this.editing) {
      await this.clear();
      this.#work.leave();
    } else {
      const { value } = this;
      // By then the form may have made room for another one: the draft is what is brought back.
      const back = () => this.restore(value);
      await this.#work.tell(m.thinking_cleared(), () => this.clear(), back);
    }
  }
}
