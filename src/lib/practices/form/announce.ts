import type { Entry } from '#lib/account/model/entry.ts';
import type { Tell, Text } from '#lib/ui/announcer.svelte.ts';
import { askWhich } from '#lib/store/clash.svelte.ts';
import { isDay } from '#lib/time/day.ts';
import { formatDate } from '#lib/ui/format.ts';
import {
  practiceOf,
  type PracticeRecord,
  type PracticeRow,
  type PracticeRows,
  type PracticeTable
} from '../registry.ts';
import { keepRecords, putBack, removeRecord, takeBack } from '../store/index.ts';
import type { Removed } from '../store/records.ts';

/** Undoes what was saved. What it was written in stands in the form again. */
export type Undo = () => Promise<void>;

/**
 * Saves records and the entry of one of them, says so and offers the undo. Resolves with whether they
 * were saved.
 */
export function announceSaved(
  tell: Tell,
  text: Text,
  records: readonly PracticeRecord[],
  entry?: Entry
): Promise<boolean> {
  let undo: Undo | undefined;
  return tell(
    text,
    async () => (undo = await keepOrAsk(records, entry)),
    async () => undo?.()
  );
}

/**
 * Saves records and the entry of one of them. Where another tab has changed a record meanwhile the
 * person sees both versions, and chooses. Resolves with what undoes it.
 *
 * @throws StorageError; a ChangedError where the other version is to stay
 */
export async function keepOrAsk(records: readonly PracticeRecord[], entry?: Entry): Promise<Undo> {
  try {
    const kept = await keepRecords(records, entry);
    return () => takeBack(kept);
  } catch (error) {
    const tables = new Map(records.map(({ table, row }) => [row.id, table]));
    const wordsOf = (row: PracticeRow) => versionWords(tables.get(row.id), row);
    const { before, after } = await askWhich<PracticeRow>(error, wordsOf);
    const mine = records.map((record) =>
      record.row.id === after.id ? { ...record, row: after, before } : record
    );
    return keepOrAsk(mine, entry);
  }
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
    // What the page knows of a record beyond what is stored isn't put back.
    () => putBack(table, removed ?? { row: practiceOf(table).read(row) ?? row, drafts: [] })
  );
}
