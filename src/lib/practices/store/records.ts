import type { Table } from 'dexie';
import type { PracticeRecord } from '#lib/practices/registry.ts';
import { amendEntry, entryRecord, type Entry, type Facts } from '#lib/account/model/entry.ts';
import { laterThan } from '#lib/record/record.ts';
import { isSame } from '#lib/record/same.ts';
import { unshared } from '#lib/record/shared.ts';
import { transact, withConnection } from '#lib/store/connection.ts';
import type { StoredDraft } from '#lib/store/database.ts';
import { isAliveSince, isDeletedSince, noteDeleted, putBackDeleted } from '#lib/store/deletions.ts';
import { repeatable } from '#lib/store/repeatable.ts';
import { remembering, saysSame, settle } from '#lib/store/replaceable.ts';
import { draftToDrop, dropDraft, dropDraftsAbout, putBackDrafts } from '#lib/store/drafts.ts';
import { addCounted, replaceCounted, retractCounted } from '#lib/account/store/ledger.ts';
import type { Told } from '../record.ts';
import { db } from './tables.ts';
import { witnessRecorded, witnessRetracted } from '#lib/account/store/witness.ts';
import {
  practiceOf,
  practiceTables,
  type PracticeRow,
  type PracticeRows,
  type PracticeTable
} from '../registry.ts';

/*
 * What the practices keep. A record may have put an entry on the log, which bears the record's own id;
 * the two are written in one transaction.
 */

/**
 * All records of a table that can be read, in the order in which they were made, and of each whether
 * its entry is on the log.
 */
export function allOf<T extends PracticeTable>(table: T): Promise<PracticeRows[T][]> {
  const rows = rowsOf<PracticeRows[T]>(table);
  const { read, tells } = practiceOf(table);
  return withConnection(() =>
    db.transaction('r', rows, db.entries, () =>
      // By `then`: Dexie may lose sight of a live question between two awaits.
      rows.toArray().then((stored) => {
        const all = stored.flatMap((row) => unshared(read(row)) ?? []);
        const telling = all.filter((row) => tells(row)).map(({ id }) => id);
        return db.entries.bulkGet(telling).then((entries) => {
          const onLog = new Set(entries.map((entry) => entry?.id));
          return all
            .map((row) => (onLog.has(row.id) ? { ...row, isOnLog: true as const } : row))
            .sort((one, other) => one.at - other.at);
        });
      })
    )
  );
}

/**
 * The record that has put an entry on the log, which bears the record's id; undefined where there is
 * none.
 *
 * @throws StorageError
 */
export function recordOf({ id }: Entry): Promise<PracticeRecord | undefined> {
  const tables = practiceTables();
  const rows = tables.map((table) => rowsOf<object>(table));
  return withConnection(() =>
    db.transaction('r', rows, async () => {
      for (const table of tables) {
        const { read, tells } = practiceOf(table);
        const row = unshared(read(await rowsOf<object>(table).get(id)));
        if (row && tells(row)) return { table, row: { ...row, isOnLog: true } };
      }
      return undefined;
    })
  );
}

/**
 * Keeps records of any tables, new ones or new versions, all of them or none. With them, or not at all,
 * the log changes: `added` is put on it, or says something else there at its own moment; what a record
 * tells otherwise than before is told so by its entry too, and that is taken off where the record has
 * nothing more to tell. Resolves with what {@link takeBack} undoes.
 *
 * @param added the entry of one of them, under its id. One of none does not get onto the log: it would
 * be nobody's
 * @throws StorageError; a ChangedError where another tab has changed one of them since it was read
 */
export const keepRecords = repeatable(
  (since) =>
    async (records: readonly PracticeRecord[], added?: Entry): Promise<readonly Kept[]> => {
      const kept: Kept[] = [];
      await write(records, async (setEntry) => {
        kept.length = 0;
        for (const record of records) {
          const isGone = await isDeletedSince('entries', record.row.id, since);
          kept.push(await keepOne(record, isGone ? undefined : added, setEntry, since));
          await dropDraft(record.draft, since);
        }
      });
      return kept;
    }
);

/**
 * Undoes what was kept: the records and their entries are then as they were before. With them, or not
 * at all, what they were written in is half written again.
 *
 * @throws StorageError; a ChangedError where one of them was changed since
 */
export const takeBack = repeatable((since) => (kept: readonly Kept[]): Promise<void> => {
  const records = kept.map(({ record }) => record);
  return write(records, async (setEntry) => {
    for (const each of kept) await takeOneBack(each, setEntry, since !== undefined);
  });
});

/** A record that was kept, and what stood under its id before: its row, and its entry. */
export interface Kept {
  readonly record: PracticeRecord;
  readonly stored: object | undefined;
  /** What it was written in. */
  readonly draft: StoredDraft | undefined;
  /** Before and after. */
  readonly entries: readonly [Entry | undefined, Entry | undefined];
}

/** What this tab kept last of each record: a press that is repeated is undone with the first. */
const lastKept = remembering<Kept>();

async function keepOne(
  record: PracticeRecord,
  added: Entry | undefined,
  setEntry: SetEntry,
  since: number | undefined
): Promise<Kept> {
  const { table, row, before } = record;
  const draft = await draftToDrop(record.draft, since);
  const { read } = practiceOf(table);
  const stored = await rowsOf<object>(table).get(row.id);
  const found = unshared(read(stored));
  const was = await db.entries.get(row.id);
  if (await isOver(record, found, since)) {
    return { record: { table, row: found ?? row }, stored, draft, entries: [was, was] };
  }
  // All tabs show one draft: what another tab has made of it is no version to choose.
  const isMade = !before && found && !saysSame(found, row, before);
  const edit = isMade
    ? { before: found, after: { ...row, updatedAt: laterThan(found, row.updatedAt) } }
    : { before, after: row };
  const asked = { ...edit, isAgain: since !== undefined };
  const made = settle<PracticeRow>(nameOf(record), stored, asked, read);
  const entry = nextEntry(record, stored, was, added);
  const last = lastKept.get(nameOf(record));
  const isRepeated = !made && saysSame(was, entry, was) && saysSame(last?.record.row, row, before);
  if (isRepeated && last) return last;
  const kept = {
    record: { table, row: made?.after ?? row },
    stored,
    draft,
    entries: [was, entry]
  } as Kept;
  lastKept.set(nameOf(record), kept);
  if (made) await put(kept.record, stored);
  await setEntry(row.id, entry);
  return kept;
}

/** Whether what is done again had reached the disk, and was changed or deleted since. */
async function isOver(
  { table, row, before }: PracticeRecord,
  found: PracticeRow | undefined,
  since: number | undefined
): Promise<boolean> {
  if (before || since === undefined) return false;
  return found ? found.updatedAt > since : isDeletedSince(table, row.id, since);
}

async function takeOneBack(
  { record, stored, draft, entries: [was, entry] }: Kept,
  setEntry: SetEntry,
  isAgain: boolean
): Promise<void> {
  const { table, row } = record;
  const rows = rowsOf<object>(table);
  const { read } = practiceOf(table);
  const before = read(stored);
  const here = await rows.get(row.id);
  const edit = { before: row, after: before, isUndo: true, isAgain };
  if (settle(nameOf(record), here, edit, read)) {
    if (before) await put({ table, row: before }, here);
    else await remove(table, row);
    if (draft) await putBackDrafts([draft]);
  }
  const onLog = await db.entries.get(row.id);
  if (settle(`entries/${row.id}`, onLog, { before: entry, after: was }, entryRecord.read)) {
    await setEntry(row.id, was);
  }
}

function nameOf({ table, row }: PracticeRecord): string {
  return `${table}/${row.id}`;
}

/** Puts an entry on the log under that id, has it say something else, or takes it off. */
type SetEntry = (id: string, entry: Entry | undefined) => Promise<void>;

/** Writes records and their entries in one transaction. The witness is told after the commit. */
async function write(
  records: readonly PracticeRecord[],
  body: (setEntry: SetEntry) => Promise<void>
): Promise<void> {
  const on = new Set<string>();
  const off = new Set<string>();
  const { entries, tallies, settings, drafts, deletions } = db;
  const own = [entries, tallies, settings, drafts, deletions];
  const tables = [...records.map(({ table }) => rowsOf(table)), ...own];
  await transact(tables, () => body(setEntry));
  for (const id of off) witnessRetracted(id);
  for (const id of on) witnessRecorded(id);

  async function setEntry(id: string, entry: Entry | undefined): Promise<void> {
    const now = await entries.get(id);
    if (!now) {
      if (entry && (await addCounted(entry))) on.add(id);
    } else if (!entry) {
      if (await retractCounted(id)) off.add(id);
    } else if (!isSame(now, entry)) await replaceCounted(now, entry);
  }
}

/** Writes a row in place of the stored one, whose keys that this version does not know stay: a newer one may have written them. */
async function put({ table, row }: PracticeRecord, stored: object | undefined): Promise<void> {
  const { read, others, follow } = practiceOf(table);
  const before = read(stored);
  const after = read(before ? follow(before, row) : await putBackDeleted(table, row));
  await rowsOf<object>(table).put({ ...(stored && others(stored)), ...after });
}

/** What a record's entry is once the record is kept: none where the record no longer tells anything, or is not to be put on the log. */
function nextEntry(
  { table, row }: PracticeRecord,
  stored: object | undefined,
  entry: Entry | undefined,
  added: Entry | undefined
): Entry | undefined {
  const told = tellingOf(table, stored);
  const telling = tellingOf(table, row);
  if (!telling) return told ? undefined : entry;
  const own = added?.id === row.id ? added : undefined;
  if (!entry) return own;
  if (own) return amendEntry(entry, { facts: own }, own.updatedAt);
  if (isSame(told, telling)) return entry;
  const facts = { ...entry, ...telling } as Facts;
  return isSame(facts, entry) ? entry : amendEntry(entry, { facts }, row.updatedAt);
}

/** What a stored record has to tell on the log. */
function tellingOf(table: PracticeTable, stored: object | undefined): Told | undefined {
  const { read, tells } = practiceOf(table);
  const known = read(stored);
  return known && tells(known);
}

/** A record that was removed, and what was half written about it. */
export interface Removed<Table extends PracticeTable> {
  readonly row: PracticeRows[Table];
  readonly drafts: readonly StoredDraft[];
}

/**
 * Removes a record, and what is half written about it. The entry that it put on the log stays: it
 * happened. Resolves with what went; with undefined where there is no record with that id.
 *
 * @throws StorageError
 */
export const removeRecord = repeatable(
  (since) =>
    async <T extends PracticeTable>(table: T, id: string): Promise<Removed<T> | undefined> => {
      const rows = rowsOf<PracticeRows[T]>(table);
      let removed: Removed<T> | undefined;
      await transact([rows, db.drafts, db.deletions], async () => {
        const row = await rows.get(id);
        if (row && isAliveSince(row, since)) return;
        const drafts = await dropDraftsAbout(new Set([id]), since);
        if (!row) return;
        await remove(table, row);
        // Kept from the first run where only its answer was lost.
        removed = { row, drafts };
      });
      return removed;
    }
);

/**
 * Puts back what {@link removeRecord} took away.
 *
 * @throws StorageError; a ChangedError where another tab has put the record back by now
 */
export const putBack = repeatable(
  (since) =>
    <T extends PracticeTable>(table: T, { row, drafts }: Removed<T>): Promise<void> => {
      const rows = rowsOf<PracticeRows[T]>(table);
      return transact([rows, db.drafts, db.deletions], async () => {
        if (await isDeletedSince(table, row.id, since)) return;
        const stored = await rows.get(row.id);
        const edit = { before: undefined, after: row };
        if (!settle(nameOf({ table, row }), stored, edit, practiceOf(table).read)) return;
        await putBackDrafts(drafts);
        await rows.put(await putBackDeleted(table, row));
      });
    }
);

async function remove(table: PracticeTable, row: PracticeRow): Promise<void> {
  await rowsOf(table).delete(row.id);
  await noteDeleted(table, row);
}

function rowsOf<Row = PracticeRow>(table: PracticeTable): Table<Row, string> {
  return db.table(table);
}
