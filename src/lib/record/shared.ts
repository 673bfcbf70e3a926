import { instant, optional, type Fields } from './field.ts';
import { canonical, isSame } from './same.ts';
import { isObject, nested, shape } from './shape.ts';

/*
 * Two devices may change one row, and neither is to take back what the other has written. So a row
 * knows of each of its parts when that was last written. A part is a field, or some fields that only
 * make sense together. All times are in milliseconds since the epoch.
 */

/** What a row knows for whoever brings two versions of it together. */
export interface Shared {
  readonly updatedAt: number;
  /**
   * When the parts were written that were not written at `updatedAt`: by the first field of each, and
   * under `rest` for all that are not named.
   */
  readonly edited?: Edited;
  /** When it was last put back after it had been deleted. */
  readonly revivedAt?: number;
}

type Edited = Readonly<Record<string, number>>;

/** The fields of one part. */
export type Part = readonly [first: string, ...others: string[]];

const OTHERS = 'rest';

/** The parts of a row with these fields: those that go together, and each other field by itself. */
export function partsOf(all: readonly Fields[], together: readonly Part[]): readonly Part[] {
  const taken = new Set(together.flat());
  const alone = new Set(all.flatMap(Object.keys).filter((name) => !taken.has(name)));
  return [...together, ...[...alone].map((name): Part => [name])];
}

/** The fields in which a row of these parts keeps what {@link Shared} tells. */
export function sharedFields(parts: readonly Part[]) {
  const names = [OTHERS, ...parts.map(([name]) => name)];
  const edited = shape(Object.fromEntries(names.map((name) => [name, optional(instant())])));
  return {
    edited: optional(nested<Edited>(edited as never)),
    revivedAt: optional(instant())
  };
}

/** A row without what only bringing two versions together asks for; any other value as it is. */
export function unshared<T>(value: T): T {
  const isShared = isObject(value) && ('edited' in value || 'revivedAt' in value);
  return isShared ? without(value, ['edited', 'revivedAt']) : value;
}

/** When a row was last written or put back. What was deleted before is there all the same. */
export function aliveAt({ updatedAt, edited = {}, revivedAt = 0 }: Shared): number {
  return Math.max(updatedAt, revivedAt, ...Object.values(edited));
}

/**
 * A row as it is stored in place of another. The parts in which it differs are written now, and always
 * later than they were before, also where the row goes back to what it was earlier.
 */
export function follow<Row extends Shared>(
  parts: readonly Part[],
  before: Shared,
  after: Row
): Row {
  const alive = aliveAt(before);
  const now = Math.max(after.updatedAt, alive + 1);
  const times = parts.map((part) =>
    isSame(pick(before, part), pick(after, part)) ? timeOf(before, part) : now
  );
  const { revivedAt } = before;
  const row = withTimes(parts, { ...unshared(after), ...(revivedAt && { revivedAt }) }, times);
  // An undo that changes nothing is no older than what it undoes: deletions go by that.
  return aliveAt(row) < alive ? { ...row, revivedAt: alive } : row;
}

/**
 * Brings two versions of a row together, part by part: the one written later stays, and of two that
 * were written at once the one whose content sorts later. So it comes out the same on both devices.
 */
export function join<Row extends Shared>(parts: readonly Part[], one: Row, other: Row): Row {
  const chosen = parts.map((part) => (isLater(part, one, other) ? one : other));
  const facts = chosen.map((row, index) => pick(row, parts[index]));
  const fields = parts.flat();
  const revivedAt = Math.max(one.revivedAt ?? 0, other.revivedAt ?? 0);
  const joined = {
    ...without(one, [...fields, 'revivedAt']),
    ...Object.assign({}, ...facts),
    updatedAt: Math.max(one.updatedAt, other.updatedAt),
    ...(revivedAt > 0 && { revivedAt })
  };
  const times = parts.map((part) => Math.max(timeOf(one, part), timeOf(other, part)));
  return withTimes(parts, joined, times);
}

function isLater(part: Part, one: Shared, other: Shared): boolean {
  const difference = timeOf(one, part) - timeOf(other, part);
  return difference > 0 || (difference === 0 && sortsLater(pick(one, part), pick(other, part)));
}

/** Whether content sorts after other content: an order that is the same on every device. */
export function sortsLater(one: unknown, other: unknown): boolean {
  return canonical(one) > canonical(other);
}

function timeOf({ updatedAt, edited }: Shared, [name]: Part): number {
  return edited?.[name] ?? edited?.[OTHERS] ?? updatedAt;
}

/** The one way to write these times down: so rows that hold the same are the same. */
function withTimes<Row extends Shared>(
  parts: readonly Part[],
  row: Row,
  times: readonly number[]
): Row {
  const earliest = Math.min(...times);
  const named = parts.map(([name], index) => [name, times[index]] as const);
  const edited = [[OTHERS, earliest], ...named.filter(([, time]) => time !== earliest)];
  const isPlain = times.every((time) => time === row.updatedAt);
  return {
    ...without(row, ['edited']),
    ...(!isPlain && { edited: Object.fromEntries(edited) })
  };
}

function pick(row: object, fields: readonly string[] = []): object {
  return Object.fromEntries(Object.entries(row).filter(([key]) => fields.includes(key)));
}

function without<Row>(row: Row, fields: readonly string[]): Row {
  const kept = Object.entries(row as object).filter(([key]) => !fields.includes(key));
  return Object.fromEntries(kept) as Row;
}
