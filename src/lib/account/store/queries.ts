import { Dexie } from 'dexie';
import { DEFAULT_ACTS, type Act } from '../model/acts.ts';
import type { Arrangements } from '../model/arrangements.ts';
import type { Day } from '#lib/time/day.ts';
import { entryRecord, type Entry } from '../model/entry.ts';
import type { Pause } from '../model/awayDays.ts';
import type { Tally } from '../model/tally.ts';
import { areTerms, DEFAULT_TERMS, type Terms } from '../model/terms.ts';
import { withConnection } from '#lib/store/connection.ts';
import { actsOf, isTally, pausesOf } from './readable.ts';
import { db } from './tables.ts';

/** All tallies, in the order of their days. */
export function allTallies(): Promise<Tally[]> {
  return withConnection(async () => (await db.tallies.toArray()).filter(isTally));
}

/** The entries of a span of days, both ends included, in the order in which they happened. */
export function entriesBetween(from: Day, to: Day): Promise<Entry[]> {
  const span = [
    [from, Dexie.minKey],
    [to, Dexie.maxKey]
  ] as const;
  return withConnection(async () => {
    const rows = db.entries.where('[day+at]').between(...span);
    return (await rows.toArray()).flatMap((row) => entryRecord.read(row) ?? []);
  });
}

/** The entries of some days, in the order in which they happened. */
export function entriesOn(days: readonly Day[]): Promise<Entry[]> {
  return withConnection(() =>
    db.transaction('r', db.entries, async () => {
      const each = [...new Set(days)].sort().map((day) => entriesBetween(day, day));
      return (await Promise.all(each)).flat();
    })
  );
}

/** The account's terms; the defaults until the user has changed them. */
export async function currentTerms(): Promise<Terms> {
  const stored = await withConnection(() => db.settings.get('terms'));
  const terms = stored?.value;
  return terms && areTerms(terms) ? terms : DEFAULT_TERMS;
}

/** The pauses of the account. */
export async function currentPauses(): Promise<readonly Pause[]> {
  const stored = await withConnection(() => db.settings.get('pauses'));
  return pausesOf(stored?.value);
}

/** The acts on the pad, in their order. */
export async function currentActs(): Promise<readonly Act[]> {
  const stored = await withConnection(() => db.settings.get('acts'));
  return actsOf(stored?.value) ?? DEFAULT_ACTS;
}

/**
 * Keeps what the user has decided: any of terms, pauses and acts, all together or not at all.
 *
 * @throws StorageError
 */
export function arrange(changes: Partial<Arrangements>): Promise<void> {
  return withConnection(() =>
    db.transaction('rw', db.settings, async () => {
      const { terms, pauses, acts } = changes;
      if (terms) await db.settings.put({ key: 'terms', value: terms });
      if (pauses) await db.settings.put({ key: 'pauses', value: pauses });
      if (acts) await db.settings.put({ key: 'acts', value: acts });
    })
  );
}
