import { isSame } from '#lib/record/same.ts';
import { unshared } from '#lib/record/shared.ts';
import { ChangedError } from './storageError.ts';

/** A write of a whole row. */
export interface Edit<Row> {
  /** As it was when it was read; undefined where there was none. */
  readonly before: Row | undefined;
  /** What is to stand in its place; undefined to delete it. */
  readonly after: Row | undefined;
}

/** An edit that deletes nothing. */
export type Change<Row> = Edit<Row> & { readonly after: Row };

/**
 * Whether a row is still to be written: false where it's there already, for a write may be repeated
 * after a lost answer. Ask this in the transaction that writes: between two of them another tab writes.
 *
 * @param stored what stands there now
 * @param read reads a row of whatever shape: only what can be read is compared
 * @throws ChangedError where something else stands there by now
 */
export function isReplaceable<Row>(
  stored: unknown,
  { before, after }: Edit<Row>,
  read: (stored: unknown) => Row | undefined
): boolean {
  const found = read(stored);
  const isStored = (row: unknown) => isSame(unshared(found), unshared(read(row)));
  if (isStored(after)) return false;
  if (!isStored(before)) throw new ChangedError(after, found);
  return true;
}
