import type { StorageFault } from '#lib/store/connection.ts';
import { attempt } from '#lib/store/tryWrite.ts';

/** What the line at the end of a page has to say. */
export type Said =
  | { what: 'nothing' | 'undone' }
  | { what: 'done'; text: string; undo: () => Promise<unknown> }
  | { what: 'fault'; fault: StorageFault };

/** Does something, says it, and offers the way back. Resolves with whether it worked. */
export type Tell = (
  text: string,
  write: () => Promise<unknown>,
  undo: () => Promise<unknown>
) => Promise<boolean>;

/** Does what is asked, says it, and knows the way back. */
export class Teller {
  said: Said = $state.raw({ what: 'nothing' });

  /** Goes back behind what the line tells of. */
  async undo(): Promise<void> {
    if (this.said.what === 'done') await this.do(this.said.undo, { what: 'undone' });
  }

  /** Clears the line. */
  dismiss(): void {
    this.said = { what: 'nothing' };
  }

  readonly tell: Tell = (text, write, undo) => this.do(write, { what: 'done', text, undo });

  /** Does something, and lets the line say this of it, or why it failed. */
  protected async do(write: () => Promise<unknown>, said: Said): Promise<boolean> {
    const fault = await attempt(write);
    this.said = fault ? { what: 'fault', fault } : said;
    return !fault;
  }
}
