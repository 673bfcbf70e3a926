import { isDay } from '#lib/time/day.ts';

/*
 * Whether this version can read what it finds in the database. A newer version, a fault or a
 * damaged disk may have left rows of another shape. They are left out of the answers, so that no
 * page fails for one of them, and they stay where they are.
 */

/** A stored value, of which nothing is known. */
export type Found<T> = { readonly [Key in keyof T]?: unknown };

export const isNumber = (value: unknown) => Number.isFinite(value);
export const isText = (value: unknown) => typeof value === 'string';
export const isAbsentOr = (is: (value: unknown) => boolean, value: unknown) =>
  value === undefined || is(value);
export const isList = (value: unknown, isItem: (item: unknown) => boolean) =>
  Array.isArray(value) && value.every(isItem);
export const isDayText = (value: unknown) => isText(value) && isDay(value as string);

/** The objects in a stored list. */
export function listOf<T>(found: unknown): T[] {
  return Array.isArray(found) ? found.filter((item) => Object(item) === item) : [];
}
