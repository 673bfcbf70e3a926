import fc from 'fast-check';
import { dayFromNumber } from '#lib/time/day.ts';
import {
  isSound,
  LAST_INSTANT,
  mend,
  MINUTE_MAX,
  type Field,
  type Fields
} from '#lib/record/field.ts';
import type { Given, Kind, Written } from '#lib/record/record.ts';

/*
 * Examples of records, made from nothing but their declarations.
 */

/** Any text, with blanks around it and signs of all kinds; some of them are too long. */
const anyText = (max: number) =>
  fc.oneof(
    { arbitrary: fc.string({ unit: 'binary', maxLength: 40 }), weight: 9 },
    { arbitrary: fc.constant(`${'long '.repeat(max / 5)}end`), weight: 1 }
  );

const zone = fc.constantFrom('Europe/Berlin', 'Pacific/Kiritimati', 'Etc/GMT+12', 'Asia/Kathmandu');
const instant = fc.integer({ min: 0, max: LAST_INSTANT });
const id = fc.uuid({ version: 7 });

/** What a field may be given. */
export function anyOf({ holds, isNamed }: Field<unknown>): fc.Arbitrary<unknown> {
  switch (holds.kind) {
    case 'text':
    case 'line':
      return isNamed ? anyText(holds.max).map((words) => `n${words}`) : anyText(holds.max);
    case 'whole':
      return fc.integer(holds);
    case 'choice':
      return fc.constantFrom(...holds.names);
    case 'list': {
      const { of, min, max } = holds;
      return fc.array(anyOf(of), { minLength: min, maxLength: Math.min(max, 6) });
    }
    case 'nested':
      return fc.oneof(...holds.shapes.map(anyFacts));
    case 'nullable':
      return fc.option(anyOf(holds.of));
    case 'day':
      return fc.integer({ min: 0, max: 47_000 }).map(dayFromNumber);
    case 'minute':
      return fc.integer({ min: 0, max: MINUTE_MAX });
    case 'instant':
      return instant;
    case 'uuid':
      return id;
    case 'zone':
      return zone;
  }
}

/** Facts with these fields, as a form may hold them; the optional ones may be undefined. */
export function anyFacts(fields: Fields): fc.Arbitrary<object> {
  const all = Object.entries(fields).map(([key, field]) => {
    const any = anyOf(field);
    return [key, field.isOptional ? fc.option(any, { nil: undefined }) : any] as const;
  });
  return fc.record(Object.fromEntries(all));
}

/** What a field may hold: what it was given, as it reads. */
export function anyHeld<T>(field: Field<T>): fc.Arbitrary<T> {
  return anyOf(field)
    .map((given) => field.read(given, mend, ''))
    .filter((held) => held !== undefined && isSound(field.read, held)) as fc.Arbitrary<T>;
}

/** A stamp for a new record. */
export const anyStamp = fc.record({ id, now: instant, zone });

/** A record of a kind, as it is made from whatever a form may hold. */
export function anyRow<T extends object>(kind: Kind<string, T>): fc.Arbitrary<T & Written> {
  return fc
    .tuple(fc.oneof(...kind.shape.all.map(anyFacts)), anyStamp)
    .map(([facts, stamp]) => kind.create(facts as Given<T>, stamp));
}
