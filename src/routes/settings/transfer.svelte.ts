import type { Problem } from '#lib/backup/parse.ts';
import type { StorageFault } from '#lib/db/connection.ts';
import { prefer } from '#lib/db/preferences.ts';
import type { Account, Merge } from '#lib/domain/account.ts';
import { DEFAULT_ACTS } from '#lib/domain/acts.ts';
import { account, database } from '../account.svelte.ts';
import { today } from '../clock.ts';
import { download } from './download.ts';

/** The code for files comes with the first file: no page needs it to show itself. */
const files = {
  format: () => import('#lib/backup/format.ts'),
  parse: () => import('#lib/backup/parse.ts'),
  csv: () => import('#lib/backup/csv.ts'),
  transfer: () => import('#lib/db/transfer.ts')
};

/** What is to be said of what goes out, and what comes in. */
export type Stage =
  | { what: 'nothing' | 'cancelled' | 'reading' | 'erasing' | 'erased' }
  | { what: 'collecting' | 'writing'; done: number; total: number }
  | { what: 'saved'; name: string; count: number }
  | { what: 'refused'; problems: readonly Problem[]; more: number }
  | { what: 'preview'; account: Account; exportedAt: string; merge: Merge; isFresh: boolean }
  | { what: 'taken'; merge: Merge }
  | { what: 'fault'; fault: StorageFault };

/** The account on its way out to a file, in from one, or away for good. One thing at a time. */
export class Transfer {
  stage: Stage = $state.raw({ what: 'nothing' });

  /** Whether something is under way that must not be started twice. */
  get isBusy(): boolean {
    return ['reading', 'collecting', 'writing', 'erasing'].includes(this.stage.what);
  }

  /** Saves the whole account as a file. */
  saveBackup(): Promise<void> {
    return this.#save('json', 'application/json', async (whole) => {
      const { serialise } = await files.format();
      return serialise(whole, Date.now());
    });
  }

  /** Saves the log as a table. */
  saveTable(): Promise<void> {
    return this.#save('csv', 'text/csv', async ({ entries }) => {
      const { entriesToCsv } = await files.csv();
      return entriesToCsv(entries);
    });
  }

  /** Reads a backup and says what taking it in would do. Nothing is changed yet. */
  read(file: File): Promise<void> {
    this.stage = { what: 'reading' };
    return this.#attempt(async () => {
      const [{ readBackup }, { previewImport }] = await Promise.all([
        files.parse(),
        files.transfer()
      ]);
      const read = await readBackup(file);
      if ('problems' in read) return { what: 'refused', ...read };
      const merge = await previewImport(read.account);
      return { what: 'preview', ...read, merge, isFresh: account.tallies?.length === 0 };
    });
  }

  /** Takes in what was read: all of it, or nothing. */
  confirm(withArrangements: boolean): Promise<void> {
    if (this.stage.what !== 'preview') return Promise.resolve();
    const incoming = this.stage.account;
    this.stage = { what: 'writing', done: 0, total: 1 };
    return this.#attempt(async () => {
      const { importAccount } = await files.transfer();
      const merge = await importAccount(incoming, { withArrangements }, (done, total) => {
        this.stage = { what: 'writing', done, total };
      });
      if (withArrangements) prefer({ ownActs: !isSame(incoming.acts, DEFAULT_ACTS) });
      return { what: 'taken', merge };
    });
  }

  /** Leaves what was read where it is. */
  cancel(): void {
    this.stage = { what: 'cancelled' };
  }

  /** Erases everything that is kept on this device. */
  erase(): Promise<void> {
    this.stage = { what: 'erasing' };
    return this.#attempt(async () => {
      const { eraseEverything } = await files.transfer();
      await eraseEverything();
      return { what: 'erased' };
    });
  }

  #save(kind: 'json' | 'csv', type: string, write: (account: Account) => Promise<string>) {
    this.stage = { what: 'collecting', done: 0, total: 1 };
    return this.#attempt(async () => {
      const { readAccount } = await files.transfer();
      const whole = await readAccount((done, total) => {
        this.stage = { what: 'collecting', done, total };
      });
      const name = `toward-${today()}.${kind}`;
      download(name, type, await write(whole));
      return { what: 'saved', name, count: whole.entries.length };
    });
  }

  async #attempt(work: () => Promise<Stage>): Promise<void> {
    try {
      this.stage = await work();
    } catch (error) {
      const { storageError } = await database;
      this.stage = { what: 'fault', fault: storageError(error).fault };
    }
  }
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
