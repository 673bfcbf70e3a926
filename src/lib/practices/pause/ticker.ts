import { createSubscriber } from 'svelte/reactivity';

/** Fine enough for a breath to turn in time. */
const STEP = 200;

const subscribe = createSubscriber((update) => {
  const timer = setInterval(update, STEP);
  return () => clearInterval(timer);
});

/** Now, in milliseconds since the epoch. In runes it moves on several times a second. */
export function nowFinely(): number {
  subscribe();
  return Date.now();
}
