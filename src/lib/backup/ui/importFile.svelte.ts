import type { Parsed, Problem } from '../read.ts';
import type { SealFault } from '../seal.ts';
import type { StorageFault } from '#lib/store/storageError.ts';
import { prefer } from '#lib/store/preferences.ts';
import type { Imported, Preview } from '../store/importAccount.ts';
import { importAccount, previewImport, undoImport } from '../store/index.ts';
import type { Way } from '../model/planAccount.ts';
import type { Account, AccountMerge, Lacking } from '../model/account.ts';
import { DEFAULT_ACTS } from '#lib/account/model/acts.ts';
import { isSame } from '#lib/record/same.ts';
import { account } from '#lib/account/account.svelte.ts';
import { backups } from './backups.svelte.ts';
import { storageError } from '#lib/store/connectionState.ts';
import { painted } from '#lib/ui/painted.ts';
import { takenIn } from './lastImport.svelte.ts';

/** The code for files comes with the first file: no page needs it to show itself. */
const files = {
  parse: () => import('../read.ts'),
  sealed: () => import('../isSealed.ts'),
  sealing: () => import('../seal.ts')
};

interface Read {
  readonly account: Account;
  readonly exportedAt: string;
  readonly lacks: readonly Lacking[];
}

/** What is to be said of a file on its way in. */
export type TakingStage =
  | { what: 'nothing' | 'cancelled' | 'reading' | 'opening' | 'undoing' | 'undone' }
  | { what: 'sealed'; file: Uint8Array; isWrong: boolean }
  | { what: 'unopened'; fault: SealFault }
  | { what: 'refused'; problems: readonly Problem[]; more: number }
  | { what: 'preview'; read: Read; way: Way; merge: Preview; isFresh: boolean; isPlanning: boolean }
  | { what: 'writing'; done: number; total: number }
  | { what: 'taken'; way: Way; merge: AccountMerge }
  | { what: 'fault'; fault: StorageFault };

/** An account on its way in from a file. One thing at a time. */
export class Taking {
  stage: TakingStage = $state.raw({ what: 'nothing' });
  /** Each piece of work has a number: what an older one comes to isn't told any more. */
  #round = 0;

  /** Whether something is under way that must not be started twice. */
  get isBusy(): boolean {
    return ['reading', 'opening', 'writing', 'undoing'].includes(this.stage.what);
  }

  /** Reads a backup and says what taking it in would do. Nothing is changed yet. */
  read(file: File): Promise<void> {
    this.stage = { what: 'reading' };
    return this.#attempt(async () => {
      const [{ readBackup }, { isSealed }] = await Promise.all([files.parse(), files.sealed()]);
      const { BACKUP_MAX_BYTES } = await import('../format.ts');
      if (file.size > BACKUP_MAX_BYTES || !(await isSealed(file))) {
        return this.#preview(await readBackup(file));
      }
      return { what: 'sealed', file: new Uint8Array(await file.arrayBuffer()), isWrong: false };
    });
  }

  /** Opens a file that is sealed, and goes on as with one that is not. */
  open(passphrase: string): Promise<void> {
    if (this.stage.what !== 'sealed') return Promise.resolve();
    const { file } = this.stage;
    this.stage = { what: 'opening' };
    return this.#attempt(async () => {
      const [{ readBytes }, { open, SealError }] = await Promise.all([
        files.parse(),
        files.sealing()
      ]);
      await painted();
      try {
        return this.#preview(readBytes(await open(file, passphrase)));
      } catch (error) {
        if (!(error instanceof SealError)) throw error;
        if (error.fault === 'passphrase') return { what: 'sealed', file, isWrong: true };
        return { what: 'unopened', fault: error.fault };
      }
    });
  }

  /** Says what taking it in would do the other way. */
  choose(way: Way): Promise<void> {
    const { stage } = this;
    if (stage.what !== 'preview') return Promise.resolve();
    this.stage = { ...stage, way, isPlanning: true };
    return this.#attempt(() => this.#plan(stage.read, way));
  }

  /** Takes in what was read: all of it, or nothing. */
  confirm(withArrangements: boolean): Promise<void> {
    if (this.stage.what !== 'preview' || this.stage.isPlanning) return Promise.resolve();
    const { read, way, isFresh } = this.stage;
    this.stage = { what: 'writing', done: 0, total: 1 };
    return this.#attempt(async () => {
      const intake = {
        way,
        arrangements: withArrangements ? 'taken' : 'left',
        lacks: read.lacks
      } as const;
      const imported = await importAccount(read.account, intake, (done, total) => {
        this.stage = { what: 'writing', done, total };
      });
      tellOfActs(imported, 'to');
      takenIn.add(imported);
      // All that is here now stands in that file. Where that can't be noted, it's in all the same.
      const count = read.account.entries.length;
      if (isFresh) await backups.saved(Date.parse(read.exportedAt), count).catch(() => undefined);
      return { what: 'taken', way, merge: imported };
    });
  }

  /** Undoes what was taken in last, for as long as the app is open. */
  undo(): Promise<void> {
    const held = takenIn.last;
    if (!held) return Promise.resolve();
    this.stage = { what: 'undoing' };
    return this.#attempt(async () => {
      await painted();
      const imported = held.read();
      await undoImport(imported);
      tellOfActs(imported, 'from');
      takenIn.drop(held);
      return { what: 'undone' };
    });
  }

  /** Leaves what was read where it is. */
  cancel(): void {
    this.#round += 1;
    this.stage = { what: 'cancelled' };
  }

  async #preview(read: Parsed): Promise<TakingStage> {
    if ('problems' in read) return { what: 'refused', ...read };
    return this.#plan(read, 'merge');
  }

  async #plan(read: Read, way: Way): Promise<TakingStage> {
    const merge = await previewImport(read.account, { way, lacks: read.lacks });
    const isFresh = account.tallies?.length === 0;
    return { what: 'preview', read, way, merge, isFresh, isPlanning: false };
  }

  async #attempt(work: () => Promise<TakingStage>): Promise<void> {
    const mine = ++this.#round;
    const stage = await work().catch((error: unknown): TakingStage => ({
      what: 'fault',
      fault: storageError(error).fault
    }));
    if (mine === this.#round) this.stage = stage;
  }
}

/** The pad hides the acts that it was prerendered with where the account has others. */
function tellOfActs({ settings }: Imported, side: 'from' | 'to'): void {
  const acts = settings.find(({ to }) => to.key === 'acts');
  if (acts) prefer({ ownActs: !isSame(acts[side]?.value ?? DEFAULT_ACTS, DEFAULT_ACTS) });
}
