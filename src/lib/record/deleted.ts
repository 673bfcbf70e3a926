import { instant, LAST_INSTANT, line, named, uuid, type Facts } from './field.ts';
import { nested, shape } from './shape.ts';
import { aliveAt, type Shared } from './shared.ts';

/*
 * Deletions travel: of a row that was deleted its table, its id and the time are remembered for a year,
 * and none of its words. What is written later than it was deleted is there again.
 */

const DELETED = {
  table: named(line({ max: 60, isOwn: false })),
  id: uuid(),
  /** In milliseconds since the epoch. */
  at: instant()
};

/** That a row was deleted. */
export const deletedField = nested(shape(DELETED));
export type Deleted = Facts<typeof DELETED>;

interface Row extends Shared {
  readonly id: string;
}

/** How long a deletion is remembered, in milliseconds. */
export const REMEMBERED_MS = 365 * 24 * 3_600_000;

/** That a row is deleted now, and always after it was written, whatever the clock says. */
export function deletionOf(table: string, row: Row, now: number): Deleted {
  return { table, id: row.id, at: Math.min(Math.max(now, aliveAt(row) + 1), LAST_INSTANT) };
}

/** Whether a row outlives its deletion: it was written, or put back, no earlier. */
export function outlives(row: Shared, { at }: Pick<Deleted, 'at'>): boolean {
  return aliveAt(row) >= at;
}

/** The row as it is put back after it was deleted: what it says is as old as before. */
export function revive<R extends Row>(row: R, { at }: Deleted): R {
  return outlives(row, { at }) ? row : { ...row, revivedAt: at };
}

/** What tells deletions apart. */
export function deletedKey({ table, id }: Pick<Deleted, 'table' | 'id'>): string {
  return `${table} ${id}`;
}
