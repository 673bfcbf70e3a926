import type { StorageFault } from '#lib/store/storageError.ts';
import type { Sifted } from '../sift.ts';
import { today } from '#lib/time/clock.ts';
import { backups } from './backups.svelte.ts';
import { download } from './download.ts';
import { storageError } from '#lib/store/connectionState.ts';
import { painted } from '#lib/ui/painted.ts';

/** What is to be said of a file on its way out. */
export type SavingStage =
  | { what: 'nothing' | 'sealing' | 'tooLarge' }
  | { what: 'collecting'; done: number; total: number }
  | { what: 'saved'; name: string; count: number; leftOut: number; isDownload: boolean }
  | { what: 'fault'; fault: StorageFault };

/** Where a file goes: to the downloads, or into a file that was chosen. Throws where it did not. */
type Out = (content: Blob) => void | Promise<void>;

const SEALED_TYPE = 'application/octet-stream';

/** The account on its way out to a file. The code for files comes with the first one. */
export class Saving {
  stage: SavingStage = $state.raw({ what: 'nothing' });
  readonly #maxBytes: number | undefined;

  /** @param maxBytes what a file may weigh, in bytes; as much as can be read back where left out */
  constructor(maxBytes?: number) {
    this.#maxBytes = maxBytes;
  }

  /** Whether something is under way that must not be started twice. */
  get isBusy(): boolean {
    return this.stage.what === 'collecting' || this.stage.what === 'sealing';
  }

  /** Saves the whole account as a file among the downloads, sealed where there is a passphrase. */
  backup(passphrase: string | undefined): Promise<void> {
    const [kind, type] =
      passphrase === undefined ? ['json', 'application/json'] : ['age', SEALED_TYPE];
    const name = `toward-${today()}.${kind}`;
    return this.#try(() =>
      this.backupTo(name, passphrase, (content) => download(name, type, content), true)
    );
  }

  /**
   * Saves the whole account to where `out` leads.
   *
   * @throws whatever `out` throws, and StorageError
   */
  async backupTo(
    name: string,
    passphrase: string | undefined,
    out: Out,
    isDownload = false
  ): Promise<void> {
    // Before it is read: what is logged meanwhile counts as not saved.
    const at = Date.now();
    const { account, leftOut } = await this.#collect();
    const { BACKUP_MAX_BYTES, serialise } = await import('../format.ts');
    const text = serialise(account, at);
    const file = new Blob([passphrase === undefined ? text : await this.#seal(text, passphrase)]);
    if (file.size > (this.#maxBytes ?? BACKUP_MAX_BYTES)) {
      this.stage = { what: 'tooLarge' };
      return;
    }
    await out(file);
    const count = account.entries.length;
    this.stage = { what: 'saved', name, count, leftOut, isDownload };
    // The file is what counts: where it can't be noted, the next reminder comes too early.
    await backups.saved(at, count).catch(() => undefined);
  }

  /** Seals the whole account into a file, which counts as saved once `handOver` resolves. */
  sealed(passphrase: string, handOver: (file: File) => Promise<void>): Promise<void> {
    const name = `toward-${today()}.age`;
    return this.#try(() =>
      this.backupTo(name, passphrase, (content) =>
        handOver(new File([content], name, { type: SEALED_TYPE }))
      )
    );
  }

  /** Saves the log as a table. */
  table(): Promise<void> {
    return this.#try(async () => {
      const { account, leftOut } = await this.#collect();
      const { entriesToCsv } = await import('../csv.ts');
      const name = `toward-${today()}.csv`;
      download(name, 'text/csv', entriesToCsv(account.entries));
      const count = account.entries.length;
      this.stage = { what: 'saved', name, count, leftOut, isDownload: true };
    });
  }

  async #collect(): Promise<Sifted> {
    this.stage = { what: 'collecting', done: 0, total: 1 };
    const { gather } = await import('../collectBackup.ts');
    return gather((done, total) => {
      this.stage = { what: 'collecting', done, total };
    });
  }

  async #seal(text: string, passphrase: string) {
    const { seal } = await import('../seal.ts');
    this.stage = { what: 'sealing' };
    await painted();
    return seal(text, passphrase);
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.stage = { what: 'fault', fault: storageError(error).fault };
    }
  }
}
