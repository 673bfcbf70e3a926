import { markEntry, type Entry, type Marks } from '#lib/account/model/entry.ts';
import { replace } from '#lib/account/store/index.ts';
import type { Tell } from '#lib/ui/announcer.svelte.ts';

/**
 * Sets a mark of an entry or takes it away, says so and offers the undo. Resolves with the entry as it
 * is then.
 */
export async function mark(
  entry: Entry,
  marks: Partial<Marks>,
  text: string,
  tell: Tell
): Promise<Entry> {
  const after = markEntry(entry, marks, Date.now());
  const { favorite = false, hidden = false } = entry;
  const isDone = await tell(
    text,
    () => replace({ before: entry, after }),
    () => {
      const back = markEntry(after, { favorite, hidden }, Date.now());
      return replace({ before: after, after: back, isUndo: true });
    }
  );
  return isDone ? after : entry;
}
