import type { Broken } from './broken.ts';
import type { Day } from '#lib/time/day.ts';
import { below, mend, oneOf, type Facts, type Field, type Fields, type Tell } from './field.ts';

/** What fields make together: plain facts, without an id and a moment of their own. */
export interface Shape<T extends object> {
  /** The fields, or those of each variant. */
  readonly all: readonly Fields[];
  /** Whether it is one of these at all: of a kind that is known. */
  fits(stored: object, tell: Tell): boolean;
  /** Reads what it knows; undefined where a field is missing that has no blank. */
  read(stored: object, tell: Tell, day: Day): T | undefined;
  /** The user's own words. */
  words(facts: object): readonly string[];
}

/** Facts with these fields. */
export function shape<const F extends Fields>(fields: F): Shape<Facts<F>> {
  const listed = Object.entries(fields);
  return {
    all: [fields],
    fits: () => true,
    read: (stored, tell, day) => readFields(listed, stored, tell, day) as Facts<F> | undefined,
    words: (facts) => wordsIn(listed, facts)
  };
}

/** The facts that each variant has. */
type Variants<Key extends string, V extends Readonly<Record<string, Fields>>> = {
  [Name in keyof V & string]: { readonly [K in Key]: Name } & Facts<V[Name]>;
}[keyof V & string];

/** Facts of some kinds, each with fields of its own. What tells them apart stands under `key`. */
export function variant<Key extends string, const V extends Readonly<Record<string, Fields>>>(
  key: Key,
  variants: V,
  rule: Broken
): Shape<Variants<Key, V>> {
  const shapes = new Map<unknown, Shape<object>>(
    Object.entries(variants).map(([name, fields]) => [
      name,
      shape({ [key]: oneOf([name], rule), ...fields })
    ])
  );
  const shapeOf = (stored: object) => shapes.get(valueOf(stored, key));
  return {
    all: [...shapes.values()].flatMap(({ all }) => all),
    fits(stored, tell) {
      const isKnown = shapeOf(stored) !== undefined;
      if (!isKnown) tell(rule, `.${key}`);
      return isKnown;
    },
    read: (stored, tell, day) =>
      shapeOf(stored)?.read(stored, tell, day) as Variants<Key, V> | undefined,
    words: (facts) => shapeOf(facts)?.words(facts) ?? []
  };
}

interface Check<T> {
  /** Whether its fields go together. */
  readonly holds: (facts: T) => boolean;
  readonly rule: Broken;
  /** Where the fault is told. */
  readonly at: string;
}

/**
 * A field that holds facts, blank as these are. Where they do not go together, although each is
 * sound, that is told of, and they stay.
 */
export function nested<T extends object>(of: Shape<T>, check?: Check<T>): Field<T> {
  return {
    holds: { kind: 'nested', shapes: of.all },
    blank: (day) => of.read({}, mend, day),
    read(value, tell, day) {
      if (!isObject(value)) return void tell('object');
      if (!of.fits(value, tell)) return undefined;
      let isSound = true;
      const hear: Tell = (...told) => {
        isSound = false;
        tell(...told);
      };
      const facts = of.read(value, check ? hear : tell, day);
      if (facts && check && isSound && !check.holds(facts)) tell(check.rule, check.at);
      return facts;
    },
    words: (facts) => of.words(facts)
  };
}

/** Whether a value is one that can have fields. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

type Listed = readonly (readonly [name: string, field: Field<unknown>])[];

function readFields(fields: Listed, stored: object, tell: Tell, day: Day): object | undefined {
  const facts: Record<string, unknown> = {};
  let isWhole = true;
  for (const [key, field] of fields) {
    const found = valueOf(stored, key);
    const hear = below(tell, `.${key}`);
    const read = found === undefined ? undefined : field.read(found, hear, day);
    const held = read === undefined ? field.blank?.(day) : read;
    const isLacking = held === undefined && !field.isOptional;
    if (isLacking) isWhole = false;
    else if (held !== undefined) facts[key] = held;
    if (found === undefined && (isLacking || field.isExpected)) hear('missing');
  }
  return isWhole ? facts : undefined;
}

function wordsIn(fields: Listed, facts: object): string[] {
  return fields.flatMap(([key, field]) => {
    const value = valueOf(facts, key);
    return value === undefined ? [] : field.words(value);
  });
}

function valueOf(stored: object, key: string): unknown {
  return (stored as Readonly<Record<string, unknown>>)[key];
}
