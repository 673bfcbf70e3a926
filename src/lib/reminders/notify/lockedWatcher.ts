import { askWorker } from './askWorker.ts';
import { closeTagged } from './close.ts';
import { LOCKED_TAG } from './locked.ts';
import { startTicking } from './ticker.ts';

/** When each of these is due next. That is all that a locked app knows of them. */
const next = { reminder: Infinity, timer: Infinity, checkIn: Infinity };

/** Remembers, in memory alone, when something is due: in milliseconds since the epoch. */
export function keepWaking(what: keyof typeof next, at: number): void {
  next[what] = at;
}

/**
 * While the app is locked: takes the prompts off the screen, and tells that something is due when it
 * is. Ends when the function returned is called.
 */
export function startWaking(): () => void {
  let dueAt = Math.min(next.reminder, next.timer, next.checkIn);
  void withWorker((registration) => askWorker(registration, 'quieten'));
  const stop = startTicking(() => {
    const left = dueAt - Date.now();
    // Whoever has the lock screen before their eyes is told when they look away.
    if (left > 0 || document.visibilityState === 'visible') return left > 0 ? left : Infinity;
    dueAt = Infinity;
    void withWorker((registration) => askWorker(registration, 'show-locked'));
    return Infinity;
  });
  return () => {
    stop();
    void withWorker((registration) => closeTagged(registration, LOCKED_TAG));
  };
}

async function withWorker(
  tell: (registration: ServiceWorkerRegistration) => unknown
): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration) await tell(registration);
}
