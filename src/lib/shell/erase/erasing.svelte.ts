import type { StorageFault } from '#lib/store/connection.ts';
import { faultOf } from '#lib/store/tryWrite.ts';
import { remembered } from '#lib/backup/ui/rememberedPassphrase.ts';
import { takenIn } from '#lib/backup/ui/lastImport.svelte.ts';

/** What is to be said while everything is erased. Once it is gone, all pages say so. */
type Stage = { what: 'nothing' | 'erasing' } | { what: 'fault'; fault: StorageFault };

/** The account on its way out for good. */
export class Erasing {
  stage: Stage = $state.raw({ what: 'nothing' });

  /** Whether something is under way that must not be started twice. */
  get isBusy(): boolean {
    return this.stage.what === 'erasing';
  }

  /** Erases everything that is kept on this device. */
  async erase(): Promise<void> {
    this.stage = { what: 'erasing' };
    try {
      const { erase } = await import('./eraseAll.ts');
      takenIn.forget();
      remembered.passphrase = undefined;
      await erase();
    } catch (error) {
      this.stage = { what: 'fault', fault: await faultOf(error) };
    }
  }
}
