import type { Entry } from '#lib/account/model/entry.ts';
import type { Tell } from '#lib/ui/announcer.svelte.ts';
import { askWhich } from '#lib/store/clash.svelte.ts';
import type { Change } from '#lib/store/replaceable.ts';
import { ChangedError } from '#lib/store/storageError.ts';
import { laterThan } from '#lib/record/record.ts';
import { isDay } from '#lib/time/day.ts';
import { formatDate } from '#lib/ui/format.ts';
import {
  practiceOf,
  type PracticeRecord,
  type PracticeRow,
  type PracticeRows,
  type PracticeTable
} from '../registry.ts';
import { keepRecords, putBack, removeRecord } from '../store/index.ts';
import type { Removed, Undo } from '../store/records.ts';

/** What is being saved, by its id. */
const saving = new Map<string, PracticeRow>();

/**
 * Saves records and the entry of one of them, says so and offers the undo. Resolves with whether they
 * were saved. The second of two quick presses does nothing: it begins from what the first replaces. A
 * change that begins from what is being saved is saved after it.
 */
export async function announceSaved(
  tell: Tell,
  text: string,
  records: readonly PracticeRecord[],
  entry?: Entry
): Promise<boolean> {
  if (records.some(({ row, before }) => (saving.get(row.id) ?? before) !== before)) return false;
  for (const { row } of records) saving.set(row.id, row);
  let undo: Undo | undefined;
  try {
    return await tell(
      text,
      async () => (undo = await keepOrAsk(records, entry)),
      async () => undo?.()
    );
  } finally {
    for (const { row } of records) if (saving.get(row.id) === row) saving.delete(row.id);
  }
}

/**
 * Saves records and the entry of one of them. Where a record was changed meanwhile the person sees
 * both versions, and chooses.
 *
 * @throws StorageError; a ChangedError where the other version is to stay
 */
export async function keepOrAsk(records: readonly PracticeRecord[], entry?: Entry): Promise<Undo> {
  try {
    return await keepRecords(records, entry);
  } catch (error) {
    const tables = new Map(records.map(({ table, row }) => [row.id, table]));
    const wordsOf = (row: PracticeRow) => versionWords(tables.get(row.id), row);
    const { before, after } =
      madeTwice(error, records) ?? (await askWhich<PracticeRow>(error, wordsOf));
    const mine = records.map((record) =>
      record.row.id === after.id ? { ...record, row: after, before } : record
    );
    return keepOrAsk(mine, entry);
  }
}

/**
 * How a new record takes the place of one that another tab has made of the same draft, whose id it
 * bears: all tabs show one draft, so there's nothing to choose.
 */
function madeTwice(
  error: unknown,
  records: readonly PracticeRecord[]
): Change<PracticeRow> | undefined {
  if (!(error instanceof ChangedError)) return undefined;
  const { mine, found } = error as { mine: PracticeRow; found: PracticeRow | undefined };
  const isNew = records.some(({ row, before }) => row.id === mine.id && !before);
  if (!found || !isNew) return undefined;
  return { before: found, after: { ...mine, updatedAt: laterThan(found, mine.updatedAt) } };
}

/** A version of a record, in words: the user's own, then its days. */
function versionWords(table: PracticeTable | undefined, row: PracticeRow): string[] {
  const days = Object.entries(row).flatMap(([key, value]) =>
    key !== 'day' && typeof value === 'string' && isDay(value) ? [formatDate(value)] : []
  );
  return [...(table ? practiceOf(table).words(row) : []), ...days];
}

/** Deletes a record, says so and offers the undo. Resolves with whether it was deleted. */
export function announceDeleted<Table extends PracticeTable>(
  tell: Tell,
  text: string,
  table: Table,
  row: PracticeRows[Table]
): Promise<boolean> {
  let removed: Removed<Table> | undefined;
  return tell(
    text,
    async () => (removed = await removeRecord(table, row.id)),
    () => putBack(table, removed ?? { row, drafts: [] })
  );
}
