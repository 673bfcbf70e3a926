import {
  ideasSetting,
  isChangedSince,
  withChange,
  type IdeaChange,
  type IdeaList
} from '../model/ideas.ts';
import { transact } from '#lib/store/connection.ts';
import { db } from '../../store/tables.ts';
import { dropDraft } from '#lib/store/drafts.ts';
import { repeatable } from '#lib/store/repeatable.ts';
import { keepSetting, readSetting } from '#lib/store/settings.ts';
import { ChangedError } from '#lib/store/storageError.ts';

/** What the user has made of the ideas for time together. */
export function currentIdeas(): Promise<IdeaList> {
  return readSetting(ideasSetting);
}

/**
 * Changes the ideas as they are now. An own idea that another tab has changed since it was read stays so.
 *
 * @param draft the key of the half-written form that they come from, which goes with it
 * @throws StorageError; a ChangedError where an own idea is no longer as it was read
 */
export const changeIdeas = repeatable(
  (since) => (changes: readonly IdeaChange[], draft?: string) =>
    transact([db.settings, db.drafts], async () => {
      const list = await currentIdeas();
      const other = changes.find((change) => isChangedSince(list, change));
      if (other) throw new ChangedError(other, list.own);
      await keepSetting(ideasSetting, changes.reduce(withChange, list), since);
      await dropDraft(draft, since);
    })
);
