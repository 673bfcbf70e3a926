/*
 * An independent witness of the log, kept outside IndexedDB. A damaged database often comes back
 * empty or short and says nothing; the witness tells that from a new account.
 *
 * It never claims more than there is: it is raised after a commit and lowered before one, so that
 * a crash in between raises no false alarm.
 */

/** What the witness remembers. */
export interface Witness {
  readonly count: number;
  /** The entry recorded last, or null where that is not known. */
  readonly lastId: string | null;
}

const KEY = 'toward.witness';

/** What the witness last saw; null where there is none, as on a new device. */
export function readWitness(): Witness | null {
  const stored = storage()?.getItem(KEY);
  if (!stored) return null;
  const [count, lastId] = stored.split(' ');
  return { count: Number(count) || 0, lastId: lastId || null };
}

/** Makes the witness see this. */
export function writeWitness({ count, lastId }: Witness): void {
  storage()?.setItem(KEY, `${count} ${lastId ?? ''}`);
}

/** Makes it as it is on a new device. */
export function forgetWitness(): void {
  storage()?.removeItem(KEY);
}

/** After a commit: one entry more. */
export function witnessRecorded(id: string): void {
  writeWitness({ count: (readWitness()?.count ?? 0) + 1, lastId: id });
}

/** Before a commit: one entry fewer. */
export function witnessRetracting(id: string): void {
  const { count = 0, lastId = null } = readWitness() ?? {};
  writeWitness({ count: Math.max(0, count - 1), lastId: lastId === id ? null : lastId });
}

/** A service worker has no localStorage; what it records the next start of the app makes known. */
function storage(): Storage | undefined {
  return typeof localStorage === 'undefined' ? undefined : localStorage;
}
