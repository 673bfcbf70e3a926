import { Dexie } from 'dexie';
import { actsSetting, type Act } from '../model/acts.ts';
import { ARRANGEMENTS, type Arrangements } from '../model/arrangements.ts';
import { isDay, type Day } from '#lib/time/day.ts';
import { entryRecord, type Entry } from '../model/entry.ts';
import { pausesSetting, type Pause } from '../model/awayDays.ts';
import { partnerSetting } from '../model/partner.ts';
import type { Tally } from '../model/tally.ts';
import { termsSetting, type Terms } from '../model/terms.ts';
import { unshared } from '#lib/record/shared.ts';
import { transact, withConnection } from '#lib/store/connection.ts';
import { dropDraft } from '#lib/store/drafts.ts';
import { repeatable } from '#lib/store/repeatable.ts';
import { readSetting, replaceSetting } from '#lib/store/settings.ts';
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
    return (await rows.toArray()).flatMap((row) => unshared(entryRecord.read(row)) ?? []);
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

/** The account's terms. */
export function currentTerms(): Promise<Terms> {
  return readSetting(termsSetting);
}

/** The pauses of the account. */
export function currentPauses(): Promise<readonly Pause[]> {
  return readSetting(pausesSetting);
}

/** The acts on the pad, in their order. */
export function currentActs(): Promise<readonly Act[]> {
  return readSetting(actsSetting);
}

/** What the user calls their partner; '' where they gave no name. */
export function currentPartner(): Promise<string> {
  return readSetting(partnerSetting);
}

/**
 * Saves what the user calls their partner, in place of what was read. An empty name takes it away.
 *
 * @param draft the key of its half-written form, which goes with it
 * @throws StorageError; a ChangedError where another name was given meanwhile
 */
export const callPartner = repeatable(
  (since) => (before: string, after: string, draft?: string) =>
    transact([db.settings, db.drafts], async () => {
      await replaceSetting(partnerSetting, { before, after }, since);
      await dropDraft(draft, since);
    })
);

/**
 * Keeps what the user has decided in place of what was read: any of terms, pauses and acts, all
 * together or not at all.
 *
 * @param before what was read; the blank of a decision that isn't there
 * @param draft the key of its half-written form, which goes with it
 * @throws StorageError; a ChangedError where something else was decided meanwhile
 */
export const arrange = repeatable(
  (since) => (before: Partial<Arrangements>, changes: Partial<Arrangements>, draft?: string) =>
    transact([db.settings, db.drafts], async () => {
      for (const setting of ARRANGEMENTS) {
        const after = changes[setting.key];
        const edit = { before: before[setting.key], after };
        if (after) await replaceSetting<unknown>(setting, edit, since);
      }
      await dropDraft(draft, since);
    })
);

/** Whether it counts something on a day. */
function isTally({ day, counts }: Tally): boolean {
  return isDay(day) && Object(counts) === counts;
}
