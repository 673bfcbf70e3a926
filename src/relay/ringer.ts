import type { Log } from './log.ts';
import type { Outcome, Push } from './push.ts';
import { ringAfter, ringDue, unpackRings, type Ring } from './rings.ts';
import type { Claimed, Settled, Store } from './store.ts';

/** How many devices are rung at a time. */
const AT_A_TIME = 500;

/** A post that isn't answered by then takes no room from others any more: in milliseconds. */
const SLOW = 1000;
/** With so many of those a push service gets no more until it answers. */
const SLOW_MAX = 250;

/** For how long a claimed device is nobody else's, in seconds: longer than a push (10) and its writing (15) take. */
const LEASE = 30;

/** So long after its last claim it no longer rings, in milliseconds. */
const STUCK = 30_000;

/** After how many seconds a ring is tried again where the push service doesn't say: twice as many each time. */
const AGAIN = 30;
const AGAIN_MAX = 15 * 60;

/** How long answers are gathered before they are written together, in milliseconds. */
const GATHER = 20;

/** After how long a device that wasn't renewed is forgotten: sooner where it has no ring left. In milliseconds. */
const FORGOTTEN = 60 * 86_400_000;
const EMPTY_FORGOTTEN = 7 * 86_400_000;
/** How often that is looked at, in milliseconds. */
const SWEEP = 3_600_000;

/** What has happened since it was last told. */
type Tally = Record<Outcome['kind'] | 'late', number>;

/** Rings every device at its instants, each of them to the second. */
export class Ringer {
  readonly #store: Store;
  readonly #push: Push;
  readonly #log: Log;
  readonly #ringing = new Set<Promise<void>>();
  /** How many posts each push service is slow to answer. */
  readonly #slow = new Map<string, number>();
  #answered: Settled[] = [];
  #tally: Tally = { sent: 0, gone: 0, again: 0, refused: 0, late: 0 };
  #timer: NodeJS.Timeout | undefined;
  #sweeping: NodeJS.Timeout | undefined;
  #claiming: Promise<void> | undefined;
  #settling: Promise<void> | undefined;
  #isStopping = false;
  #claimedAt = performance.now();

  constructor(store: Store, push: Push, log: Log) {
    this.#store = store;
    this.#push = push;
    this.#log = log;
  }

  start(): void {
    this.#tick();
    void this.#sweep();
    this.#sweeping = setInterval(() => void this.#sweep(), SWEEP);
  }

  /** Whether it gets to know which devices are due. */
  get isWell(): boolean {
    return performance.now() - this.#claimedAt < STUCK;
  }

  /** Claims nothing more. Resolves once what is under way has been answered and written. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    clearTimeout(this.#timer);
    clearInterval(this.#sweeping);
    await this.#claiming;
    await Promise.all(this.#ringing);
    await this.#settling;
    this.#tell();
  }

  /** Looks at each full second: instants are full seconds. */
  #tick(): void {
    this.#timer = setTimeout(
      () => {
        this.#tick();
        this.#claimSoon();
      },
      1000 - (Date.now() % 1000)
    );
  }

  #claimSoon(): void {
    if (this.#isStopping) return;
    this.#claiming ??= this.#claim()
      .catch((error: unknown) => this.#log('store', { error: String(error) }))
      .finally(() => (this.#claiming = undefined));
  }

  async #claim(): Promise<void> {
    const slow = [...this.#slow.values()].reduce((sum, count) => sum + count, 0);
    const room = AT_A_TIME - this.#ringing.size + slow;
    if (room <= 0) return;
    const now = seconds();
    const claimed = await this.#store.claim(now, now + LEASE, room);
    this.#claimedAt = performance.now();
    for (const device of claimed) {
      const ringing = this.#ring(device).finally(() => this.#ringing.delete(ringing));
      this.#ringing.add(ringing);
    }
  }

  /** Rings a device, and resolves once that is written. */
  async #ring(device: Claimed): Promise<void> {
    const rings = unpackRings(device.rings);
    const now = seconds();
    const ring = ringDue(rings, now);
    const left = ring ? ring[0] + ring[1] - now : -1;
    let outcome: Outcome | undefined;
    if (left >= 0) outcome = await this.#post(device, left);
    if (outcome?.kind === 'refused' || outcome?.kind === 'again') {
      this.#log(outcome.kind, { why: outcome.why });
    }
    this.#tally[outcome?.kind ?? 'late'] += 1;
    this.#answered.push(settledBy(device, rings, ring, outcome, seconds()));
    await (this.#settling ??= this.#settle());
  }

  /** Posts, unless the push service has too many to answer: one that is slow must not keep the others waiting. */
  async #post({ endpoint, body }: Claimed, ttl: number): Promise<Outcome> {
    const service = new URL(endpoint).origin;
    const slow = () => this.#slow.get(service) ?? 0;
    if (slow() >= SLOW_MAX) return { kind: 'again', why: 'slow', after: undefined };
    let isSlow = false;
    const timer = setTimeout(() => {
      isSlow = true;
      this.#slow.set(service, slow() + 1);
    }, SLOW);
    const outcome = await this.#push(endpoint, body, ttl);
    clearTimeout(timer);
    if (isSlow) this.#slow.set(service, slow() - 1);
    return outcome;
  }

  async #settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, GATHER));
    const settled = this.#answered;
    this.#answered = [];
    this.#settling = undefined;
    try {
      await this.#store.settle(settled);
    } catch (error) {
      // Their leases end: they are rung once more.
      this.#log('store', { error: String(error), unsettled: settled.length });
    }
    // Once those that were waiting for this have made room.
    setImmediate(() => this.#claimSoon());
  }

  async #sweep(): Promise<void> {
    this.#tell();
    try {
      const now = Date.now();
      const forgotten = await this.#store.sweep(now - FORGOTTEN, now - EMPTY_FORGOTTEN);
      if (forgotten > 0) this.#log('forgotten', { devices: forgotten });
    } catch (error) {
      this.#log('store', { error: String(error) });
    }
  }

  #tell(): void {
    if (Object.values(this.#tally).some((count) => count > 0)) this.#log('rings', this.#tally);
    this.#tally = { sent: 0, gone: 0, again: 0, refused: 0, late: 0 };
  }
}

/**
 * What becomes of a device after a ring: it's looked at again at its next one, or once more for this
 * one while that is worth it.
 *
 * @param outcome undefined where the ring came too late to be sent
 * @param now in seconds since the epoch
 */
export function settledBy(
  { id, seen, lease, tries }: Pick<Claimed, 'id' | 'seen' | 'lease' | 'tries'>,
  rings: readonly Ring[],
  ring: Ring | undefined,
  outcome: Outcome | undefined,
  now: number
): Settled {
  if (outcome?.kind === 'gone') return { id, seen, lease, isGone: true };
  if (ring && outcome?.kind === 'again') {
    const longer = (wait: number) => Math.min(wait * 2 ** tries, AGAIN_MAX);
    const next = now + Math.max(longer(1), outcome.after ?? longer(AGAIN));
    if (next <= ring[0] + ring[1])
      return { id, seen, lease, isGone: false, next, tries: tries + 1 };
  }
  const next = ringAfter(rings, ring?.[0] ?? now)?.[0] ?? null;
  return { id, seen, lease, isGone: false, next, tries: 0 };
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}
