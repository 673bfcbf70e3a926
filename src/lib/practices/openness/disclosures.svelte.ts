import { m } from '#i18n/paraglide/messages.js';
import { stamp } from '#lib/time/stamp.ts';
import { goOn } from '#lib/ui/focus.ts';
import { Practice } from '../form/practice.svelte.ts';
import type { PracticeRows } from '../registry.ts';
import { logDisclosure } from './model/disclosure.ts';
import { disclosureRecord, type Disclosure } from './record.ts';

type Row = PracticeRows['disclosures'];

/** The notes of openness: said or not yet, on the log or not. Make one while a page is made. */
export class Disclosures extends Practice<'disclosures'> {
  #offeredId = $state('');

  /** Not said yet. */
  readonly open: readonly Row[] = $derived((this.records ?? []).filter(({ isDone }) => !isDone));
  readonly past: readonly Row[] = $derived((this.records ?? []).filter(({ isDone }) => isDone));
  /** One that was just said, and that the log may tell of. */
  readonly offered: Row | undefined = $derived.by(() =>
    this.past.find(({ id, isOnLog }) => id === this.#offeredId && !isOnLog)
  );

  constructor() {
    super('disclosures');
  }

  /** Notes that a thing was said, or not after all. */
  async finish(record: Disclosure, isDone: boolean): Promise<void> {
    const after = disclosureRecord.amend(record, { isDone }, Date.now());
    const text = isDone ? m.openness_was_done() : m.openness_was_opened();
    if (await this.save(after, text, { before: record })) this.#offeredId = isDone ? record.id : '';
  }

  /** Puts an act of mine on the log. */
  async log(record: Disclosure): Promise<void> {
    const { disclosure, entry } = logDisclosure(record, m.openness_act(), stamp());
    await this.save(disclosure, m.openness_was_logged(), { before: record, entry });
    goOn();
  }

  /** Leaves what was said off the log. */
  decline(): void {
    this.#offeredId = '';
    goOn();
  }
}
