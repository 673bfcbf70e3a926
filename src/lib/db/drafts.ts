import { withConnection } from './connection.ts';
import { db } from './database.ts';

/*
 * Half-written work. Each draft stands under a key of its own until what it became is kept, or it
 * is dropped. Its shape is that of the form that wrote it, which may have changed since.
 */

/** The key of what is half written about an entry. */
export function entryDraftKey(id: string): string {
  return `entry/${id}`;
}

/** What was kept under a key; undefined where nothing was. */
export async function readDraft(key: string): Promise<unknown> {
  const stored = await withConnection(() => db.drafts.get(key));
  return stored?.value;
}

/**
 * Keeps a draft in place of the one before.
 *
 * @param value plain data
 * @throws StorageError
 */
export async function keepDraft(key: string, value: unknown): Promise<void> {
  await withConnection(() => db.drafts.put({ key, value }));
}

/**
 * Lets go of a draft.
 *
 * @throws StorageError
 */
export async function dropDraft(key: string): Promise<void> {
  await withConnection(() => db.drafts.delete(key));
}
