import { SvelteSet } from 'svelte/reactivity';
import type { Live } from '#lib/store/live.ts';
import type { Entry } from '#lib/account/model/entry.ts';
import { Announcer, type Tell } from '#lib/ui/announcer.svelte.ts';
import { liveRecords } from '../liveRecords.ts';
import { announceSaved, announceDeleted } from './announce.ts';
import type { PracticeRows, PracticeTable } from '../registry.ts';

/** What a record comes from, and brings along. */
interface From<Table extends PracticeTable> {
  /** The older one, as it was read. */
  readonly before?: PracticeRows[Table] | undefined;
  /** The key of its half-written form, which goes with the same write. */
  readonly draft?: string;
  readonly entry?: Entry;
}

/** The records of one practice as its page reads and changes them. Make one while a page is made. */
export class Practice<Table extends PracticeTable> extends Announcer {
  /** Which records. */
  readonly table: Table;
  readonly #live: Live<PracticeRows[Table][]>;
  readonly #tell: Tell;
  readonly #removed = new SvelteSet<string>();

  /** The newest first; undefined until they have been read. */
  readonly records: readonly PracticeRows[Table][] | undefined;

  /** @param tell announces what is saved, where the page has one line for several practices */
  constructor(table: Table, tell?: Tell) {
    super();
    this.table = table;
    this.#tell = tell ?? this.tell;
    this.#live = liveRecords(table);
    this.records = $derived(this.#live.current?.toReversed());
  }

  /**
   * Saves a record, a new one or another version of an older one, and the entry that it puts on the
   * log.
   *
   * @param text what is said of it
   */
  save(
    row: PracticeRows[Table],
    text: string,
    { entry, ...from }: From<Table> = {}
  ): Promise<boolean> {
    return announceSaved(this.#tell, text, [{ table: this.table, row, ...from }], entry);
  }

  /** Removes a record. */
  remove(row: PracticeRows[Table], text: string): Promise<boolean> {
    this.#removed.add(row.id);
    return announceDeleted(this.#tell, text, this.table, row);
  }

  /** Whether this page has removed the record, or tried to. */
  hasRemoved({ id }: PracticeRows[Table]): boolean {
    return this.#removed.has(id);
  }
}
