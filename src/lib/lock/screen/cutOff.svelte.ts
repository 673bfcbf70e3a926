import type { Turn } from '../store/tables.ts';
import { forgetTurning, readTurning } from '../store/index.ts';

/** That turning the lock on or off, or changing its key, was interrupted, so that nothing was changed. */
class CutOff {
  /** What was interrupted; undefined where nothing was. */
  turning: Turn | undefined = $state.raw();

  /**
   * Looks whether something was. This opens the database: before, nobody knows whether it is locked.
   *
   * @throws StorageError
   */
  async look(): Promise<void> {
    this.turning = await readTurning();
  }

  /** Lets go of it: the person knows. */
  async forget(): Promise<void> {
    await forgetTurning();
    this.turning = undefined;
  }
}

export const cutOff = new CutOff();
