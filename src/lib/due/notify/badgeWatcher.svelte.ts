import { isDueNow } from '../model/due.ts';
import { setDueBadge } from '#lib/reminders/notify/appBadge.ts';
import { ifRead } from '#lib/store/live.ts';
import { now } from '#lib/time/clock.ts';
import { dueView } from '../due.svelte.ts';

let isStarted = false;

/** From now on marks the app's icon while something asks for an answer, for as long as the page is open. */
export function startMarking(): void {
  if (isStarted) return;
  isStarted = true;
  $effect.root(() => {
    $effect(() => {
      const list = ifRead(() => dueView.list);
      if (list) void setDueBadge(list.some((one) => isDueNow(one, now())));
    });
  });
}
