import { m } from '#i18n/paraglide/messages.js';
import type { StorageFault } from '#lib/store/storageError.ts';
import { attempt } from '#lib/store/tryWrite.ts';

/** A button of the undo line. */
export interface Action {
  readonly label: string;
  /** The single key that does the same, where single keys are on. */
  readonly key?: string;
  readonly onclick: () => void;
}

/** How to undo what was announced. */
export interface Undo {
  /** "Undo" where nothing else is given. */
  readonly label?: string;
  readonly write: () => Promise<unknown>;
  /** What to announce afterwards: "Undone." where nothing else is given. */
  readonly next?: () => Said;
}

/** What is announced. A text that depends on what is still being read is a function. */
export type Text = string | (() => string);

/** What was announced last. */
export type Said =
  | { readonly what: 'nothing' }
  | {
      readonly what: 'done';
      readonly text: Text;
      /** The id of the entry that was logged. */
      readonly logged?: string;
      readonly undo?: Undo | undefined;
      readonly actions?: readonly Action[];
    }
  | { readonly what: 'fault'; readonly fault: StorageFault; readonly undo?: Undo | undefined };

export const NOTHING: Said = { what: 'nothing' };

/**
 * Writes something, then announces it and offers the undo, if there is one. Resolves with whether
 * the write succeeded.
 */
export type Tell = (
  text: Text,
  write: () => Promise<unknown>,
  undo?: () => Promise<unknown>
) => Promise<boolean>;

/** The last announced action of a page, and how to undo it: what `UndoLine` shows. */
export class Announcer {
  said: Said = $state.raw(NOTHING);

  readonly tell: Tell = (text, write, undo) =>
    this.do(write, { what: 'done', text, undo: undo && { write: undo } });

  /** Undoes the last announced action. Where that fails, the undo is offered again. */
  async undo(): Promise<void> {
    const undo = this.said.what === 'nothing' ? undefined : this.said.undo;
    if (undo) await this.do(undo.write, undo.next?.() ?? { what: 'done', text: m.undone() }, undo);
  }

  /** Announces what was done elsewhere. */
  say(said: Said): void {
    this.said = said;
  }

  /** Clears the line. */
  dismiss(): void {
    this.said = NOTHING;
  }

  /** Writes something and announces `said`, or why the write failed. Resolves with whether it succeeded. */
  protected async do(write: () => Promise<unknown>, said: Said, undo?: Undo): Promise<boolean> {
    const fault = await attempt(write);
    // What has been changed since stays so: to undo it again would lead nowhere.
    const again = fault === 'changed' ? undefined : undo;
    this.said = fault ? { what: 'fault', fault, undo: again } : said;
    return !fault;
  }
}
