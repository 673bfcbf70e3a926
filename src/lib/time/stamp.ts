import { v7 as uuid } from 'uuid';
import type { Stamp } from './day.ts';
import { here } from './clock.ts';

/**
 * A new id, the time and the zone of what is made here.
 *
 * @param now milliseconds since the epoch: the id tells of it too
 */
export function stamp(now = Date.now()): Stamp {
  return { id: uuid({ msecs: now }), now, zone: here() };
}
