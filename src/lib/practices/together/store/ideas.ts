import { NO_IDEAS, type IdeaList } from '../model/ideas.ts';
import { withConnection } from '#lib/store/connection.ts';
import { db } from '../../store/tables.ts';
import { isList, isText, type Found } from '#lib/store/readable.ts';

/** What the user has made of the ideas for time together. */
export async function currentIdeas(): Promise<IdeaList> {
  const stored = await withConnection(() => db.settings.get('ideas'));
  return isIdeaList(stored?.value) ? stored.value : NO_IDEAS;
}

/**
 * Changes the ideas as they are now, whatever another tab has made of them.
 *
 * @param change done once more where the answer to the first time was lost
 * @throws StorageError
 */
export function changeIdeas(change: (ideas: IdeaList) => IdeaList): Promise<void> {
  return withConnection(() =>
    db.transaction('rw', db.settings, async () => {
      await db.settings.put({ key: 'ideas', value: change(await currentIdeas()) });
    })
  );
}

/** Whether it is what was made of the ideas. */
function isIdeaList(found: Found<IdeaList> | null | undefined): found is IdeaList {
  const { own, hidden, seen } = found ?? {};
  const isIdea = ({ id, text, tags }: Found<IdeaList['own'][number]>) =>
    isText(id) && isText(text) && isList(tags, isText);
  return (
    isList(own, (idea) => isIdea(Object(idea))) && isList(hidden, isText) && isList(seen, isText)
  );
}
