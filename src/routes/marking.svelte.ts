import { isDueNow } from '#lib/domain/practice/waiting.ts';
import { setDueBadge } from '#lib/reminders/badge.ts';
import { now } from './clock.ts';
import { waitingView } from './waiting.svelte.ts';

let isStarted = false;

/** From now on marks the app's icon while something asks for an answer, for as long as the page is open. */
export function startMarking(): void {
  if (isStarted) return;
  isStarted = true;
  $effect.root(() => {
    $effect(() => {
      const list = waitingView.list;
      if (list) void setDueBadge(list.some((one) => isDueNow(one, now())));
    });
  });
}
