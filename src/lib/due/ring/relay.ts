import { SECOND_MS } from '#lib/time/duration.ts';
import type { PlannedRing } from '../model/plan.ts';

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 10 * SECOND_MS;

/** A relay, by the address of its wire and the key that it posts with. */
export interface Relay {
  readonly relay: string;
  readonly vapid: string;
}

/** A device as its relay knows it. */
interface RungDevice {
  readonly relay: string;
  readonly id: string;
  readonly token: string;
}

/** What a device has the relay post, where and when. */
interface Upload extends RungDevice {
  readonly endpoint: string;
  readonly body: string;
  readonly rings: readonly PlannedRing[];
}

/** What came of asking a relay: `refused` where it won't have it, `away` where it didn't answer. */
export type Answered = 'done' | 'full' | 'refused' | 'away';

/**
 * Asks once whether there is a relay at an address; `none` where something else answers.
 *
 * @param address of its wire, without a slash at the end
 */
export async function findRelay(address: string): Promise<Relay | 'none' | 'away'> {
  try {
    const answer = await ask(`${address}/`, {});
    const said: unknown = answer.ok ? await answer.json().catch(() => undefined) : undefined;
    const { relay, key } = Object(said) as Record<string, unknown>;
    return relay === 1 && typeof key === 'string' ? { relay: address, vapid: key } : 'none';
  } catch {
    return 'away';
  }
}

/** Uploads the plan of a device in place of the one before. */
export function upload({ endpoint, body, rings, ...device }: Upload): Promise<Answered> {
  return tell(device, { method: 'PUT', body: JSON.stringify({ endpoint, body, rings }) });
}

/** Has a relay forget a device. One that it doesn't know is forgotten already. */
export async function forget(device: RungDevice): Promise<boolean> {
  const answered = await tell(device, { method: 'DELETE' });
  return answered === 'done' || answered === 'refused';
}

async function tell({ relay, id, token }: RungDevice, init: RequestInit): Promise<Answered> {
  try {
    const headers = { Authorization: `Bearer ${token}` };
    const { ok, status } = await ask(`${relay}/devices/${id}`, { ...init, headers });
    if (ok) return 'done';
    if (status === 429) return 'full';
    return status < 500 ? 'refused' : 'away';
  } catch {
    return 'away';
  }
}

/** A page that is left meanwhile still gets it through. */
function ask(url: string, init: RequestInit): Promise<Response> {
  const quiet = { cache: 'no-store', credentials: 'omit', redirect: 'error' } as const;
  const signal = AbortSignal.timeout(PATIENCE);
  return fetch(url, { ...quiet, ...init, keepalive: true, signal });
}
