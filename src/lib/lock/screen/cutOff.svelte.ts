import type { Turn } from '../store/tables.ts';
import { forgetTurning, readTurning } from '../store/index.ts';

/** Knows whether turning the lock on or off, or changing its key, was interrupted and so changed nothing. */
class CutOff {
  /** What was interrupted; undefined where nothing was. */
  turning: Turn | undefined = $state.raw();

  /**
   * Looks whether anything was interrupted. Opens the database: before, nobody knows whether it's locked.
   *
   * @throws StorageError
   */
  async look(): Promise<void> {
    this.turning = await readTurning();
  }

  /** Forgets the interruption, once the person knows. Where that can't be written it's told again. */
  async forget(): Promise<void> {
    this.turning = undefined;
    await forgetTurning().catch(() => undefined);
  }
}

export const cutOff = new CutOff();
