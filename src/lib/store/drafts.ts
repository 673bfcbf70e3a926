import { isSame } from '#lib/record/same.ts';
import { transact, withConnection } from './connection.ts';
import { db, type StoredDraft } from './database.ts';
import { isDeleted } from './deletions.ts';
import { entryDraftKey } from './draftKey.ts';
import { repeatable } from './repeatable.ts';

/*
 * Half-written work. Each draft stands under a key of its own until what it became is kept, or it
 * is dropped. Its shape is that of the form that wrote it, which may have changed since.
 */

/** What was kept under a key; undefined where nothing was. */
export async function readDraft(key: string): Promise<unknown> {
  const stored = await withConnection(() => db.drafts.get(key));
  return stored?.value;
}

/** What was kept under a key, and whether the row is deleted that it's about. */
export function lookUpDraft(
  key: string,
  id: string | undefined
): Promise<{ readonly value: unknown; readonly isGone: boolean }> {
  return withConnection(() =>
    db.transaction('r', db.drafts, db.deletions, async () => {
      // At once: Dexie may lose sight of a live question between two awaits.
      const [stored, isGone] = await Promise.all([
        db.drafts.get(key),
        id ? isDeleted(id, key === entryDraftKey(id)) : false
      ]);
      return { value: stored?.value, isGone };
    })
  );
}

/**
 * Keeps a draft in place of the one before. Done again, it stays as it is where another was kept since.
 *
 * @param value plain data; undefined to let go of the draft
 * @param before what stood in its place
 * @param at when that was asked for: what is asked later may let go of it
 * @throws StorageError
 */
export const keepDraft = repeatable(
  (since) =>
    (key: string, value: unknown, before?: unknown, at = since ?? Date.now()) =>
      transact(db.drafts, async () => {
        if (since && !isSame((await db.drafts.get(key))?.value, before)) return;
        await (value === undefined ? db.drafts.delete(key) : db.drafts.put({ key, value, at }));
      })
);

/**
 * Lets go of the draft of a form that is saved. A larger transaction that holds the drafts does this.
 * Resolves with what went.
 *
 * @param since when that was asked for, where it's done again: what was written since stays
 */
export async function dropDraft(
  key: string | undefined,
  since: number | undefined
): Promise<StoredDraft | undefined> {
  const draft = await draftToDrop(key, since);
  if (draft) await db.drafts.delete(draft.key);
  return draft;
}

/** What {@link dropDraft} lets go of. */
export async function draftToDrop(
  key: string | undefined,
  since: number | undefined
): Promise<StoredDraft | undefined> {
  const draft = key === undefined ? undefined : await db.drafts.get(key);
  return draft && !isLater(draft, since) ? draft : undefined;
}

function isLater({ at = 0 }: StoredDraft, since = Infinity): boolean {
  return at > since;
}

/**
 * Lets go of what is half written about entries or records that go. Resolves with what went, to be put
 * back where that is undone. As {@link dropDraft}.
 */
export async function dropDraftsAbout(
  ids: ReadonlySet<unknown>,
  since?: number
): Promise<StoredDraft[]> {
  const about = (await db.drafts.toArray()).filter(
    (draft) => namesOf(draft).some(ids.has, ids) && !isLater(draft, since)
  );
  await db.drafts.bulkDelete(about.map(({ key }) => key));
  return about;
}

/** Puts drafts back that went, but for those in whose place another was begun. As {@link dropDraftsAbout}. */
export async function putBackDrafts(drafts: readonly StoredDraft[]): Promise<void> {
  const here = await db.drafts.bulkGet(drafts.map(({ key }) => key));
  await db.drafts.bulkPut(drafts.filter((_, index) => !here[index]));
}

/** The ids that a draft may be about: it changes that record, or notes that it is being read. */
function namesOf({ key, value }: StoredDraft): unknown[] {
  return [...key.split('/'), value, (Object(value) as { id?: unknown }).id];
}
