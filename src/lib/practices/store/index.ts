import { v7 as uuid } from 'uuid';
import { lazy, lazyWrites } from '#lib/store/lazy.ts';
import { outliving } from '#lib/store/pendingWrites.ts';
import type { Timer } from '../pause/model/timer.ts';

export const loadRecords = () => import('./records.ts');
export const loadDated = () => import('./dated.ts');
export const loadIdeas = () => import('../together/store/ideas.ts');
export const loadCheckIn = () => import('../checkIn/store/checkInRules.ts');
export const loadTimer = () => import('../pause/store/timer.ts');

export const { recordOf } = lazy(loadRecords);
export const { keepRecords, putBack, removeRecord, takeBack } = lazyWrites(loadRecords);
export const { changeIdeas } = lazyWrites(loadIdeas);
export const { claimCheckIn, currentCheckIn } = lazy(loadCheckIn);
export const { setCheckIn } = lazyWrites(loadCheckIn);
export const { migrate } = lazy(() => import('./migrate.ts'));

const timers = lazy(loadTimer);
export const { claimRing, keepLeftTimer } = timers;

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
