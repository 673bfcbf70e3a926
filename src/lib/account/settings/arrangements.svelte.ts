import { prefer } from '#lib/store/preferences.ts';
import type { Arrangements } from '../model/arrangements.ts';
import { DEFAULT_ACTS } from '../model/acts.ts';
import { isSame } from '#lib/record/same.ts';
import { account } from '../account.svelte.ts';
import { arrange } from '../store/index.ts';
import { Announcer, NOTHING } from '#lib/ui/announcer.svelte.ts';

type Changes = Partial<Arrangements>;

/**
 * What the user decides on this page. A change shows at once and is kept at once; the next one
 * builds on it, even before the database has told of the first. Make one while a page is made.
 */
export class Decisions extends Announcer {
  #draft: Changes = $state.raw({});

  constructor() {
    super();
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

  /**
   * Saves changes. With a text they are announced, and can be undone. Resolves with whether that
   * worked.
   *
   * @param draft the key of the half-written form that they come from, which goes with it
   */
  async save(changes: Changes, text?: string, draft?: string): Promise<boolean> {
    const before = this.current;
    if (!before) return false;
    const after = { ...before, ...changes };
    const write = () => this.#write(before, changes, draft);
    if (!text) return this.do(write, NOTHING);
    return this.tell(text, write, () => this.#write(after, pick(before, changes)));
  }

  async #write(before: Arrangements, changes: Changes, draft?: string): Promise<void> {
    this.#draft = { ...this.#draft, ...changes };
    try {
      await arrange(before, changes, draft);
    } catch (error) {
      this.#draft = {};
      throw error;
    }
    if (changes.acts) prefer({ ownActs: !isSame(changes.acts, DEFAULT_ACTS) });
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
