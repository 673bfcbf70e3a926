import { v7 as uuid } from 'uuid';
import { lazy, lazyWrites } from '#lib/store/lazy.ts';
import { outliving } from '#lib/store/pendingWrites.ts';
import type { Entry } from '../model/entry.ts';

export const loadQueries = () => import('./queries.ts');

const loadLedger = () => import('./ledger.ts');
const ledger = lazy(loadLedger);

export const { allTallies, entriesBetween, entriesOn } = lazy(loadQueries);
export const { arrange, callPartner } = lazyWrites(loadQueries);
export const { replace, restoreEntry, retract } = lazyWrites(loadLedger);
export const { acceptLog, findMissing, mendTallies } = lazy(() => import('./tallyCheck.ts'));

/**
 * Adds an entry to the log. Where the page is left amid that, the next start adds it, unless it was
 * deleted since.
 *
 * @param draft the key of its half-written form, which goes with it
 * @param since when that was asked first, where it's done again
 * @throws StorageError
 */
export function record(entry: Entry, draft?: string, since?: number): Promise<void> {
  const again = { id: uuid(), verb: 'record', args: [entry, draft, since ?? Date.now()] };
  return outliving(again, () => ledger.record(entry, draft, since));
}
