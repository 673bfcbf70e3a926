import { createSubscriber } from 'svelte/reactivity';
import { momentAt, type Day } from './day.ts';
import { MINUTE_MS } from './duration.ts';
import { here } from './here.ts';

export { here };

const subscribe = createSubscriber((update) => {
  const timer = setInterval(update, MINUTE_MS / 2);
  document.addEventListener('visibilitychange', update);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', update);
  };
});

/** Now, in milliseconds since the epoch. In runes it moves on twice a minute, and on return to the tab. */
export function now(): number {
  subscribe();
  return Date.now();
}

/** Today, here. Readable in runes: midnight passes while the app is open. */
export function today(): Day {
  subscribe();
  return momentAt(Date.now(), here()).day;
}
