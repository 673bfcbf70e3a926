import { ideasSetting, withChange, type IdeaChange, type IdeaList } from '../model/ideas.ts';
import { withConnection } from '#lib/store/connection.ts';
import { db } from '../../store/tables.ts';
import { keepSetting, readSetting } from '#lib/store/settings.ts';

/** What the user has made of the ideas for time together. */
export function currentIdeas(): Promise<IdeaList> {
  return readSetting(ideasSetting);
}

/**
 * Changes the ideas as they are now, whatever another tab has made of them.
 *
 * @param draft the key of the half-written form that they come from, which goes with it
 * @throws StorageError
 */
export function changeIdeas(changes: readonly IdeaChange[], draft?: string): Promise<void> {
  return withConnection(() =>
    db.transaction('rw', db.settings, db.drafts, async () => {
      await keepSetting(ideasSetting, changes.reduce(withChange, await currentIdeas()));
      if (draft) await db.drafts.delete(draft);
    })
  );
}
