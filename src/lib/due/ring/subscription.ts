import { m } from '#i18n/paraglide/messages.js';
import { SECOND_MS } from '#lib/time/duration.ts';
import { sealPush } from './sealPush.ts';

/** Where its maker can't be reached, a browser never answers. In milliseconds. */
const PATIENCE = 10 * SECOND_MS;

/** What the text of a message is padded to, in bytes. */
const SIZE = 512;

/** A push address, and the message that is posted there. */
export interface Sealed {
  readonly endpoint: string;
  /** In base64url. */
  readonly body: string;
}

/**
 * Subscribes this browser to be rung, in place of any subscription before.
 *
 * @param vapid the key of whoever is to ring
 * @throws where the browser won't, or its maker doesn't answer within ten seconds
 */
export async function subscribe(
  registration: ServiceWorkerRegistration,
  vapid: string
): Promise<PushSubscription> {
  const options = { userVisibleOnly: true, applicationServerKey: vapid };
  await unsubscribe(registration);
  return inTime(registration.pushManager.subscribe(options));
}

/**
 * Ends the subscription of this browser, where it has one.
 *
 * @throws where its maker doesn't answer within ten seconds
 */
export async function unsubscribe({ pushManager }: ServiceWorkerRegistration): Promise<void> {
  await inTime((async () => (await pushManager?.getSubscription())?.unsubscribe())());
}

function inTime<T>(work: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('The push service did not answer.')), PATIENCE)
  );
  return Promise.race([work, late]);
}

/**
 * Seals the one message of a subscription: neutral words for a device that shows it by itself. The
 * worker puts what is due in its place.
 *
 * @param scope the address of the app
 */
export async function sealFor(subscription: PushSubscription, scope: string): Promise<Sealed> {
  const keyOf = (name: PushEncryptionKeyName) =>
    new Uint8Array(subscription.getKey(name) ?? new ArrayBuffer());
  const keys = { p256dh: keyOf('p256dh'), auth: keyOf('auth') };
  const notification = { title: m.notice_title(), navigate: `${scope}?due`, tag: 'due' };
  // WebKit has looked for `mutable` in either place.
  const message = {
    web_push: 8030,
    notification: { ...notification, mutable: true },
    mutable: true
  };
  const bytes = await sealPush(keys, JSON.stringify(message), SIZE);
  return { endpoint: subscription.endpoint, body: base64url(bytes) };
}

/** Bytes as the wire has them. */
export function base64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
