import type { StorageFault } from '#lib/db/connection.ts';
import { faultOf } from './faultOf.ts';
import { takenIn } from './takenIn.svelte.ts';

/** What is to be said of the account on its way out for good. */
export type Stage =
  { what: 'nothing' | 'erasing' | 'erased' } | { what: 'fault'; fault: StorageFault };

/** The account on its way out for good. */
export class Transfer {
  stage: Stage = $state.raw({ what: 'nothing' });

  /** Whether something is under way that must not be started twice. */
  get isBusy(): boolean {
    return this.stage.what === 'erasing';
  }

  /** Erases everything that is kept on this device. */
  async erase(): Promise<void> {
    this.stage = { what: 'erasing' };
    try {
      const { eraseEverything } = await import('#lib/db/transfer.ts');
      await eraseEverything();
      takenIn.forget();
      this.stage = { what: 'erased' };
    } catch (error) {
      this.stage = { what: 'fault', fault: await faultOf(error) };
    }
  }
}
