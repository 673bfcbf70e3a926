import { on } from 'svelte/events';
import { alone } from '#lib/device/webLock.ts';
import { whenReadable } from '#lib/lock/store/session.ts';
import { readDraft } from '#lib/store/index.ts';
import { here } from '#lib/time/clock.ts';
import { MINUTE_MS } from '#lib/time/duration.ts';
import { stamp } from '#lib/time/stamp.ts';
import { isAt } from '#lib/ui/navigation.ts';
import { keepRecords, loadTimer } from '../store/index.ts';
import { nineAfter } from './model/night.ts';
import { hasEnded } from './model/timer.ts';
import { pauseRecord } from './record.ts';
import { BLANK, isOver, pauseOf, PUTTING_AWAY, type Unkept } from './unsavedPause.ts';

/** How often a page that stays in sight looks, in milliseconds. */
const EVERY = 10 * MINUTE_MS;

/**
 * Has a message that was written at night and left there come back in the morning: looks for one now,
 * whenever the page comes in sight, and now and then.
 */
export function watchUnsent(): void {
  const look = () =>
    void whenReadable()
      .then(keepUnsent)
      .catch(() => undefined);
  on(document, 'visibilitychange', look);
  setInterval(look, EVERY);
  look();
}

/** Saves a pause with a message in it, once the morning has come. The page of the pause does so by itself. */
export function keepUnsent(): Promise<void> {
  return alone(PUTTING_AWAY, async () => {
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
