import webPush from 'web-push';

/** What came of a message that was posted to a push service. */
export type Outcome =
  /** The service has it. */
  | { readonly kind: 'sent' }
  /** Nobody is registered there any more. */
  | { readonly kind: 'gone' }
  /** It may be taken later: after so many seconds, where the service says so. `why` is a status, or a fault of the net. */
  | { readonly kind: 'again'; readonly why: number | string; readonly after: number | undefined }
  /** The service won't have it, and never will. */
  | { readonly kind: 'refused'; readonly why: number };

export type Push = (
  endpoint: string,
  body: Uint8Array<ArrayBuffer>,
  ttl: number
) => Promise<Outcome>;

/** A key pair that tells a push service who posts (VAPID, RFC 8292), as `web-push` makes it. */
export type VapidKeys = ReturnType<typeof webPush.generateVAPIDKeys>;

/** For how long a signed header is used, and how long it is good for, in seconds. Apple wants it renewed at most hourly, and good for a day at most. */
const USED = 6 * 3600;
const GOOD = 12 * 3600;

/** For how many push services one is kept. */
const SIGNED_MAX = 100;

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Makes what posts a message to a push service (RFC 8030). It follows no redirect, and throws nothing.
 *
 * @param contact an address of who runs the relay, `mailto:` or `https:`
 * @param now in milliseconds since the epoch
 */
export function pushWith(keys: VapidKeys, contact: string, now = Date.now): Push {
  const signed = new Map<string, { readonly header: string; readonly until: number }>();

  /** Signing takes milliseconds: one header serves all devices of a push service for hours. */
  function authorization(origin: string): string {
    const known = signed.get(origin);
    const seconds = Math.floor(now() / 1000);
    // Not one of later: the clock was set back, and it'd be good for too long.
    if (known && known.until > seconds && known.until <= seconds + USED) return known.header;
    const { publicKey, privateKey } = keys;
    const header = webPush.getVapidHeaders(
      origin,
      contact,
      publicKey,
      privateKey,
      'aes128gcm',
      seconds + GOOD
    ).Authorization;
    // There are a few of them, unless somebody makes names up.
    if (signed.size >= SIGNED_MAX) signed.clear();
    signed.set(origin, { header, until: seconds + USED });
    return header;
  }

  return async (endpoint, body, ttl) => {
    try {
      const answer = await fetch(endpoint, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE),
        headers: {
          Authorization: authorization(new URL(endpoint).origin),
          'Content-Encoding': 'aes128gcm',
          'Content-Type': 'application/octet-stream',
          TTL: String(ttl),
          // A ring that was not fetched yet gives way to the next one.
          Topic: 'reminder',
          Urgency: 'high'
        },
        body
      });
      await answer.body?.cancel();
      return outcomeOf(answer, now());
    } catch (error) {
      // A code, never a name or an address.
      const { cause, name } = error as Error & { cause?: { code?: string } };
      return { kind: 'again', why: cause?.code ?? name, after: undefined };
    }
  };
}

function outcomeOf({ ok, status, headers }: Response, now: number): Outcome {
  if (ok) return { kind: 'sent' };
  if (status === 404 || status === 410) return { kind: 'gone' };
  if (status !== 429 && status < 500) return { kind: 'refused', why: status };
  return { kind: 'again', why: status, after: secondsOf(headers.get('Retry-After'), now) };
}

/** Reads `Retry-After`: seconds, or a date. Undefined where it's neither. */
function secondsOf(text: string | null, now: number): number | undefined {
  if (!text) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}
