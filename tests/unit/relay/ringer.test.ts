import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Log } from '../../../src/relay/log.ts';
import type { Outcome, Push } from '../../../src/relay/push.ts';
import { Ringer } from '../../../src/relay/ringer.ts';
import { packRings } from '../../../src/relay/rings.ts';
import type { Store } from '../../../src/relay/store.ts';
import { deviceOf, PLACES, type Place } from './stores.ts';

const seconds = () => Math.floor(Date.now() / 1000);
const SENT: Outcome = { kind: 'sent' };

let place: Place | undefined;
let store: Store;

beforeEach(async () => {
  place = await PLACES.SQLite?.();
  if (place) store = await place.open();
});

afterEach(async () => {
  await store.close();
  await place?.remove();
});

/** Saves devices of a push service whose ring is due since so many seconds. */
async function save(count: number, service: string, since: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const device = deviceOf(`${service}-${index}`, seconds() - since, Date.now());
    const rings = packRings([[seconds() - since, 3600]]);
    await store.save({ ...device, endpoint: `https://${service}.example/${index}`, rings }, 9999);
  }
}

test('a push service that never answers keeps no other waiting, and gets no more', async () => {
  const posted = { slow: 0, other: 0 };
  let answer: (outcome: Outcome) => void = () => undefined;
  const answered = new Promise<Outcome>((resolve) => (answer = resolve));
  const push: Push = async (endpoint) => {
    const service = endpoint.startsWith('https://slow') ? 'slow' : 'other';
    posted[service] += 1;
    return service === 'slow' ? answered : SENT;
  };
  await save(1200, 'slow', 60);
  await save(3, 'other', 30);
  const lines: Parameters<Log>[] = [];
  const ringer = new Ringer(store, push, (...line) => lines.push(line));
  ringer.start();
  try {
    await expect.poll(() => posted.other).toBe(3);
    // As many as are rung at a time, and those that came before half of these were slow.
    expect(posted.slow).toBeLessThan(750);
    expect(lines).toContainEqual(['again', { why: 'slow' }]);
  } finally {
    answer(SENT);
    await ringer.stop();
  }
});
