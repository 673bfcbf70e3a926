import { m } from '#i18n/paraglide/messages.js';
import type { StorageFault } from '#lib/store/connection.ts';
import { KEY_PARAMETER, readShortcutKey, TAP_PARAMETER } from '../store/shortcutKey.ts';
import { askToPersist } from '#lib/store/persistence.ts';
import { addUnsaved, dropUnsaved, readUnsaved } from '../store/pendingTaps.ts';
import { newEntry, type Entry, type Facts } from '../model/entry.ts';
import { factsOfTap } from '../model/tap.ts';
import { database } from '../account.svelte.ts';
import type { Done } from './entryEditor.svelte.ts';
import { attempt } from '#lib/store/tryWrite.ts';
import { keeping } from '#lib/store/pendingWrites.ts';
import { stamp } from '#lib/time/stamp.ts';

/** What the line below the pad has to say. */
export type Said =
  | { readonly what: 'nothing' }
  | { readonly what: 'logged' | 'retracted'; readonly entry: Entry }
  | { readonly what: 'amended'; readonly done: Done }
  | { readonly what: 'failed'; readonly fault: StorageFault }
  | { readonly what: 'offered'; readonly facts: Facts }
  | { readonly what: 'told'; readonly text: string; readonly undo?: () => Promise<unknown> };

type Write = (entry: Entry) => Promise<void>;

/** The pad's taps: each is recorded at once, and none is called logged before it is on disk. */
export class Pad {
  said: Said = $state.raw({ what: 'nothing' });
  /** Taps whose write failed, and why. They wait for a retry, also over a reload. */
  unsaved: { readonly entries: readonly Entry[]; readonly fault: StorageFault } = $state.raw({
    entries: [],
    fault: 'lost'
  });
  #isAskedToPersist = false;

  /** Takes over what came before the app could answer: taps on the prerendered pad, taps left unsaved, a shortcut. */
  async start(): Promise<void> {
    this.recall();
    for (const { tap, at } of window.stopEarlyTaps()) {
      const facts = factsOfTap(tap ?? '');
      if (facts) await this.tap(facts, at);
    }
  }

  /** Shows the taps that were left unsaved. Those that are sealed come once the lock is open. */
  recall(): void {
    // What has waited on this page while it was locked is written down too.
    this.#wait([]);
  }

  /**
   * Answers an address that names a tap. One with this device's key comes from a shortcut of the
   * installed app and is logged; any other may come from anywhere and is only offered.
   */
  async open(address: URLSearchParams): Promise<void> {
    const facts = factsOfTap(address.get(TAP_PARAMETER) ?? '');
    if (!facts) return;
    const key = await readShortcutKey();
    if (key && address.get(KEY_PARAMETER) === key) await this.tap(facts);
    else this.said = { what: 'offered', facts };
  }

  /**
   * Logs a tap. `at` is when it happened, for one that waited for the app; `write` puts it on the
   * log together with something else.
   */
  async tap(facts: Facts, at = Date.now(), write?: Write): Promise<void> {
    const entry = newEntry(facts, stamp(at));
    if (!(await this.#record(entry, write))) return;
    this.said = { what: 'logged', entry };
    feel();
    await this.#askToPersist();
  }

  /** Does something other than a tap, says it and, where there is one, offers the way back. Resolves with whether it worked. */
  async tell(
    text: string,
    write: () => Promise<unknown>,
    undo?: () => Promise<unknown>
  ): Promise<boolean> {
    await this.#change(write, { what: 'told', text, ...(undo && { undo }) });
    return this.said.what !== 'failed';
  }

  /** Takes back what the line speaks of; a second time puts it back. */
  async undo(): Promise<void> {
    const { said } = this;
    const { restore, retract } = await database;
    if (said.what === 'logged') {
      const { entry } = said;
      await this.#change(() => retract(entry.id), { what: 'retracted', entry });
    } else if (said.what === 'retracted') {
      const { entry } = said;
      await this.#change(() => restore(entry), { what: 'logged', entry });
    } else if (said.what === 'amended') {
      await this.#change(said.done.undo, { what: 'nothing' });
    } else if (said.what === 'told' && said.undo) {
      await this.#change(said.undo, { what: 'told', text: m.settings_undone() });
    }
  }

  /** Tries once more to write the taps that failed, up to the first that fails again. */
  async retry(): Promise<void> {
    // Another tab may have written some of them meanwhile.
    this.recall();
    for (const entry of this.unsaved.entries) {
      if (!(await this.#record(entry))) return;
      dropUnsaved(entry.id);
      this.recall();
      this.said = { what: 'logged', entry };
    }
  }

  /** Says what the form has done to the log. */
  edited(done: Done): void {
    const { what, entry } = done;
    const isOfLine = this.said.what === 'logged' && this.said.entry.id === entry.id;
    if (what === 'retracted') this.said = { what, entry };
    else if (what === 'added' || isOfLine) this.said = { what: 'logged', entry };
    else this.said = { what: 'amended', done };
  }

  /** Says what was logged elsewhere, and offers to undo it. */
  tellOf(entry: Entry): void {
    this.said = { what: 'logged', entry };
  }

  /** Clears the line. */
  dismiss(): void {
    this.said = { what: 'nothing' };
  }

  async #change(write: () => Promise<unknown>, next: Said): Promise<void> {
    const fault = await attempt(write);
    this.said = fault ? { what: 'failed', fault } : next;
  }

  async #record(entry: Entry, write?: Write): Promise<boolean> {
    const { record } = await database;
    const fault = await keeping(attempt(() => (write ?? record)(entry)));
    if (fault) this.#wait([entry], fault);
    return !fault;
  }

  #wait(entries: readonly Entry[], fault = this.unsaved.fault): void {
    addUnsaved(entries);
    this.unsaved = { entries: readUnsaved(), fault };
  }

  /** From the first entry on there is something to lose: ask that it be kept. */
  async #askToPersist(): Promise<void> {
    if (this.#isAskedToPersist) return;
    this.#isAskedToPersist = true;
    await askToPersist();
  }
}

/** A light touch back. Browsers refuse it, loudly, where nobody has touched the page: a shortcut. */
function feel(): void {
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(10);
}
