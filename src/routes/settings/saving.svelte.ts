import type { StorageFault } from '#lib/db/connection.ts';
import type { Account } from '#lib/domain/account.ts';
import { today } from '../clock.ts';
import { download } from './download.ts';
import { faultOf } from './faultOf.ts';
import { painted } from './painted.ts';

/** What is to be said of a file on its way out. */
export type SavingStage =
  | { what: 'nothing' | 'sealing' }
  | { what: 'collecting'; done: number; total: number }
  | { what: 'saved'; name: string; count: number }
  | { what: 'fault'; fault: StorageFault };

/** The account on its way out to a file. The code for files comes with the first one. */
export class Saving {
  stage: SavingStage = $state.raw({ what: 'nothing' });

  /** Whether something is under way that must not be started twice. */
  get isBusy(): boolean {
    return this.stage.what === 'collecting' || this.stage.what === 'sealing';
  }

  /** Saves the whole account as a file, sealed where there is a passphrase. */
  backup(passphrase: string | undefined): Promise<void> {
    const [kind, type] = passphrase === undefined ? ['json', 'application/json'] : ['age', ''];
    return this.#save(kind, type, async (whole) => {
      const { serialise } = await import('#lib/backup/format.ts');
      const text = serialise(whole, Date.now());
      return passphrase === undefined ? text : this.#seal(text, passphrase);
    });
  }

  /** Saves the log as a table. */
  table(): Promise<void> {
    return this.#save('csv', 'text/csv', async ({ entries }) => {
      const { entriesToCsv } = await import('#lib/backup/csv.ts');
      return entriesToCsv(entries);
    });
  }

  async #seal(text: string, passphrase: string) {
    const { seal } = await import('#lib/backup/sealing.ts');
    this.stage = { what: 'sealing' };
    await painted();
    return seal(text, passphrase);
  }

  async #save(kind: string, type: string, write: (account: Account) => Promise<BlobPart>) {
    this.stage = { what: 'collecting', done: 0, total: 1 };
    try {
      const { readAccount } = await import('#lib/db/transfer.ts');
      const whole = await readAccount((done, total) => {
        this.stage = { what: 'collecting', done, total };
      });
      const name = `toward-${today()}.${kind}`;
      download(name, type || 'application/octet-stream', await write(whole));
      this.stage = { what: 'saved', name, count: whole.entries.length };
    } catch (error) {
      this.stage = { what: 'fault', fault: await faultOf(error) };
    }
  }
}
