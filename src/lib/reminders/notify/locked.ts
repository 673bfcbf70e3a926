import { permission } from '#lib/device/notifications.ts';
import { MINUTE_MS } from '#lib/time/duration.ts';
import { notify, type Notice } from './notify.ts';
import { alone } from './oneAtATime.ts';

/*
 * While the app is locked nobody knows what is due, only when the next thing was. So a notification
 * says that there is something, nothing more, and has no answers: a tap opens the app.
 */

/** What tells that notification from others. */
export const LOCKED_TAG = 'locked';

/** The words of that notification, made by whoever has the messages. */
export interface LockedTexts {
  readonly title: string;
  /** The picture beside the words. */
  readonly icon: string;
  /** The address that a tap leads to. */
  readonly navigate: string;
}

/** TypeScript doesn't know all of it. */
type Told = Notification & Pick<Notice, 'timestamp'>;

/** Shows that something is due, where the user has given leave. */
export async function showLocked(
  registration: ServiceWorkerRegistration,
  texts: LockedTexts
): Promise<void> {
  if (permission() === 'granted') await alone(() => show(registration, texts, false));
}

/**
 * Whether somebody has just told so, and was heard. No browser but Chromium says when.
 *
 * @param now milliseconds since the epoch
 */
export async function isJustTold(
  registration: ServiceWorkerRegistration,
  now: number
): Promise<boolean> {
  const told: readonly Told[] = await registration.getNotifications({ tag: LOCKED_TAG });
  return told.some(({ timestamp = 0, silent }) => !silent && now - timestamp < MINUTE_MS);
}

/** Puts that, without a sound, in the place of the prompts that are to be seen: they may name acts. */
export async function quieten(
  registration: ServiceWorkerRegistration,
  texts: LockedTexts
): Promise<void> {
  await alone(async () => {
    const prompts = (await registration.getNotifications()).filter(({ data }) => Boolean(data));
    for (const prompt of prompts) prompt.close();
    if (prompts.length > 0) await show(registration, texts, true);
  });
}

function show(
  registration: ServiceWorkerRegistration,
  { title, ...look }: LockedTexts,
  silent: boolean
): Promise<void> {
  return notify(registration, title, { ...look, silent, tag: LOCKED_TAG });
}
