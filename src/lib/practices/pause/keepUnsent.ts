import { on } from 'svelte/events';
import { alone } from '#lib/device/webLock.ts';
import { whenReadable } from '#lib/lock/store/session.ts';
import { readDraft } from '#lib/store/index.ts';
import { here } from '#lib/time/clock.ts';
import { stamp } from '#lib/time/stamp.ts';
import { isAt } from '#lib/ui/navigation.ts';
import { keepRecords, loadTimer } from '../store/index.ts';
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

/** Saves a pause that was left long ago with a message in it. The page of the pause does so by itself. */
export function keepUnsent(): Promise<void> {
  return alone('toward.unsent', async () => {
    const draft: Unkept = { ...BLANK, ...Object(await readDraft('pause')) };
    if (isAt('/practice/pause') || !isOver(draft, Date.now()) || !draft.message.trim()) return;
    const { currentTimer } = await loadTimer();
    if (await currentTimer()) return;
    const { touchedAt } = draft;
    const row = pauseRecord.create(pauseOf(draft, touchedAt, here()), {
      ...stamp(),
      now: touchedAt
    });
    await keepRecords([{ table: 'groundings', row, draft: 'pause' }]);
  });
}
