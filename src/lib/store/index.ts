import { v7 as uuid } from 'uuid';
import { lazy } from './lazy.ts';
import { outliving } from './pendingWrites.ts';

export const loadDrafts = () => import('./drafts.ts');

const drafts = lazy(loadDrafts);

export const { keepLeftDraft, readDraft } = drafts;

/**
 * Keeps a draft; undefined lets go of it. Where the page is left amid that, the next start keeps the
 * draft, unless another was kept since.
 *
 * @param before what stood in its place
 * @throws StorageError
 */
export function keepDraft(key: string, value: unknown, before: unknown): Promise<void> {
  const again = { id: uuid(), verb: 'keepLeftDraft', args: [key, value, before] };
  return outliving(again, () => drafts.keepDraft(key, value));
}
