import { v7 as uuid } from 'uuid';
import type { StorageFault } from '#lib/db/connection.ts';
import type { Live } from '#lib/db/live.ts';
import type { Entry, Stamp } from '#lib/domain/entry.ts';
import type { PracticeRows, PracticeTable } from '#lib/domain/practice/practices.ts';
import { database } from './database.ts';
import { here } from '../clock.ts';

/** What the line at the end of the page has to say. */
export type Said =
  | { what: 'nothing' | 'undone' }
  | { what: 'done'; text: string; undo: () => Promise<unknown> }
  | { what: 'fault'; fault: StorageFault };

/** Does something, says it, and offers the way back. Resolves with whether it worked. */
export type Tell = (
  text: string,
  write: () => Promise<unknown>,
  undo: () => Promise<unknown>
) => Promise<boolean>;

/** Does what is asked, says it, and knows the way back. */
export class Teller {
  said: Said = $state.raw({ what: 'nothing' });

  /** Goes back behind what the line tells of. */
  async undo(): Promise<void> {
    if (this.said.what === 'done') await this.#do(this.said.undo, { what: 'undone' });
  }

  /** Clears the line. */
  dismiss(): void {
    this.said = { what: 'nothing' };
  }

  readonly tell: Tell = (text, write, undo) => this.#do(write, { what: 'done', text, undo });

  async #do(write: () => Promise<unknown>, said: Said): Promise<boolean> {
    try {
      await write();
      this.said = said;
      return true;
    } catch (error) {
      const { storageError } = await database;
      this.said = { what: 'fault', fault: storageError(error).fault };
      return false;
    }
  }
}

/** The records of one practice as its page reads and changes them. Make one while a page is made. */
export class Practice<Table extends PracticeTable> extends Teller {
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
    let takenOff: Entry | undefined;
    return this.tell(
      text,
      async () => (takenOff = await (await database).keepRecord(this.#table, after, entry)),
      async () => (await database).keepRecord(this.#table, before, takenOff)
    );
  }

  /** Removes a record. */
  remove(record: PracticeRows[Table], text: string): Promise<boolean> {
    return this.tell(
      text,
      async () => (await database).removeRecord(this.#table, record.id),
      async () => (await database).keepRecord(this.#table, record)
    );
  }
}

/** The id, the time and the zone of what is made now, here. */
export function stamp(): Stamp {
  const now = Date.now();
  return { id: uuid({ msecs: now }), now, zone: here() };
}
