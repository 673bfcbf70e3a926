import type { Entry } from '#lib/account/model/entry.ts';
import type { Tell } from '#lib/ui/announcer.svelte.ts';
import type { PracticeRecord, PracticeRows, PracticeTable } from '../registry.ts';
import { keepRecords, putBack, removeRecord } from '../store/index.ts';
import type { Removed, Undo } from '../store/records.ts';

/**
 * Saves records and the entry of one of them, says so and offers the undo. Resolves with whether they
 * were saved.
 */
export function announceSaved(
  tell: Tell,
  text: string,
  records: readonly PracticeRecord[],
  entry?: Entry
): Promise<boolean> {
  let undo: Undo | undefined;
  return tell(
    text,
    async () => (undo = await keepRecords(records, entry)),
    async () => undo?.()
  );
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
