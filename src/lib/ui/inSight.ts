import { createSubscriber } from 'svelte/reactivity';
import { on } from 'svelte/events';

const subscribe = createSubscriber((update) => on(document, 'visibilitychange', update));

/** Whether the page is in sight; readable in runes. */
export function isInSight(): boolean {
  subscribe();
  return document.visibilityState === 'visible';
}
