import { alone } from '#lib/device/webLock.ts';
import { transact, withConnection } from '#lib/store/connection.ts';
import { repeatable } from '#lib/store/repeatable.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '#lib/time/duration.ts';
import { here } from '#lib/time/here.ts';
import {
  missedAt,
  planRings,
  RINGS_MAX,
  type PlannedRing,
  type RingSources
} from '../../model/plan.ts';
import { findRelay, forget, upload, type Answered, type Relay } from '../relay.ts';
import { base64url, sealFor, subscribe, unsubscribe, type Sealed } from '../subscription.ts';
import { ringSources } from './sources.ts';
import { db, type RingFault, type RingRow } from './tables.ts';

/** One tab, or the worker, at a time tells the relay something. */
const TELLING = 'toward.ring';

/** How long a plan that hasn't changed is good for before it's uploaded again, in milliseconds. */
const RENEWED_EVERY = DAY_MS;
/** Of two plans so many days are compared: the later one reaches further. */
const COMPARED_DAYS = 26;

/** What this device and its relay know of each other; undefined where it isn't rung. */
export function ringRow(): Promise<RingRow | undefined> {
  return withConnection(() => db.device.get('ring'));
}

/**
 * Has a relay ring this device from now on. Resolves with why it won't, where it won't: then nothing
 * was turned on, and nothing is left of it.
 *
 * @throws StorageError
 */
export function turnOn(
  { relay, vapid }: Relay,
  registration: ServiceWorkerRegistration
): Promise<RingFault | undefined> {
  return alone(TELLING, async () => {
    // Another tab was first.
    if (await ringRow()) return undefined;
    let isOn = false;
    try {
      const sealed = await sealedAnew(registration, vapid);
      if (!sealed) return 'push';
      const now = Date.now();
      const row: RingRow = {
        ...{ key: 'ring', relay, vapid, ...sealed, silent: [] },
        ...{ id: random(16), token: random(32), since: now, uploadedAt: null },
        rings: planRings(await ringSources(), undefined, now, here())
      };
      // Kept first: a device that the relay knows must know so itself.
      await transact(db.device, () => db.device.put(row));
      const answered = await upload(row);
      if (isTaken(answered)) {
        isOn = true;
        return await change({ uploadedAt: now });
      }
      // It may have been taken all the same.
      if (answered === 'away') void forget(row);
      return answered;
    } finally {
      if (!isOn) await end(registration);
    }
  });
}

/** What came of turning ringing off: `away` where the relay wasn't told, `left` where it can ring on. */
export type Ended = 'done' | 'away' | 'left';

/**
 * Ends ringing: here, at the browser's maker, and at the relay. One that couldn't be told can't ring
 * this device either where the push address is gone. Resolves with `done` where nothing rang.
 *
 * @throws StorageError
 */
export function turnOff(registration: ServiceWorkerRegistration | undefined): Promise<Ended> {
  return alone(TELLING, async () => {
    const row = await ringRow();
    const [isUnreachable, isForgotten] = await Promise.all([end(registration), row && forget(row)]);
    if (!row || isForgotten) return 'done';
    return isUnreachable ? 'away' : 'left';
  });
}

/** What a relay may still know, once its device is being erased. */
interface Leaving {
  /** Resolves with whether the relay has forgotten this device. */
  readonly isForgotten: Promise<boolean>;
}

/**
 * Begins to have the relay forget this device, and waits for no answer: whoever erases goes on.
 * Undefined where nothing rings.
 *
 * @throws StorageError
 */
export async function leave(): Promise<Leaving | undefined> {
  const row = await ringRow();
  return row && { isForgotten: alone(TELLING, () => forget(row)) };
}

/**
 * Plans the rings of the next weeks and uploads them where they are others than the relay has, where
 * the push address or the relay's key has changed, or where a day has passed. Where nothing rings it
 * sees to it that nothing can. Resolves with why the relay doesn't have them, where it doesn't.
 *
 * @param isStart the app has just started: a relay that has lost this device gets it again
 * @throws StorageError, `locked` where nobody knows what is due
 */
export function renew(
  registration: ServiceWorkerRegistration,
  isStart = false
): Promise<RingFault | undefined> {
  return alone(TELLING, async () => {
    const row = await ringRow();
    // What rings all the same was left behind, by a database that was lost for one.
    if (!row) return void (await unsubscribe(registration));
    const now = Date.now();
    const rings = planRings(audible(await ringSources(), row), row.tryAt, now, here());
    const fail = async (why: RingFault) => {
      await change({ failed: { at: row.failed?.at ?? now, why } });
      return why;
    };
    const age = row.uploadedAt === null ? Infinity : now - row.uploadedAt;
    const isDue = age >= (isStart ? MINUTE_MS : RENEWED_EVERY) || row.failed !== undefined;
    const vapid = isStart && isDue ? await keyOf(row) : row.vapid;
    const isKey = vapid === row.vapid;
    const known = await registration.pushManager.getSubscription();
    const isSame = isKey && known?.endpoint === row.endpoint;
    let sealed = isSame ? row : await sealedAnew(registration, vapid, isKey ? known : null);
    if (!sealed) return fail('push');
    if (isSame && !isDue && !isOther(rings, row, now)) return undefined;
    let answered = await upload({ ...row, ...sealed, rings });
    const isMissed = isStart && missedAt(row, now) > (row.anewAt ?? 0);
    // The push address may be dead: nobody is rung there, whoever asks. The relay forgets such a device.
    const isDead = isSame && (answered === 'made' || (answered === 'renewed' && isMissed));
    if (isDead) {
      sealed = await sealedAnew(registration, vapid);
      if (!sealed) return fail('push');
      answered = await upload({ ...row, ...sealed, rings });
    }
    if (!isTaken(answered)) return fail(answered);
    // With the last one that has passed: it may not have come.
    const passed = row.rings.filter(([at]) => at * SECOND_MS <= now).slice(-1);
    const { endpoint, body } = sealed;
    const made = { vapid, endpoint, body, ...(isDead && { anewAt: now }) };
    const all = [...passed, ...rings];
    return change({ ...made, rings: all, uploadedAt: now, failed: undefined });
  });
}

/**
 * When it is for a push: the instant that it rings for, where this device's clock is a little behind
 * its relay's.
 *
 * @param now milliseconds since the epoch
 */
export function rungFor({ rings }: RingRow, now: number): number {
  const ahead = rings.map(([at]) => at * SECOND_MS).find((at) => at > now);
  return ahead !== undefined && ahead - now < MINUTE_MS ? ahead : now;
}

/** Whether a ring at an instant is the one that was asked for to try it. */
export function isTrial({ tryAt = 0 }: RingRow, now: number): boolean {
  return Math.abs(now - tryAt) < MINUTE_MS;
}

/** Notes when the device was rung, in milliseconds since the epoch. */
export function noteRung(rungAt: number): Promise<undefined> {
  return change({ rungAt });
}

/** Has the device rung once more, at an instant in milliseconds since the epoch. */
export function tryAt(at: number): Promise<undefined> {
  return change({ tryAt: at });
}

/** Says which reminders don't ring. */
export const setSilent = repeatable(() => (silent: readonly string[]) => change({ silent }));

/** Nothing changes where ringing was turned off meanwhile. */
async function change(changes: Partial<RingRow>): Promise<undefined> {
  await transact(db.device, async () => {
    const row = await db.device.get('ring');
    if (row) await db.device.put({ ...row, ...changes });
  });
}

function audible({ reminders, ...rest }: RingSources, { silent }: RingRow): RingSources {
  return { ...rest, reminders: reminders.filter(({ id }) => !silent.includes(id)) };
}

/** The key that the relay posts with by now. It has lost the one before where that is another. */
async function keyOf({ relay, vapid }: RingRow): Promise<string> {
  const found = await findRelay(relay);
  return typeof found === 'object' ? found.vapid : vapid;
}

function isTaken(answered: Answered): answered is 'made' | 'renewed' {
  return answered === 'made' || answered === 'renewed';
}

/** Takes away what rings here. Resolves with whether no push can come any more. */
async function end(registration: ServiceWorkerRegistration | undefined): Promise<boolean> {
  await transact(db.device, () => db.device.delete('ring'));
  return (
    registration !== undefined &&
    unsubscribe(registration).then(
      () => true,
      () => false
    )
  );
}

/** A message sealed for a push address; undefined where the browser's maker gives none. */
async function sealedAnew(
  registration: ServiceWorkerRegistration,
  vapid: string,
  known: PushSubscription | null = null
): Promise<Sealed | undefined> {
  try {
    return await sealFor(known ?? (await subscribe(registration, vapid)), registration.scope);
  } catch {
    return undefined;
  }
}

/** Whether a plan says of what is to come something else than the one that the relay has. */
function isOther(
  rings: readonly PlannedRing[],
  { rings: before, uploadedAt }: RingRow,
  now: number
): boolean {
  // A plan that is full ends early, with a ring that has no next one to end it.
  const end = before.length < RINGS_MAX ? Infinity : (before.at(-1)?.[0] ?? 0) * SECOND_MS;
  const until = Math.min((uploadedAt ?? now) + COMPARED_DAYS * DAY_MS, end);
  const ahead = (all: readonly PlannedRing[]) =>
    all.filter(([at]) => at * SECOND_MS > now && at * SECOND_MS < until);
  return JSON.stringify(ahead(rings)) !== JSON.stringify(ahead(before));
}

function random(bytes: number): string {
  return base64url(crypto.getRandomValues(new Uint8Array(bytes)));
}
