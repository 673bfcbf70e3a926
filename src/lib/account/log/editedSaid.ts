import { m } from '#i18n/paraglide/messages.js';
import { NOTHING, type Said } from '#lib/ui/announcer.svelte.ts';
import { entryWords } from '../words.ts';
import type { Done } from './entryEditor.svelte.ts';

/** Announces what the form has done to an entry that was on the log before. Its undo leaves nothing to say. */
export function editedSaid({ what, entry, undo }: Done): Said {
  const words = { entry: entryWords(entry) };
  return {
    what: 'done',
    text: what === 'retracted' ? m.logged_retracted(words) : m.logged_amended(words),
    undo: { write: undo, next: () => NOTHING }
  };
}
