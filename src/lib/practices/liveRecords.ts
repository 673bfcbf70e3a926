import { Live } from '#lib/store/live.ts';
import type { PracticeRows, PracticeTable } from './registry.ts';
import { loadRecords } from './store/index.ts';

/** The records of a table, the oldest first, as a value that stays up to date. */
export function liveRecords<Table extends PracticeTable>(
  table: Table
): Live<PracticeRows[Table][]> {
  return new Live(async () => {
    const { allOf } = await loadRecords();
    return () => allOf(table);
  });
}
