import { m } from '#i18n/paraglide/messages.js';
import { NOTHING, type Said } from '#lib/ui/announcer.svelte.ts';
import { entryWords } from '../words.ts';
import type { Done } from './entryEditor.svelte.ts';

/** Announces what the form has done to an entry that was on the log before. Its undo leaves nothing to say. */
export function editedSaid(done: Done): Said {
  const { what, entry, undo } = done;
  return {
    what: 'done',
    text:
      what === 'retracted' ? m.history_retracted({ entry: entryWords(entry) }) : savedWords(done),
    undo: { write: undo, next: () => NOTHING }
  };
}

/** Says that a changed entry is saved. */
export function savedWords({ what, entry }: Done): string {
  return what === 'noted' ? m.logged_noted() : m.logged_amended({ entry: entryWords(entry) });
}
