import type { Ring } from './rings.ts';

/** What a device may ask for. Told at `GET /relay/v1/`. */
export const LIMITS = {
  /** Rings of a plan. */
  rings: 200,
  /** How far ahead a ring may lie, in seconds. */
  ahead: 60 * 86_400,
  /** For how long a ring may be late, in seconds. */
  ttl: 65_535,
  /** Bytes of a message: the push services take no more. */
  body: 4096,
  /** Characters of a push address. */
  endpoint: 2048
} as const;

/** Bytes of a request: all of the above at their longest. */
export const REQUEST_MAX = 16_384;

/** What a device uploads: its push address, what is posted there, and when. */
interface Plan {
  readonly endpoint: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly rings: readonly Ring[];
}

/** Why a plan is refused: the part that is wrong. */
type PlanFault = 'plan' | 'endpoint' | 'host' | 'body' | 'rings';

/** The push services of the browsers' makers. A name that begins with a dot stands for all below it. */
const PUSH_HOSTS: readonly string[] = [
  'fcm.googleapis.com',
  'jmt17.google.com',
  'updates.push.services.mozilla.com',
  '.push.apple.com',
  '.notify.windows.com'
];

/**
 * Reads what a device has uploaded. Names the part that is wrong where there is one.
 *
 * @param given of whatever shape
 * @param now in seconds since the epoch
 * @param stands origins of push services that stand in for those of the makers, as tests do
 */
export function readPlan(
  given: unknown,
  now: number,
  stands: readonly string[] = []
): Plan | PlanFault {
  if (typeof given !== 'object' || given === null) return 'plan';
  const { endpoint, body, rings } = given as Record<string, unknown>;
  if (typeof endpoint !== 'string' || !URL.canParse(endpoint)) return 'endpoint';
  const url = new URL(endpoint);
  const { href } = url;
  if (url.username || url.password || url.hash || href.length > LIMITS.endpoint) return 'endpoint';
  if (!stands.includes(url.origin) && !isOfPushService(url)) return 'host';
  const bytes = readBytes(body);
  if (!bytes || bytes.length === 0 || bytes.length > LIMITS.body) return 'body';
  if (!Array.isArray(rings) || rings.length > LIMITS.rings) return 'rings';
  if (!rings.every((ring) => isRing(ring, now + LIMITS.ahead)) || !ascend(rings)) return 'rings';
  // As it was read here, so that it's posted to no other host.
  return { endpoint: href, body: bytes, rings };
}

function isOfPushService({ protocol, hostname, port }: URL): boolean {
  const isKnown = PUSH_HOSTS.some((host) =>
    host.startsWith('.') ? hostname.endsWith(host) : hostname === host
  );
  return isKnown && protocol === 'https:' && port === '';
}

/** Reads base64url without padding; undefined where it's anything else. */
function readBytes(text: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (typeof text !== 'string') return undefined;
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : undefined;
}

function isRing(ring: unknown, last: number): ring is Ring {
  if (!Array.isArray(ring) || ring.length !== 2) return false;
  const [at, ttl] = ring as unknown[];
  return isWhole(at, 1, last) && isWhole(ttl, 0, LIMITS.ttl);
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

function ascend(rings: readonly Ring[]): boolean {
  return rings.every(([at], index) => index === 0 || at > (rings[index - 1]?.[0] ?? 0));
}
