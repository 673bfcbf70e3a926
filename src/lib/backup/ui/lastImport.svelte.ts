import { openBytes, sealBytes } from '#lib/lock/crypto/localBytes.ts';
import { areEqual, isShut, lock, onLockChange, openSeal } from '#lib/lock/store/session.ts';
import type { Imported } from '../store/importAccount.ts';
import { remembered } from './rememberedPassphrase.ts';

/** What its bytes are sealed for. */
const PLACE = 'toward.takenIn';

interface Sealed {
  readonly bytes: Uint8Array;
  /** Of the lock that has sealed them. */
  readonly check: Uint8Array;
}

/**
 * What was taken in once. Under a lock it is sealed from the start: whatever locks, in whichever
 * tab, leaves nothing behind that can be read, and waits for nothing.
 */
export class Held {
  #plain: Imported | undefined;
  #sealed: Sealed | undefined;

  /** @param imported as it was taken in */
  constructor(imported: Imported) {
    this.#plain = imported;
  }

  /**
   * What it takes to undo it.
   *
   * @throws StorageError `locked`
   */
  read(): Imported {
    if (!this.#sealed) return this.#plain as Imported;
    const text = new TextDecoder().decode(openBytes(this.#sealed.bytes, PLACE));
    return JSON.parse(text) as Imported;
  }

  /** Goes with the lock as it is now. False where it cannot be kept like that. */
  follow(): boolean {
    const seal = openSeal();
    if (!seal) return isShut(lock.current) === (this.#sealed !== undefined);
    if (this.#sealed) return areEqual(this.#sealed.check, seal.check);
    const bytes = new TextEncoder().encode(JSON.stringify(this.#plain));
    this.#sealed = { bytes: sealBytes(bytes, PLACE), check: seal.check };
    this.#plain = undefined;
    return true;
  }
}

/** What was taken in while the app is open, in order: each can be undone, the last one first. */
class TakenIn {
  #all: readonly Held[] = $state.raw([]);

  /** What would be undone next. */
  get last(): Held | undefined {
    return this.#all.at(-1);
  }

  /** Remembers what was taken in. */
  add(imported: Imported): void {
    this.#all = [...this.#all, new Held(imported)];
    this.follow();
  }

  /** Lets go of what was undone. */
  drop(held: Held): void {
    this.#all = this.#all.filter((one) => one !== held);
  }

  /** Goes with the lock as it is now: sealed where it is on, forgotten where that lock has gone. */
  follow(): void {
    this.#all = this.#all.filter((held) => held.follow());
  }

  /** Nothing of it is kept: it holds what the account held. */
  forget(): void {
    this.#all = [];
  }
}

/** What was taken in, in this tab. */
export const takenIn = new TakenIn();

onLockChange(() => {
  takenIn.follow();
  if (isShut(lock.current)) remembered.passphrase = undefined;
});
