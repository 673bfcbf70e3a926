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

/**
 * What came of uploading a plan: `made` where the relay didn't know the device before, `refused` where it
 * won't have it, `away` where it didn't answer.
 */
export type Answered = 'made' | 'renewed' | 'full' | 'refused' | 'away';

/**
 * Asks once whether there is a relay at an address; `none` where something else answers.
 *
 * @param address of its wire, without a slash at the end
 */
export async function findRelay(address: string): Promise<Relay | 'none' | 'away'> {
  try {
    const answer = await ask(`${address}/`, {});
    // What stands in front of it has no answer from it.
    if (answer.status >= 500) return 'away';
    const said: unknown = answer.ok ? await answer.json().catch(() => undefined) : undefined;
    const { relay, key } = Object(said) as Record<string, unknown>;
    return relay === 1 && typeof key === 'string' ? { relay: address, vapid: key } : 'none';
  } catch {
    return 'away';
  }
}

/** Uploads the plan of a device in place of the one before. */
export async function upload({ endpoint, body, rings, ...device }: Upload): Promise<Answered> {
  const plan = JSON.stringify({ endpoint, body, rings });
  const { status, fault } = await tell(device, { method: 'PUT', body: plan });
  if (status === 201) return 'made';
  if (status === 204) return 'renewed';
  if (fault === 'full') return 'full';
  return status >= 400 && status < 500 && status !== 429 ? 'refused' : 'away';
}

/** Has a relay forget a device. One that it says it doesn't know is forgotten already. */
export async function forget(device: RungDevice): Promise<boolean> {
  const { status, fault } = await tell(device, { method: 'DELETE' });
  return status === 204 || (status === 403 && fault === 'device');
}

/** What a relay answers: its status, 0 where it doesn't, and the fault that it names. */
async function tell({ relay, id, token }: RungDevice, init: RequestInit) {
  try {
    const headers = { Authorization: `Bearer ${token}` };
    const answer = await ask(`${relay}/devices/${id}`, { ...init, headers });
    const said: unknown = await answer.json().catch(() => undefined);
    const { fault } = Object(said) as Record<string, unknown>;
    return { status: answer.status, fault };
  } catch {
    return { status: 0, fault: undefined };
  }
}

/** A page that is left meanwhile still gets it through. */
function ask(url: string, init: RequestInit): Promise<Response> {
  const quiet = { cache: 'no-store', credentials: 'omit', redirect: 'error' } as const;
  const signal = AbortSignal.timeout(PATIENCE);
  return fetch(url, { ...quiet, ...init, keepalive: true, signal });
}
