import { v7 as uuid } from 'uuid';
import { lazy, lazyWrites } from '#lib/store/lazy.ts';
import { outliving } from '#lib/store/pendingWrites.ts';
import type { Entry } from '#lib/account/model/entry.ts';
import type { Timer } from '../pause/model/timer.ts';
import type { PracticeRecord } from '../registry.ts';
import type { Kept } from './records.ts';

export const loadRecords = () => import('./records.ts');
export const loadDated = () => import('./dated.ts');
export const loadIdeas = () => import('../together/store/ideas.ts');
export const loadCheckIn = () => import('../checkIn/store/checkInRules.ts');
export const loadTimer = () => import('../pause/store/timer.ts');

const records = lazy(loadRecords);
export const { recordOf } = records;
export const { putBack, removeRecord, takeBack } = lazyWrites(loadRecords);
export const { changeIdeas } = lazyWrites(loadIdeas);
export const { claimCheckIn, currentCheckIn } = lazy(loadCheckIn);
export const { setCheckIn } = lazyWrites(loadCheckIn);
export const { migrate } = lazy(() => import('./migrate.ts'));

const timers = lazy(loadTimer);
export const { claimRing, keepLeftTimer } = timers;

/**
 * Keeps records, and the entry of one of them. Where the page is left amid that, the next start keeps
 * those that were not changed or deleted since.
 *
 * @param since when that was asked first, where it's done again
 * @throws StorageError; a ChangedError where another tab has changed one of them since it was read
 */
export function keepRecords(
  all: readonly PracticeRecord[],
  added?: Entry,
  since?: number
): Promise<readonly Kept[]> {
  const again = { id: uuid(), verb: 'keepRecords', args: [all, added, since ?? Date.now()] };
  return outliving(again, () => records.keepRecords(all, added, since));
}

/**
 * Keeps a timer in the place of any other; null takes it away. Where the page is left amid that, the
 * next start keeps the timer, unless another was kept since.
 *
 * @param before what stood in its place
 * @throws StorageError
 */
export function keepTimer(timer: Timer | null, before: Timer | null): Promise<void> {
  const again = { id: uuid(), verb: 'keepLeftTimer', args: [timer, before] };
  return outliving(again, () => timers.keepTimer(timer));
}
