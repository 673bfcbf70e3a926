import { alone } from '#lib/device/webLock.ts';
import { withConnection } from '#lib/store/connection.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '#lib/time/duration.ts';
import { here } from '#lib/time/here.ts';
import { planRings, type PlannedRing, type RingSources } from '../../model/plan.ts';
import { forget, upload, type Answered, type Relay } from '../relay.ts';
import { base64url, sealFor, subscribe, unsubscribe } from '../subscription.ts';
import { ringSources } from './sources.ts';
import { db, type RingRow } from './tables.ts';

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

/** Why ringing couldn't be turned on: `push` where the browser's maker didn't help. */
export type RingFault = Exclude<Answered, 'done'> | 'push';

/**
 * Has a relay ring this device from now on. Resolves with why it won't, where it won't: then nothing
 * was turned on.
 *
 * @throws StorageError
 */
export function turnOn(
  { relay, vapid }: Relay,
  registration: ServiceWorkerRegistration
): Promise<RingFault | undefined> {
  return alone(TELLING, async () => {
    const sealed = await subscribe(registration, vapid)
      .then((subscription) => sealFor(subscription, registration.scope))
      .catch(() => undefined);
    if (!sealed) return 'push';
    const now = Date.now();
    const row: RingRow = {
      ...{ key: 'ring', relay, vapid, ...sealed, silent: [] },
      ...{ id: random(16), token: random(32), since: now, uploadedAt: now, failedAt: null },
      rings: planRings(await ringSources(), undefined, now, here())
    };
    // Kept first: a device that the relay knows must know so itself.
    await withConnection(() => db.device.put(row));
    const answered = await upload(row);
    if (answered === 'done') return undefined;
    await withConnection(() => db.device.delete('ring'));
    await unsubscribe(registration).catch(() => undefined);
    return answered;
  });
}

/**
 * Ends ringing, at the relay and here. Resolves with whether the relay has forgotten this device: one
 * that couldn't be reached can't ring it either, for the push address is gone. Resolves with true
 * where nothing rang.
 *
 * @throws StorageError
 */
export function turnOff(registration: ServiceWorkerRegistration | undefined): Promise<boolean> {
  return alone(TELLING, async () => {
    const row = await ringRow();
    if (!row) return true;
    const isForgotten = await forget(row);
    if (registration) await unsubscribe(registration).catch(() => undefined);
    await withConnection(() => db.device.delete('ring'));
    return isForgotten;
  });
}

/**
 * Plans the rings of the next weeks and uploads them where they are others than the relay has, where
 * the push address has changed, or where a day has passed. Does nothing where nothing rings.
 *
 * @param isStart the app has just started: a relay that has lost this device gets it again
 * @throws StorageError, `locked` where nobody knows what is due
 */
export function renew(registration: ServiceWorkerRegistration, isStart = false): Promise<void> {
  return alone(TELLING, async () => {
    const row = await ringRow();
    if (!row) return;
    const now = Date.now();
    const rings = planRings(audible(await ringSources(), row), row.tryAt, now, here());
    const sealed = await resealed(row, registration);
    const age = now - row.uploadedAt;
    const isDue = age >= (isStart ? MINUTE_MS : RENEWED_EVERY) || row.failedAt !== null;
    if (!sealed && !isDue && !isOther(rings, row, now)) return;
    const isTaken = (await upload({ ...row, ...sealed, rings })) === 'done';
    await change(
      isTaken
        ? { ...sealed, rings, uploadedAt: now, failedAt: null }
        : { failedAt: row.failedAt ?? now }
    );
  });
}

/** Notes that the device was rung. */
export function noteRung(): Promise<void> {
  return change({ rungAt: Date.now() });
}

/** Has the device rung once more, at an instant in milliseconds since the epoch. */
export function tryAt(at: number): Promise<void> {
  return change({ tryAt: at });
}

/** Says which reminders don't ring. */
export function setSilent(silent: readonly string[]): Promise<void> {
  return change({ silent });
}

/** Nothing changes where ringing was turned off meanwhile. */
async function change(changes: Partial<RingRow>): Promise<void> {
  await withConnection(() =>
    db.transaction('rw', db.device, async () => {
      const row = await db.device.get('ring');
      if (row) await db.device.put({ ...row, ...changes });
    })
  );
}

function audible({ reminders, ...rest }: RingSources, { silent }: RingRow): RingSources {
  return { ...rest, reminders: reminders.filter(({ id }) => !silent.includes(id)) };
}

/** A new message where the browser has another push address than the relay; undefined where it's the same. */
async function resealed(
  { endpoint, vapid }: RingRow,
  registration: ServiceWorkerRegistration
): Promise<{ endpoint: string; body: string } | undefined> {
  const known = await registration.pushManager.getSubscription();
  if (known?.endpoint === endpoint) return undefined;
  return Promise.resolve(known ?? subscribe(registration, vapid))
    .then((subscription) => sealFor(subscription, registration.scope))
    .catch(() => undefined);
}

/** Whether a plan says of what is to come something else than the one that the relay has. */
function isOther(
  rings: readonly PlannedRing[],
  { rings: before, uploadedAt }: RingRow,
  now: number
): boolean {
  const until = uploadedAt + COMPARED_DAYS * DAY_MS;
  const ahead = (all: readonly PlannedRing[]) =>
    all.filter(([at]) => at * SECOND_MS > now && at * SECOND_MS < until);
  return JSON.stringify(ahead(rings)) !== JSON.stringify(ahead(before));
}

function random(bytes: number): string {
  return base64url(crypto.getRandomValues(new Uint8Array(bytes)));
}
