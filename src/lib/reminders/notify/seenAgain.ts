import { LOCKED_TAG } from './locked.ts';
import { notify, type Notice } from './notify.ts';
import { alone } from './oneAtATime.ts';
import { EXAMPLE_TAG } from './prompts.ts';

/** A notification that is to be seen. TypeScript doesn't know all of it, nor has each browser all. */
type Seen = Notification & Partial<Pick<Notice, 'navigate' | 'actions' | 'timestamp'>>;

/**
 * Shows once more, without a sound and in its own place, what is to be seen and tells of something.
 * Resolves with whether anything is.
 *
 * @param otherwise where a tap leads, in a browser that doesn't say where that of a notification does
 */
export function showSeenAgain(
  registration: ServiceWorkerRegistration,
  otherwise: string
): Promise<boolean> {
  return alone(async () => {
    const all: readonly Seen[] = await registration.getNotifications();
    const seen = all.findLast(({ tag }) => tag !== LOCKED_TAG && tag !== EXAMPLE_TAG);
    if (!seen) return false;
    const { title, body, icon, tag, data, requireInteraction, navigate = otherwise } = seen;
    const { actions = [], timestamp } = seen;
    const look = { body, icon, tag, data, requireInteraction, actions, navigate, silent: true };
    await notify(registration, title, { ...look, ...(timestamp && { timestamp }) });
    return true;
  });
}
