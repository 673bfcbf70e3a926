import type { StorageFault } from '#lib/store/storageError.ts';
import { storageError } from '#lib/store/connectionState.ts';
import { remembered } from '#lib/backup/ui/rememberedPassphrase.ts';
import { loadEraser } from './loadEraser.ts';
import { whileErasing } from './store/mark.ts';
import { takenIn } from '#lib/backup/ui/lastImport.svelte.ts';

/** What to say while everything is erased. Afterwards every page says that it is gone. */
type Stage = { what: 'nothing' | 'erasing' } | { what: 'fault'; fault: StorageFault };

const load = () =>
  loadEraser(async (erase) => {
    takenIn.forget();
    remembered.passphrase = undefined;
    await erase();
  });

/** Erases the account, and holds how far that is. */
export class Erasing {
  stage: Stage = $state.raw({ what: 'nothing' });

  constructor() {
    // Ahead: whoever presses may be gone at once.
    load().catch(() => undefined);
  }

  /** Whether erasing is under way and must not be started again. */
  get isBusy(): boolean {
    return this.stage.what === 'erasing';
  }

  /** Erases everything on this device. */
  async erase(): Promise<void> {
    this.stage = { what: 'erasing' };
    try {
      await whileErasing(load);
    } catch (error) {
      this.stage = { what: 'fault', fault: storageError(error).fault };
    }
  }
}
