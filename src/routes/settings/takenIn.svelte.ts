import { lock, onLockChange } from '#lib/db/lock/session.ts';
import type { Imported } from '#lib/db/transfer.ts';
import { remembered } from './remembered.ts';

/** What was taken in while the app is open, in order: each can be undone, the last one first. */
class TakenIn {
  #all: readonly Imported[] = $state.raw([]);

  /** What would be undone next. */
  get last(): Imported | undefined {
    return this.#all.at(-1);
  }

  /** Something was taken in. */
  add(imported: Imported): void {
    this.#all = [...this.#all, imported];
  }

  /** It was undone. */
  drop(imported: Imported): void {
    this.#all = this.#all.filter((one) => one !== imported);
  }

  /** Nothing of it is kept: it holds what the account held. */
  forget(): void {
    this.#all = [];
  }
}

/** The one of this tab. */
export const takenIn = new TakenIn();

// Under the lock nothing of it stays in memory.
onLockChange(() => {
  if (lock.current !== 'locked') return;
  takenIn.forget();
  remembered.passphrase = undefined;
});
