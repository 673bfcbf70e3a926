import type { Act } from './acts.ts';
import type { Entry } from './entry.ts';
import type { Pause } from './pause.ts';
import type { Terms } from './terms.ts';

/** What the user has decided about the account. */
export interface Arrangements {
  readonly terms: Terms;
  readonly pauses: readonly Pause[];
  readonly acts: readonly Act[];
}

/** Everything there is to keep: the log, and what the user has decided. */
export interface Account extends Arrangements {
  readonly entries: readonly Entry[];
}

/** What taking in other entries would do to a log. */
export interface Merge {
  readonly added: readonly Entry[];
  /** Entries that the log has in an older version: the newer one, and the one it replaces. */
  readonly changed: readonly { readonly from: Entry; readonly to: Entry }[];
  /** How many the log already has, as new or newer. */
  readonly skipped: number;
}

/**
 * Compares incoming entries with those of the log that share an id. The one written later wins, so
 * taking in the same entries twice changes nothing the second time. Of incoming entries that share
 * an id only the one written last counts.
 */
export function planMerge(present: ReadonlyMap<string, Entry>, incoming: readonly Entry[]): Merge {
  const added: Entry[] = [];
  const changed: { from: Entry; to: Entry }[] = [];
  for (const to of newestById(incoming)) {
    const from = present.get(to.id);
    if (!from) added.push(to);
    else if (to.updatedAt > from.updatedAt) changed.push({ from, to });
  }
  return { added, changed, skipped: incoming.length - added.length - changed.length };
}

function newestById(entries: readonly Entry[]): Iterable<Entry> {
  const newest = new Map<string, Entry>();
  for (const entry of entries) {
    const known = newest.get(entry.id);
    if (!known || entry.updatedAt > known.updatedAt) newest.set(entry.id, entry);
  }
  return newest.values();
}
