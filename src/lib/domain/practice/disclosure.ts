import type { Written } from './record.ts';

/** Something to be open about before it is asked. */
export interface DisclosureFacts {
  /** The name of a built-in prompt; empty for a note without one. */
  readonly prompt: string;
  readonly note: string;
  readonly isDone: boolean;
  /** The entry that doing it has put on the log, where the user wanted one. */
  readonly entryId?: string;
}

export type Disclosure = DisclosureFacts & Written;
