import { currentBackupFile, forgetBackupFile, saveBackupFile } from '../store/index.ts';
import type { BackupFile } from '../store/tables.ts';
import { remembered } from './rememberedPassphrase.ts';
import { painted } from '#lib/ui/painted.ts';
import type { Saving } from './saveBackup.svelte.ts';

/** What the browser's types do not know of yet. */
interface WritableHandle extends FileSystemFileHandle {
  queryPermission?(access: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(access: { mode: 'readwrite' }): Promise<PermissionState>;
}
declare global {
  interface Window {
    showSaveFilePicker?(options: { suggestedName: string }): Promise<FileSystemFileHandle>;
  }
}

/** What is to be said of the file, besides what `Saving` says of the work. */
export type SameFileStage =
  'idle' | 'asking' | 'checking' | 'wrong' | 'gone' | 'denied' | 'failed' | 'differs';

/** Backups into one file that was chosen once, where the browser has File System Access. */
export class SameFile {
  readonly #saving: Saving;
  stage: SameFileStage = $state('idle');
  /** What was chosen on this device; undefined until it has been read, and where nothing was. */
  file: BackupFile | undefined = $state.raw();

  constructor(saving: Saving) {
    this.#saving = saving;
  }

  /** Whether this browser can keep a file. */
  get isSupported(): boolean {
    return 'showSaveFilePicker' in window;
  }

  /** Reads which file was chosen. */
  async look(): Promise<void> {
    this.file = await currentBackupFile().catch(() => undefined);
  }

  /** Lets the person choose a file, and saves to it. Nothing happens where none is chosen. */
  async choose(passphrase: string | undefined): Promise<void> {
    const suggestedName = passphrase === undefined ? 'toward.json' : 'toward.age';
    const handle = await window.showSaveFilePicker?.({ suggestedName }).catch(() => undefined);
    if (!handle) return;
    const file = { key: 'backupFile', handle, isSealed: passphrase !== undefined } as const;
    await this.#try(async () => {
      await saveBackupFile(file);
      this.file = file;
      await this.#write(file, passphrase);
    });
  }

  /** Saves to the file that was chosen; asks for its passphrase where that is not known yet. */
  async save(): Promise<void> {
    const { file } = this;
    if (!file) return;
    // Asked for at once: later the browser would not take it for the answer to a press.
    const isOpen = await isAllowed(file.handle).catch(() => false);
    if (!isOpen) this.stage = 'denied';
    else if (file.isSealed && remembered.passphrase === undefined) this.stage = 'asking';
    else
      await this.#try(() => this.#write(file, file.isSealed ? remembered.passphrase : undefined));
  }

  /** Saves with this passphrase, if it is that of the file as it is. */
  async answer(passphrase: string): Promise<void> {
    const { file } = this;
    if (!file) return;
    this.stage = 'checking';
    await this.#try(async () => {
      const { fits } = await import('../seal.ts');
      await painted();
      const isRight = await fits(await file.handle.getFile(), passphrase);
      if (isRight) await this.#write(file, passphrase);
      else this.stage = 'wrong';
    });
  }

  /** Forgets the file. It stays where it is. */
  async forget(): Promise<void> {
    await this.#try(async () => {
      await forgetBackupFile();
      this.file = undefined;
      this.stage = 'idle';
    });
  }

  async #write({ handle }: BackupFile, passphrase: string | undefined): Promise<void> {
    this.stage = 'idle';
    // It fails now where the file is gone, not after a minute's work.
    await handle.getFile();
    await this.#saving.backupTo(handle.name, passphrase, async (content) => {
      // The browser writes beside the file and puts it in its place at the end: all or nothing.
      const writable = await handle.createWritable();
      await writable.write(content);
      await writable.close();
      if (!(await isSameContent(await handle.getFile(), content))) throw new DiffersError();
    });
    remembered.passphrase = passphrase ?? remembered.passphrase;
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#saving.stage = { what: 'nothing' };
      this.stage = stageOf(error);
    }
  }
}

async function isAllowed(handle: WritableHandle): Promise<boolean> {
  const access = { mode: 'readwrite' } as const;
  if ((await handle.queryPermission?.(access)) !== 'prompt') return true;
  return (await handle.requestPermission?.(access)) === 'granted';
}

/** What was read back from a file is not what was written to it. */
class DiffersError extends Error {}

async function isSameContent(one: Blob, other: Blob): Promise<boolean> {
  // The browser's own way to compare bytes, fast for any number of them.
  return indexedDB.cmp(await one.arrayBuffer(), await other.arrayBuffer()) === 0;
}

function stageOf(error: unknown): SameFileStage {
  if (error instanceof DiffersError) return 'differs';
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotFoundError') return 'gone';
  return name === 'NotAllowedError' || name === 'SecurityError' ? 'denied' : 'failed';
}
