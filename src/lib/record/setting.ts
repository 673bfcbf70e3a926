import { mend, type Field, type Tell } from './field.ts';

/** Something that the user decides, kept under its name. */
export interface Setting<Key extends string, T> {
  readonly key: Key;
  readonly field: Field<T>;
  /** What holds until something is decided. */
  readonly blank: T;
  /**
   * Reads a stored value, of whatever shape. What it lacks is blank, and so is what can't be read.
   *
   * @param tell hears of each rule that it breaks
   */
  read(stored: unknown, tell?: Tell): T;
}

/** What a setting holds. */
export type ValueOf<S> = S extends Setting<string, infer T> ? T : never;

/** A setting as it's stored: what is decided, under its name. */
export type SettingRow<S> =
  S extends Setting<infer Key, infer T> ? { readonly key: Key; readonly value: T } : never;

/** Declares what is decided under a name, by a field that has a blank. */
export function setting<const Key extends string, T>(key: Key, field: Field<T>): Setting<Key, T> {
  const blank = field.blank?.('');
  if (blank === undefined) throw new TypeError(`${key} has no blank`);
  return {
    key,
    field,
    blank,
    read: (stored, tell = mend) => field.read(stored, tell, '') ?? blank
  };
}
