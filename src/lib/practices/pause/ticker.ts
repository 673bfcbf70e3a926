import { createSubscriber } from 'svelte/reactivity';

/** Fine enough for a breath to turn in time. */
const STEP = 200;

const subscribe = createSubscriber((update) => {
  const timer = setInterval(update, STEP);
  document.addEventListener('visibilitychange', update);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', update);
  };
});

/** Now, in milliseconds since the epoch. In runes it moves on several times a second. */
export function nowFinely(): number {
  subscribe();
  return Date.now();
}

/** Whether the page is before somebody's eyes. In runes it follows. */
export function isInView(): boolean {
  subscribe();
  return document.visibilityState === 'visible';
}
