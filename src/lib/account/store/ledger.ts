import type { Day } from '#lib/time/day.ts';
import { entryRecord, type Entry } from '../model/entry.ts';
import { addToTally, emptyTally, takeFromTally, type Tally } from '../model/tally.ts';
import { settle, type Edit } from '#lib/store/replaceable.ts';
import { transact } from '#lib/store/connection.ts';
import type { StoredDraft } from '#lib/store/database.ts';
import { isAliveSince, isDeletedSince, noteDeleted, putBackDeleted } from '#lib/store/deletions.ts';
import { entryDraftKey } from '#lib/store/draftKey.ts';
import { dropDraft, putBackDrafts } from '#lib/store/drafts.ts';
import { repeatable } from '#lib/store/repeatable.ts';
import { witnessRecorded, witnessRetracted } from './witness.ts';
import { db } from './tables.ts';

/*
 * The verbs. Each changes the log and its tallies in one transaction: a reader sees both or
 * neither, and so does the disk. Each resolves once the transaction is complete, and only then may
 * anything be called saved.
 */

/**
 * Adds an entry to the log. An entry whose id is already there was recorded before (a retry after
 * a lost answer): nothing changes.
 *
 * @param draft the key of its half-written form, which goes with it
 * @throws StorageError
 */
export const record = repeatable((since) => async (entry: Entry, draft?: string): Promise<void> => {
  const isNew = await write(async () => {
    const isGone = await isDeletedSince('entries', entry.id, since);
    const isAdded = !isGone && (await addCounted(entry));
    await dropDraft(draft, since);
    return isAdded;
  });
  if (isNew) witnessRecorded(entry.id);
});

/**
 * The part of {@link record} that a larger transaction can hold: it needs the entries, the tallies and
 * the deletions. Resolves with whether the entry is new; then the witness is told, after the commit.
 */
export async function addCounted(entry: Entry): Promise<boolean> {
  const [isAdded, tally] = await Promise.all([addOnce(entry), tallyOf(entry.day)]);
  if (isAdded) await putTally(addToTally(tally, entry));
  return isAdded;
}

/**
 * Replaces an entry as it was read by another version of it; adds it where there was none, and takes
 * it off where there is to be none. Resolves with what took the place of what.
 *
 * @param draft the key of its half-written form, which goes with it
 * @throws StorageError; a ChangedError where another tab has changed the entry since it was read
 */
export const replace = repeatable(
  (since) =>
    async <E extends Edit<Entry>>(edit: E, draft?: string): Promise<E> => {
      const id = (edit.after ?? edit.before)?.id ?? '';
      let isOn = false;
      let isOff = false;
      const made = await write(async () => {
        const stored = await db.entries.get(id);
        const asked = { ...edit, isAgain: since !== undefined };
        const made = settle(`entries/${id}`, stored, asked, entryRecord.read);
        if (made && !made.after) isOff = await retractCounted(id);
        else if (made?.after && stored) await replaceCounted(stored, made.after);
        else if (made?.after && !(await isDeletedSince('entries', id, since))) {
          isOn = await addCounted(made.after);
        }
        await dropDraft(draft, since);
        return (made ?? edit) as E;
      });
      if (isOn) witnessRecorded(id);
      if (isOff) witnessRetracted(id);
      return made;
    }
);

/**
 * The part of {@link replace} that a larger transaction can hold: it needs the entries and the tallies.
 *
 * @param before as it is stored
 */
export async function replaceCounted(before: Entry, entry: Entry): Promise<void> {
  const isMoved = entry.day !== before.day;
  const [from, to] = await Promise.all([tallyOf(before.day), tallyOf(entry.day)]);
  const without = takeFromTally(from, before);
  await db.entries.put(entryRecord.follow(before, entry));
  if (isMoved) await putTally(without);
  await putTally(addToTally(isMoved ? to : without, entry));
}

/** An entry that was taken off the log, and what was half written about it. */
interface Retracted {
  readonly entry: Entry;
  readonly drafts: readonly StoredDraft[];
}

/**
 * Takes an entry off the log, and what is half written about it. Resolves with what went; with
 * undefined where there is no entry with that id.
 *
 * @throws StorageError
 */
export const retract = repeatable((since) => async (id: string): Promise<Retracted | undefined> => {
  let retracted: Retracted | undefined;
  await write(async () => {
    const entry = await db.entries.get(id);
    if (entry && isAliveSince(entry, since)) return;
    const draft = await dropDraft(entryDraftKey(id), since);
    // Kept from the first run where only its answer was lost.
    if (entry) retracted = { entry, drafts: draft ? [draft] : [] };
    await retractCounted(id);
  });
  if (retracted) witnessRetracted(id);
  return retracted;
});

/**
 * Puts back what {@link retract} took away.
 *
 * @throws StorageError; a ChangedError where another version of the entry is there by now
 */
export const restoreEntry = repeatable(
  (since) =>
    async ({ entry, drafts }: Retracted): Promise<void> => {
      let isOn = false;
      await write(async () => {
        if (await isDeletedSince('entries', entry.id, since)) return;
        const stored = await db.entries.get(entry.id);
        const edit = { before: undefined, after: entry };
        if (!settle(`entries/${entry.id}`, stored, edit, entryRecord.read)) return;
        isOn = await addCounted(entry);
        await putBackDrafts(drafts);
      });
      if (isOn) witnessRecorded(entry.id);
    }
);

/**
 * The part of {@link retract} that a larger transaction can hold: it needs the entries, the tallies,
 * the settings, the drafts and the deletions. Resolves with whether the entry was there; then the
 * witness is told, after the commit.
 */
export async function retractCounted(id: string): Promise<boolean> {
  const entry = await db.entries.get(id);
  if (!entry) return false;
  const [tally, retracted, noted] = await Promise.all([
    tallyOf(entry.day),
    countRetracted(),
    db.settings.get('fromNotification')
  ]);
  await db.entries.delete(id);
  await noteDeleted('entries', entry);
  await db.drafts.delete(entryDraftKey(id));
  await putTally(takeFromTally(tally, entry));
  await db.settings.put({ key: 'retracted', value: retracted + 1 });
  const told = typeof noted?.value === 'object' ? noted.value.entryId : noted?.value;
  if (told === id) await db.settings.delete('fromNotification');
  return true;
}

/** How many entries were ever retracted. */
export async function countRetracted(): Promise<number> {
  const stored = await db.settings.get('retracted');
  return typeof stored?.value === 'number' ? stored.value : 0;
}

function write<T>(body: () => Promise<T>): Promise<T> {
  const { entries, tallies, settings, drafts, deletions } = db;
  const tables = [entries, tallies, settings, drafts, deletions];
  return transact(tables, body);
}

/** Whether the entry was added; false where its id was there already. */
async function addOnce(entry: Entry): Promise<boolean> {
  try {
    await db.entries.add(await putBackDeleted('entries', entry));
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ConstraintError') return false;
    throw error;
  }
}

async function tallyOf(day: Day): Promise<Tally> {
  return (await db.tallies.get(day)) ?? emptyTally(day);
}

async function putTally(tally: Tally): Promise<void> {
  const isEmpty = Object.keys(tally.counts).length === 0;
  await (isEmpty ? db.tallies.delete(tally.day) : db.tallies.put(tally));
}
