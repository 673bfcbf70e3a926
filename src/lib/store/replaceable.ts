import { laterThan } from '#lib/record/record.ts';
import { isSame } from '#lib/record/same.ts';
import { aliveAt, unshared, type Shared } from '#lib/record/shared.ts';
import { onAccessChange } from './access.ts';
import { rebase } from './rebase.ts';
import { ChangedError } from './storageError.ts';

/** A write of a whole row. */
export interface Edit<Row> {
  /** As it was when it was read; undefined where there was none. */
  readonly before: Row | undefined;
  /** What is to stand in its place; undefined to delete it. */
  readonly after: Row | undefined;
  /** It undoes what was written: only where that still stands there. */
  readonly isUndo?: boolean;
  /** It's done again: only where nothing was written, or undone, since it was asked for. */
  readonly isAgain?: boolean | undefined;
}

/** An edit that deletes nothing. */
export type Change<Row> = Edit<Row> & { readonly after: Row };

/** Makes a place for what this tab remembers of rows, by their names. Locking empties it. */
export function remembering<T>(): Map<string, T> {
  const all = new Map<string, T>();
  onAccessChange(() => all.clear());
  return all;
}

/** The versions of a row that this tab has replaced since another tab wrote, and what it put there last. */
const own = remembering<{ readonly replaced: readonly unknown[]; readonly last: unknown }>();

/**
 * Settles what an edit writes; undefined where that is there already, for a press is repeated, and so
 * is a write whose answer was lost. Where this tab itself has replaced what the edit begins from, the
 * edit is made to what it put there: only another tab's change clashes. Ask this in the transaction
 * that writes, where nobody else does.
 *
 * @param name tells the row from those of all tables
 * @param stored what stands there now
 * @param read reads a row of whatever shape: only what can be read is compared
 * @throws ChangedError where another tab has put something else there
 */
export function settle<Row>(
  name: string,
  stored: unknown,
  edit: Edit<Row>,
  read: (stored: unknown) => Row | undefined
): Edit<Row> | undefined {
  const [found, before, after] = [stored, edit.before, edit.after].map((row) =>
    unshared(read(row))
  );
  if (saysSame(found, after, before)) return undefined;
  if (edit.isAgain && isWrittenAfter(stored, edit)) throw new ChangedError(edit.after, found);
  const { replaced = [], last } = own.get(name) ?? {};
  const isOwn = found !== undefined && isSame(found, last);
  if (isSame(found, before)) {
    own.set(name, { replaced: isOwn ? [...replaced, found] : [found], last: after });
    return { before: found, after: edit.after };
  }
  const isQuick =
    isOwn && before && after && !edit.isUndo && replaced.some((version) => isSame(version, before));
  if (!isQuick) throw new ChangedError(edit.after, found);
  const next = later(found, rebase(before, after, found) as Row);
  return settle(name, stored, { before: found, after: next }, read);
}

/** An edit, and all that it makes, is as late as what it says. An undo is later, whatever it says. */
function isWrittenAfter<Row>(stored: unknown, { before, after }: Edit<Row>): boolean {
  const times = [before, after].map((row) => (isRow(row) ? row.updatedAt : 0));
  return isRow(stored) && aliveAt(stored) > Math.max(...times);
}

/** What tells when something was. */
const MOMENT = ['at', 'day', 'zone'];

/**
 * Whether a row says what is to be written, whenever that was pressed.
 *
 * @param before undefined for a new row: it has the moment of its press
 */
export function saysSame(stored: unknown, written: unknown, before: unknown): boolean {
  const [found, after] = [stored, written].map(unshared);
  if (!isRow(found) || !isRow(after)) return isSame(found, after);
  const isWhen = (key: string) => key === 'updatedAt' || (!before && MOMENT.includes(key));
  const when = Object.entries(found).filter(([key]) => isWhen(key));
  return isSame(found, { ...after, ...Object.fromEntries(when) });
}

function later<Row>(found: Row, next: Row): Row {
  if (!isRow(found) || !isRow(next)) return next;
  return { ...next, updatedAt: laterThan(found, next.updatedAt) };
}

/** A setting isn't: when it was made is not kept. */
function isRow(value: unknown): value is Shared {
  return typeof value === 'object' && value !== null && 'updatedAt' in value;
}
