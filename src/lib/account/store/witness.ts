import { readLocal, writeLocal } from '#lib/store/local.ts';
import { isSealed } from '#lib/lock/store/session.ts';

/*
 * An independent witness of the log, kept outside IndexedDB. A damaged database often comes back
 * empty or short and says nothing; the witness tells that from a new account.
 *
 * It is written after a commit and may lag behind: the browser writes localStorage to disk seconds
 * later, and two tabs may overwrite each other. So it also remembers how many entries had been
 * retracted by then. The database counts those too, and a witness that lags behind an undo is told
 * from a log that has lost entries. It never claims more than there was.
 */

/** What the witness remembers. */
interface Witness {
  /** How many entries there were. */
  readonly count: number;
  /** How many entries had ever been retracted. */
  readonly retracted: number;
  /** The entry recorded last, or null where that is not known. */
  readonly lastId: string | null;
}

const KEY = 'toward.witness';

/** What the witness last saw; null where there is none, as on a new device. */
export function readWitness(): Witness | null {
  const [count, retracted, lastId] = readLocal(KEY)?.split(' ') ?? [];
  if (!count) return null;
  return { count: Number(count) || 0, retracted: Number(retracted) || 0, lastId: lastId || null };
}

/** Makes the witness see this. Under the lock it remembers no id: an id tells when it was made. */
export function writeWitness({ count, retracted, lastId }: Witness): void {
  writeLocal(KEY, `${count} ${retracted} ${(!isSealed() && lastId) || ''}`);
}

/** Forgets the id of the entry recorded last: one from before the lock was on. */
export function forgetLastId(): void {
  const witness = readWitness();
  if (witness?.lastId) writeWitness({ ...witness, lastId: null });
}

/** Makes it as it is on a new device. */
export function forgetWitness(): void {
  writeLocal(KEY, null);
}

/** After a commit: one entry more. */
export function witnessRecorded(id: string): void {
  const { count = 0, retracted = 0 } = readWitness() ?? {};
  writeWitness({ count: count + 1, retracted, lastId: id });
}

/** After a commit: one entry fewer. */
export function witnessRetracted(id: string): void {
  const { count = 0, retracted = 0, lastId = null } = readWitness() ?? {};
  writeWitness({
    count: Math.max(0, count - 1),
    retracted: retracted + 1,
    lastId: lastId === id ? null : lastId
  });
}
