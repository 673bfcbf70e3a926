import type { StorageFault } from '#lib/store/connection.ts';
import { prefer } from '#lib/store/preferences.ts';
import type { Arrangements } from '#lib/backup/model/account.ts';
import { DEFAULT_ACTS } from '../model/acts.ts';
import { isSame } from '../model/same.ts';
import { account, database } from '../account.svelte.ts';
import { attempt } from '#lib/store/tryWrite.ts';

type Changes = Partial<Arrangements>;

/** What the line at the end of the page has to say. */
export type Said =
  | { what: 'nothing' | 'undone' }
  | { what: 'done'; text: string; before: Changes }
  | { what: 'fault'; fault: StorageFault };

/**
 * What the user decides on this page. A change shows at once and is kept at once; the next one
 * builds on it, even before the database has told of the first. Make one while a page is made.
 */
export class Decisions {
  said: Said = $state.raw({ what: 'nothing' });
  #draft: Changes = $state.raw({});

  constructor() {
    // A draft has served once the database says the same.
    $effect(() => {
      const drafts = Object.entries(this.#draft);
      const open = drafts.filter(([key, value]) => !isSame(account[key as keyof Changes], value));
      if (open.length < drafts.length) this.#draft = Object.fromEntries(open);
    });
  }

  /** What holds now; undefined until it has been read. */
  get current(): Arrangements | undefined {
    const { terms, pauses, acts } = account;
    return terms && pauses && acts && { terms, pauses, acts, ...this.#draft };
  }

  /** Keeps changes. With a text the line says it, and offers the way back. */
  async keep(changes: Changes, text?: string): Promise<void> {
    const before = this.current && pick(this.current, changes);
    this.said = text && before ? { what: 'done', text, before } : { what: 'nothing' };
    await this.#write(changes);
  }

  /** Goes back to what held before the change that the line tells of. */
  async undo(): Promise<void> {
    if (this.said.what !== 'done') return;
    const { before } = this.said;
    this.said = { what: 'undone' };
    await this.#write(before);
  }

  /** Clears the line. */
  dismiss(): void {
    this.said = { what: 'nothing' };
  }

  async #write(changes: Changes): Promise<void> {
    this.#draft = { ...this.#draft, ...changes };
    const { arrange } = await database;
    const fault = await attempt(() => arrange(changes));
    if (fault) {
      this.#draft = {};
      this.said = { what: 'fault', fault };
    } else if (changes.acts) {
      prefer({ ownActs: !isSame(changes.acts, DEFAULT_ACTS) });
    }
  }
}

/** Those decisions that the changes would replace. */
function pick(current: Arrangements, changes: Changes): Changes {
  const { terms, pauses, acts } = current;
  return {
    ...(changes.terms && { terms }),
    ...(changes.pauses && { pauses }),
    ...(changes.acts && { acts })
  };
}
