import { isDay, isZoneName, type Day } from '#lib/time/day.ts';
import type { Broken } from './broken.ts';
import { beginning, isSeen } from './words.ts';

/*
 * The fields that records are declared with. A field reads any value at all: what it can hold comes
 * back as it is stored, what it can nearly hold (a text too long, a number out of range) comes back
 * mended, and of anything else only the field's blank is left. Whoever listens is told of each rule
 * that was broken. So one reading serves a form, the database and a file: a form's words and a row
 * of the database are mended in silence, and a file is refused with the places that were told.
 */

/** Hears of a rule that was broken, and where in the value: '.steps[2].text'. */
export type Tell = (rule: Broken, path?: string) => void;

/** Listens to nothing: what can be mended is. */
export const mend: Tell = () => undefined;

/** Whether a value reads without breaking any rule. */
export function isSound(
  read: (value: unknown, tell: Tell, day: Day) => unknown,
  value: unknown
): boolean {
  let isSound = true;
  read(value, () => (isSound = false), '');
  return isSound;
}

/** What a field holds, for whoever makes examples of it or describes it. */
export type Holds =
  | { readonly kind: 'text' | 'line'; readonly max: number }
  | { readonly kind: 'whole'; readonly min: number; readonly max: number }
  | { readonly kind: 'choice'; readonly names: readonly (string | number | boolean)[] }
  | {
      readonly kind: 'list';
      readonly of: Field<unknown>;
      readonly max: number;
      readonly min: number;
    }
  | { readonly kind: 'nested'; readonly shapes: readonly Fields[] }
  | { readonly kind: 'nullable'; readonly of: Field<unknown> }
  | { readonly kind: 'day' | 'instant' | 'minute' | 'uuid' | 'zone' };

/** One field of a record. */
export interface Field<T> {
  readonly holds: Holds;
  /** Optional fields are left out where there is nothing to hold. */
  readonly isOptional?: true;
  /** Where it is missing that is told, although it has a blank. */
  readonly isExpected?: true;
  /** An empty text is told of. */
  readonly isNamed?: true;
  /** A form must ask for it. A stored row may lack it: it may be older than the field. */
  readonly isRequired?: true;
  /** What stands where there is nothing to read; without one the whole cannot be read either. */
  readonly blank?: ((day: Day) => T | undefined) | undefined;
  /**
   * Reads any value; undefined where it is none of this field's.
   *
   * @param day on which the record was written down
   */
  read(value: unknown, tell: Tell, day: Day): T | undefined;
  /** The user's own words in a value. */
  words(value: T): readonly string[];
}

/** Fields by their names. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** What a field holds. */
export type Held<F> = F extends Field<infer T> ? T : never;

type Flat<T> = { [K in keyof T]: T[K] };

/** What fields hold together. */
export type Facts<F extends Fields> = Flat<
  {
    readonly [K in keyof F as F[K] extends { isOptional: true } ? never : K]: Held<F[K]>;
  } & {
    readonly [K in keyof F as F[K] extends { isOptional: true } ? K : never]?: Held<F[K]>;
  }
>;

/** The longest text of several lines, in UTF-16 code units. */
export const LONG_MAX = 2000;
/** The longest text of one line, in UTF-16 code units. */
export const LINE_MAX = 200;
/** How strong a feeling can be. */
export const STRENGTH_MAX = 10;
/** How strongly something can be believed. */
export const BELIEF_MAX = 100;
/** The last minute of a day, counted from midnight. */
export const MINUTE_MAX = 1439;
/** The end of the year 2100, in milliseconds since the epoch. */
export const LAST_INSTANT = 4_133_980_799_999;

const none = () => [];

/** A text without blanks around it, no longer than `max` UTF-16 code units, and empty where nothing is seen of it. */
export function cutText(text: string, max: number): string {
  return isSeen(text) ? beginning(text.trim(), max).trimEnd() : '';
}

interface Words {
  readonly max?: number;
  readonly tooLong?: Broken;
  /** Whether these are the user's own words, to be searched and shown. They are unless it says not. */
  readonly isOwn?: boolean;
}

/** A text of several lines, without blanks around it. */
export function text({
  max = LONG_MAX,
  tooLong = 'note-length',
  isOwn
}: Words = {}): Field<string> {
  return written('text', (value) => value.trim(), { max, tooLong, isOwn });
}

/** A text of one line: line breaks and runs of blanks are one blank. */
export function line({
  max = LINE_MAX,
  tooLong = 'line-length',
  isOwn
}: Words = {}): Field<string> {
  return written('line', (value) => value.trim().replace(/\s+/g, ' '), { max, tooLong, isOwn });
}

function written(
  kind: 'text' | 'line',
  tidy: (text: string) => string,
  { max, tooLong, isOwn = true }: { max: number; tooLong: Broken; isOwn: boolean | undefined }
): Field<string> {
  return {
    holds: { kind, max },
    blank: () => '',
    read(value, tell) {
      if (typeof value !== 'string') return void tell('text');
      const tidied = tidy(value);
      if (tidied.length > max) tell(tooLong);
      return cutText(tidied, max);
    },
    words: (value) => (isOwn && value !== '' ? [value] : [])
  };
}

/** The text, which must be there and not empty. */
export function named(field: Field<string>): Field<string> {
  return {
    ...essential(field),
    isNamed: true,
    read(value, tell, day) {
      const read = field.read(value, tell, day);
      if (read === '') tell('name');
      return read;
    }
  };
}

/** The text, which is left out where it is empty. */
export function unlessEmpty(field: Field<string>) {
  return optional({ ...field, read: (...args) => field.read(...args) || undefined });
}

/** A whole number from `min` to `max`. Other numbers become the nearest of these. */
export function whole([min, max]: readonly [number, number], rule: Broken): Field<number> {
  return {
    holds: { kind: 'whole', min, max },
    read(value, tell) {
      if (typeof value !== 'number' || Number.isNaN(value)) return void tell(rule);
      const nearest = Math.min(max, Math.max(min, Math.round(value)));
      if (nearest !== value) tell(rule);
      // JSON knows a zero below zero, and it would be shown as one.
      return nearest + 0;
    },
    words: none
  };
}

/** How strong a feeling is, 0 to 10; null where it was not said. */
export const strength = () => nullable(whole([0, STRENGTH_MAX], 'strength'));
/** How strongly something is believed, 0 to 100; null where it was not said. */
export const belief = () => nullable(whole([0, BELIEF_MAX], 'belief'));

/** Minutes since midnight. */
export const minute = (): Field<number> => ({
  ...whole([0, MINUTE_MAX], 'minute'),
  holds: { kind: 'minute' }
});

/** Milliseconds since the epoch, until the end of the year 2100. */
export const instant = (): Field<number> => ({
  ...whole([0, LAST_INSTANT], 'instant'),
  holds: { kind: 'instant' }
});

/** A day that exists: 'YYYY-MM-DD'. Where it can't be read it is the day on which the record was written down. */
export function day(): Field<Day> {
  return {
    holds: { kind: 'day' },
    blank: (today: Day) => today,
    read: (value, tell) => (typeof value === 'string' && isDay(value) ? value : void tell('day')),
    words: none
  };
}

/** The name of a time zone. One that this browser does not know is kept as it is. */
export function zone(): Field<string> {
  return {
    holds: { kind: 'zone' },
    read(value, tell) {
      if (typeof value !== 'string') return void tell('zone');
      if (!isZoneName(value)) tell('zone');
      return value;
    },
    words: none
  };
}

/** A UUID of any version, in lower case. Another text is told of and kept: it may name a row. */
export function uuid(): Field<string> {
  return {
    holds: { kind: 'uuid' },
    read(value, tell) {
      if (typeof value !== 'string') return void tell('uuid');
      if (!UUID.test(value)) tell('uuid');
      return value.toLowerCase();
    },
    words: none
  };
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** One of some names, or numbers. */
export function oneOf<const Name extends string | number>(
  names: readonly Name[],
  rule: Broken = 'choice'
): Field<Name> {
  return {
    holds: { kind: 'choice', names },
    read: (value, tell) => names.find((name) => name === value) ?? void tell(rule),
    words: none
  };
}

/** True or false. */
export function flag(blank = false): Field<boolean> {
  return {
    holds: { kind: 'choice', names: [true, false] },
    blank: () => blank,
    read: (value, tell) => (typeof value === 'boolean' ? value : void tell('flag')),
    words: none
  };
}

/** A mark that is true, or left out. */
export function mark() {
  return optional<Field<true>>({
    holds: { kind: 'choice', names: [true] },
    read: (value, tell) => (value === true ? value : void tell('true')),
    words: none
  });
}

interface Length<T> {
  readonly max: number;
  readonly tooLong?: Broken;
  /** How many there must be for it to be a list at all. */
  readonly min?: number;
  /** What no two of its items may share, and where in an item it stands. */
  readonly unique?: { readonly of: (item: T) => unknown; readonly at?: string };
  /** Items that say nothing are left out in silence. */
  readonly isEmpty?: (item: T) => boolean;
}

/** A list. Items that can't be read are left out, and so are those beyond `max`. */
export function list<T>(
  of: Field<T>,
  { max, tooLong = 'choice', min = 0, unique, isEmpty = () => false }: Length<T>
): Field<readonly T[]> {
  return {
    holds: { kind: 'list', of, max, min },
    blank: min === 0 ? () => [] : undefined,
    read(value, tell, today) {
      if (!Array.isArray(value)) return void tell('list');
      if (value.length > max || value.length < min) tell(tooLong);
      // Too long a list is told of once. None is too long to refuse.
      const hear = value.length > max ? mend : tell;
      const seen = new Set<unknown>();
      const items: T[] = [];
      for (let index = 0; index < value.length && items.length < max; index++) {
        const item = of.read(value[index], below(hear, `[${index}]`), today);
        if (item === undefined || isEmpty(item)) continue;
        const key = unique ? unique.of(item) : index;
        if (seen.has(key)) hear('twice', `[${index}]${unique?.at ?? ''}`);
        else items.push(item);
        seen.add(key);
      }
      return items.length < min ? undefined : items;
    },
    words: (items) => items.flatMap((item) => of.words(item))
  };
}

/** For a list that holds each of its items once. */
export const once = { of: (item: unknown) => item };

/** The field, or null. */
export function nullable<T>(field: Field<T>): Field<T | null> {
  return {
    holds: { kind: 'nullable', of: field },
    blank: () => null,
    read: (value, tell, today) => (value === null ? null : field.read(value, tell, today)),
    words: (value) => (value === null ? [] : field.words(value))
  };
}

/** The field, which is left out where there is nothing to hold. */
export function optional<F extends Field<unknown>>(field: F): F & { readonly isOptional: true } {
  return { ...essential(field), isOptional: true };
}

/** The field without a blank: what lacks it can't be read. */
export function essential<F extends Field<unknown>>(field: F): F {
  return { ...field, blank: undefined };
}

/** The field, which a form must ask for. */
export function required<F extends Field<unknown>>(field: F): F {
  return { ...field, isRequired: true };
}

/** The field, which a file must hold. Where it can't be read it is blank all the same. */
export function expected<T>(field: Field<T>): Field<T> {
  return { ...field, isExpected: true };
}

/** The field with a blank of its own. */
export function or<T>(field: Field<T>, blank: T): Field<T> {
  return { ...field, blank: () => blank };
}

/** Tells of what is broken at a place below. */
export function below(tell: Tell, step: string): Tell {
  return tell === mend ? mend : (rule, path = '') => tell(rule, `${step}${path}`);
}
