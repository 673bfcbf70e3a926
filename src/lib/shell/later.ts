import { lockOnLeaving } from '#lib/lock/screen/lockOnExit.ts';
import { startReminders } from '#lib/due/notify/dueWatcher.svelte.ts';
import { startRinging } from '#lib/due/ring/ring.svelte.ts';
import { watchUnsent } from '#lib/practices/pause/keepUnsent.ts';
import { keepTexts } from '#lib/ui/keepTexts.ts';
import { installOffer } from './installOffer.svelte.ts';
import { startRedoing } from './redoWrites.ts';
import { checkStart } from './startupCheck.ts';
import { update } from './update.svelte.ts';

export { default as ClashSheet } from '#lib/ui/ClashSheet.svelte';
export { default as Notices } from './Notices.svelte';

/** Starts what no first tap waits for: updates, what was left unsaved, the check of the data, reminders. */
export function start(): void {
  keepTexts();
  lockOnLeaving();
  installOffer.listen();
  void update.watch();
  startRedoing();
  // What keeps the database from answering is told by whatever reads it next.
  checkStart().catch(() => undefined);
  startReminders();
  startRinging();
  watchUnsent();
}
