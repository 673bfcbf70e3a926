import { db as database, type Database } from '#lib/store/database.ts';
import type { RingRecord } from '../../model/plan.ts';
import type { Answered } from '../relay.ts';

/** Why a relay doesn't ring this device: `push` where the browser's maker didn't help. */
export type RingFault = Exclude<Answered, 'made' | 'renewed'> | 'push';

/** That this device is rung, by which relay, and what that relay has of it. It stays open under the lock. */
export interface RingRow extends RingRecord {
  readonly key: 'ring';
  /** The address of the relay's wire. */
  readonly relay: string;
  /** The key that the relay posts with. */
  readonly vapid: string;
  /** What the relay calls this device, and how the device proves itself. */
  readonly id: string;
  readonly token: string;
  /** The push address, and the message that was sealed for it. */
  readonly endpoint: string;
  readonly body: string;
  /** When the relay last took a plan, in milliseconds since the epoch; null until it has. */
  readonly uploadedAt: number | null;
  /** Since when it hasn't, and why; undefined where it did. */
  readonly failed?: { readonly at: number; readonly why: RingFault } | undefined;
  /** When it last subscribed anew since a ring hadn't come. */
  readonly anewAt?: number;
  /** One ring more, to try it. */
  readonly tryAt?: number;
  /** Ids of the reminders that don't ring. */
  readonly silent: readonly string[];
}

/** The database as ringing sees it. */
export const db = database as Database<object, never, RingRow>;
