import type { Live } from '#lib/store/live.ts';
import type { Removed } from '../store/records.ts';
import type { Entry } from '#lib/account/model/entry.ts';
import { Announcer } from '#lib/ui/announcer.svelte.ts';
import { database } from '../store/lazy.ts';
import type { PracticeRows, PracticeTable } from '../registry.ts';

/** The records of one practice as its page reads and changes them. Make one while a page is made. */
export class Practice<Table extends PracticeTable> extends Announcer {
  readonly #table: Table;
  #live: Live<PracticeRows[Table][]> | undefined = $state.raw();

  /** The newest first; undefined until they have been read. */
  readonly records: readonly PracticeRows[Table][] | undefined = $derived(
    this.#live?.current?.toReversed()
  );

  constructor(table: Table) {
    super();
    this.#table = table;
    void database.then(({ allOf, Live }) => (this.#live = new Live(() => allOf(table))));
  }

  /**
   * Adds a record, and the entry that it names.
   *
   * @param text what is said of it
   */
  add(row: PracticeRows[Table], text: string, entry?: Entry): Promise<boolean> {
    return this.tell(
      text,
      async () => (await database).keepRecord(this.#table, row, entry),
      async () => (await database).takeBack([{ table: this.#table, row }])
    );
  }

  /** Keeps a new version of a record, and the entry that it now names. */
  change(
    before: PracticeRows[Table],
    after: PracticeRows[Table],
    text: string,
    entry?: Entry
  ): Promise<boolean> {
    const table = this.#table;
    let takenOff: Entry | undefined;
    return this.tell(
      text,
      async () => (takenOff = await (await database).keepRecord(table, after, entry)),
      async () => {
        const { keepRecord, takeBack } = await database;
        // Both may tell the same, and only the one is on the log.
        return entry && !before.isOnLog
          ? takeBack([{ table, row: after }], [{ table, row: before }])
          : keepRecord(table, before, takenOff);
      }
    );
  }

  /** Removes a record. */
  remove(record: PracticeRows[Table], text: string): Promise<boolean> {
    let removed: Removed<Table> | undefined;
    return this.tell(
      text,
      async () => (removed = await (await database).removeRecord(this.#table, record.id)),
      async () => (await database).putBack(this.#table, removed ?? { row: record, drafts: [] })
    );
  }
}
