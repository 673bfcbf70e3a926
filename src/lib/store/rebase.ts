import { isSame } from '#lib/record/same.ts';

type Parts = Readonly<Record<string, unknown>>;

/**
 * Makes what an edit has changed to another version than the one it began from: part by part, so that
 * what it left alone stays as the other version has it. A list is one part, unless both have changed
 * other places of it.
 */
export function rebase(before: unknown, after: unknown, other: unknown): unknown {
  if (isSame(before, after)) return other;
  if (Array.isArray(before) && Array.isArray(after) && Array.isArray(other)) {
    return rebaseList(before, after, other) ?? after;
  }
  if (!isParts(before) || !isParts(after) || !isParts(other)) return after;
  const isGone = (key: string) => key in before && !(key in after);
  const keys = Object.keys({ ...other, ...after }).filter((key) => !isGone(key));
  return Object.fromEntries(keys.map((key) => [key, rebase(before[key], after[key], other[key])]));
}

/** Undefined where both have made something else of the same place, or of how many there are. */
function rebaseList(
  before: readonly unknown[],
  after: readonly unknown[],
  other: readonly unknown[]
): unknown[] | undefined {
  if (after.length !== before.length || other.length !== before.length) return undefined;
  const places = other.map((part, place) => {
    const mine = after[place];
    if (isSame(mine, before[place])) return part;
    return isSame(part, before[place]) || isSame(part, mine) ? mine : undefined;
  });
  return places.includes(undefined) ? undefined : places;
}

function isParts(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
