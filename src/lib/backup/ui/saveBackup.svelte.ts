import type { StorageFault } from '#lib/store/storageError.ts';
import type { Sifted } from '../sift.ts';
import { today } from '#lib/time/clock.ts';
import { backups } from './backups.svelte.ts';
import { download } from './download.ts';
import { storageError } from '#lib/store/connectionState.ts';
import { painted } from '#lib/ui/painted.ts';

/** Handed to the browser, to be found among the downloads; written and read back; or handed on, wherever it goes. */
type Way = 'download' | 'checked' | 'handed';

/** What is to be said of a file on its way out. */
export type SavingStage =
  | { what: 'nothing' | 'sealing' | 'tooLarge' }
  | { what: 'collecting'; done: number; total: number }
  | { what: 'saved'; name: string; count: number; leftOut: number; way: Way }
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
      this.#send(name, passphrase, (content) => download(name, type, content), 'download')
    );
  }

  /**
   * Saves the whole account to where `out` leads, which reads back what it wrote.
   *
   * @throws whatever `out` throws, and StorageError
   */
  backupTo(name: string, passphrase: string | undefined, out: Out): Promise<void> {
    return this.#send(name, passphrase, out, 'checked');
  }

  async #send(name: string, passphrase: string | undefined, out: Out, way: Way): Promise<void> {
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
    this.stage = { what: 'saved', name, count, leftOut, way };
    // The file is what counts: where it can't be noted, the next reminder comes too early.
    await backups.saved(at, count).catch(() => undefined);
  }

  /** Seals the whole account into a file, which counts as saved once `handOver` resolves. */
  sealed(passphrase: string, handOver: (file: File) => Promise<void>): Promise<void> {
    const name = `toward-${today()}.age`;
    const out = (content: Blob) => handOver(new File([content], name, { type: SEALED_TYPE }));
    return this.#try(() => this.#send(name, passphrase, out, 'handed'));
  }

  /** Saves the log as a table. */
  table(): Promise<void> {
    return this.#try(async () => {
      const { account, leftOut } = await this.#collect();
      const { entriesToCsv } = await import('../csv.ts');
      const name = `toward-${today()}.csv`;
      download(name, 'text/csv', entriesToCsv(account.entries));
      const count = account.entries.length;
      this.stage = { what: 'saved', name, count, leftOut, way: 'download' };
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
