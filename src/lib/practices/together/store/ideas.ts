import { ideasSetting, type IdeaList } from '../model/ideas.ts';
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
 * @param change done once more where the answer to the first time was lost
 * @throws StorageError
 */
export function changeIdeas(change: (ideas: IdeaList) => IdeaList): Promise<void> {
  return withConnection(() =>
    db.transaction('rw', db.settings, async () => {
      await keepSetting(ideasSetting, change(await currentIdeas()));
    })
  );
}
