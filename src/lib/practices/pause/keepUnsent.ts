import { on } from 'svelte/events';
import { alone } from '#lib/device/webLock.ts';
import { whenReadable } from '#lib/lock/store/session.ts';
import { readDraft } from '#lib/store/index.ts';
import { here } from '#lib/time/clock.ts';
import { stamp } from '#lib/time/stamp.ts';
import { isAt } from '#lib/ui/navigation.ts';
import { keepRecords, loadTimer } from '../store/index.ts';
import { nineAfter } from './model/night.ts';
import { hasEnded } from './model/timer.ts';
import { pauseRecord } from './record.ts';
import { BLANK, isOver, pauseOf, type Unkept } from './unsavedPause.ts';

/**
 * Has a message that was written at night and left there come back in the morning: looks for one now, and
 * whenever the page comes in sight.
 */
export function watchUnsent(): void {
  const look = () =>
    void whenReadable()
      .then(keepUnsent)
      .catch(() => undefined);
  on(document, 'visibilitychange', look);
  look();
}

/** Saves a pause with a message in it, once the morning has come. The page of the pause does so by itself. */
export function keepUnsent(): Promise<void> {
  return alone('toward.unsent', async () => {
    const draft: Unkept = { ...BLANK, ...Object(await readDraft('pause')) };
    const { touchedAt } = draft;
    const now = Date.now();
    if (isAt('/practice/pause') || !isOver(draft, now) || !draft.message.trim()) return;
    if (now < nineAfter(touchedAt, here())) return;
    const { currentTimer } = await loadTimer();
    const timer = await currentTimer();
    if (timer && !hasEnded(timer, now)) return;
    const row = pauseRecord.create(pauseOf(draft, touchedAt, here()), {
      ...stamp(),
      now: touchedAt
    });
    await keepRecords([{ table: 'groundings', row, draft: 'pause' }]);
  });
}
