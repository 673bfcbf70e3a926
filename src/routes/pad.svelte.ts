import { v7 as uuid } from 'uuid';
import { newEntry, type Entry, type Facts } from '#lib/domain/entry.ts';
import { askToPersist } from '#lib/db/storage.ts';
import { keepUnsaved, readUnsaved } from '#lib/db/unsaved.ts';
import type { StorageFault } from '#lib/db/connection.ts';
import { here } from './clock.ts';
import { database } from './account.svelte.ts';

/** What the line below the pad has to say. */
export type Said =
  | { what: 'nothing' }
  | { what: 'logged' | 'retracted'; entry: Entry }
  | { what: 'unsaved'; fault: StorageFault }
  | { what: 'offered'; facts: Facts };

/** The pad's taps: each is recorded at once, and nothing is called logged before it is on disk. */
export class Pad {
  said: Said = $state.raw({ what: 'nothing' });
  /** Taps whose write failed; they wait for a retry. */
  unsaved: readonly Entry[] = $state.raw([]);

  constructor() {
    this.unsaved = readUnsaved();
    if (this.unsaved.length > 0) this.said = { what: 'unsaved', fault: 'lost' };
  }

  /** Logs a tap. `at` is when it happened, for a tap that waited for the app. */
  async tap(facts: Facts, at = Date.now()): Promise<void> {
    const entry = newEntry(facts, { id: uuid(), now: at, zone: here() });
    if (await this.#record(entry)) {
      this.said = { what: 'logged', entry };
      navigator.vibrate?.(10);
      void keepForGood();
    }
  }

  /** Takes the entry that was logged last off the log, or puts it back. */
  async undo(): Promise<void> {
    if (this.said.what !== 'logged' && this.said.what !== 'retracted') return;
    const { what, entry } = this.said;
    const { retract, restore } = await database;
    await this.#attempt(() => (what === 'logged' ? retract(entry.id) : restore(entry)));
    this.said = { what: what === 'logged' ? 'retracted' : 'logged', entry };
  }

  /** Tries once more to write the taps that failed. */
  async retry(): Promise<void> {
    const waiting = this.unsaved;
    this.#keep([]);
    for (const entry of waiting) {
      if (await this.#record(entry)) this.said = { what: 'logged', entry };
    }
  }

  /** Clears the line. */
  dismiss(): void {
    this.said = { what: 'nothing' };
  }

  async #record(entry: Entry): Promise<boolean> {
    const { record } = await database;
    const isSaved = await this.#attempt(() => record(entry));
    if (!isSaved) this.#keep([...this.unsaved, entry]);
    return isSaved;
  }

  async #attempt(write: () => Promise<void>): Promise<boolean> {
    try {
      await write();
      return true;
    } catch (error) {
      const { storageError } = await database;
      this.said = { what: 'unsaved', fault: storageError(error).fault };
      return false;
    }
  }

  #keep(entries: readonly Entry[]): void {
    this.unsaved = entries;
    keepUnsaved(entries);
  }
}

let asked = false;

/** After the first entry there is something to lose: ask, once, that it be kept. */
async function keepForGood(): Promise<void> {
  if (asked) return;
  asked = true;
  await askToPersist();
}
