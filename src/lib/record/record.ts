import { dayNumber, momentAt, type Day, type Moment, type Stamp } from '#lib/time/day.ts';
import { DAY_MS } from '#lib/time/duration.ts';
import {
  day,
  essential,
  instant,
  LAST_INSTANT,
  mend,
  uuid,
  zone,
  type Facts,
  type Fields,
  type Tell
} from './field.ts';
import { isObject, shape, type Shape } from './shape.ts';
import { follow, join, partsOf, sharedFields, type Part, type Shared } from './shared.ts';

/*
 * How a record behaves: the only place that knows. A record is declared once, by its table and its
 * fields; what is read, made, amended, searched and checked follows from that.
 */

/** What every record has. */
export interface Written extends Moment, Shared {
  /** UUID version 7. */
  readonly id: string;
}

/** Facts as a form has them: any may be missing, and stands blank then. */
export type Given<T> = T extends unknown ? { readonly [K in keyof T]?: T[K] | undefined } : never;

/** What a kind of record knows beyond its fields. */
export interface Rules<T> {
  /** Facts that go together: without those that only make sense beside others. */
  readonly plain?: (facts: T) => T;
  /** Why facts can't be kept although no field is missing. */
  readonly fault?: (facts: T) => 'empty' | undefined;
  /** Fields that only make sense together: where two devices have changed them, one of the two stays. */
  readonly together?: readonly Part[];
}

/** One kind of record. */
export interface Kind<Table extends string, T extends object> {
  readonly table: Table;
  readonly shape: Shape<T>;
  /**
   * Facts before anything is written.
   *
   * @param today stands where a day has to
   */
  blank(today?: Day): T;
  /**
   * Reads a stored row, of whatever shape. What it lacks is blank, and what can't be read is too;
   * keys that are not known are left out. Undefined where it has no id or no moment, or is nothing
   * that is known: then it can't be read at all.
   *
   * @param tell hears of each rule that the row breaks
   */
  read(stored: unknown, tell?: Tell): (T & Written) | undefined;
  /** What of a stored row is not known here: a newer version may have written it. */
  others(stored: object): object;
  /** The facts as a plain object that can be stored, whatever they came from. */
  plain(facts: Given<T>, day?: Day): T;
  /** A new record: these facts, now, here. */
  create(facts: Given<T>, stamp: Stamp): T & Written;
  /** The record with some facts changed. Its id and its moment stay; it's later than what it was. */
  amend(row: T & Written, facts: Given<T>, now: number): T & Written;
  /** The row as it's stored in place of another: it tells which of its parts were written when. */
  follow(before: T & Written, after: T & Written): T & Written;
  /** Brings two versions of one row together, whichever comes first. */
  join(one: T & Written, other: T & Written): T & Written;
  /** What a form must still ask for; undefined where the facts can be kept. */
  fault(facts: Given<T>): (keyof T & string) | 'empty' | undefined;
  /** The user's own words, to be searched and shown. */
  words(facts: object): readonly string[];
}

/** A record of a kind. */
export type RowOf<K> = K extends Kind<string, infer T> ? T & Written : never;

/** The facts of a kind of record. */
export type FactsOf<K> = K extends Kind<string, infer T> ? T : never;

/** When something was: as a nested fact, and as the beginning of every record. */
export const MOMENT = { at: instant(), day: essential(day()), zone: zone() };

const WRITTEN = { id: uuid(), ...MOMENT, updatedAt: instant() };

/** Declares a kind of record by its fields. */
export function record<const Table extends string, const F extends Fields>(
  table: Table,
  fields: F,
  rules: Rules<Facts<F>> = {}
): Kind<Table, Facts<F>> {
  return recordOf(table, shape(fields), rules);
}

/** Declares a kind of record by its shape. */
export function recordOf<const Table extends string, T extends object>(
  table: Table,
  of: Shape<T>,
  { plain = (facts) => facts, fault, together = [] }: Rules<T> = {}
): Kind<Table, T> {
  const parts = partsOf(of.all, [['at', 'day', 'zone'], ...together]);
  const head = shape({ ...WRITTEN, ...sharedFields(parts) });

  function read(stored: unknown, tell: Tell = mend): (T & Written) | undefined {
    if (!isObject(stored)) return void tell('object');
    if (!of.fits(stored, tell)) return undefined;
    const written = head.read(stored, tell, '');
    const facts = of.read(stored, tell, written?.day ?? '');
    if (!written || !facts) return undefined;
    const isMended = written.at !== (stored as Partial<Written>).at;
    if (!isMended && !isNear(written)) tell('day-of-at', '.day');
    return { ...written, ...plain(facts) };
  }

  function plainOf(given: Given<T>, today: Day = ''): T {
    const facts = of.read(given, mend, today);
    if (!facts) throw new TypeError(`${table}: an essential fact is missing`);
    return plain(facts);
  }

  const known = new Set([head, of].flatMap(({ all }) => all.flatMap(Object.keys)));

  return {
    table,
    shape: of,
    read,
    plain: plainOf,
    others: (stored) =>
      Object.fromEntries(Object.entries(stored).filter(([key]) => !known.has(key))),
    blank: (today) => plainOf({} as Given<T>, today),
    create(facts, { id, now, zone }) {
      const moment = momentAt(now, zone);
      return { id, ...moment, updatedAt: now, ...plainOf(facts, moment.day) };
    },
    amend(row, facts, now) {
      const { id, at, day, zone } = row;
      return {
        id,
        at,
        day,
        zone,
        updatedAt: laterThan(row, now),
        ...plainOf({ ...row, ...facts }, day)
      };
    },
    follow: (before, after) => follow(parts, before, after),
    join(one, other) {
      const joined = join(parts, one, other);
      return read(joined) ?? joined;
    },
    fault: (facts) => missingIn(of, facts) ?? fault?.(plainOf(facts)),
    words: (facts) => of.words(facts)
  };
}

/**
 * When an edit is made, in milliseconds since the epoch: now, but always after what it edits was
 * written, whatever the clock says. Else a device that brings the two together takes the older one.
 */
export function laterThan({ updatedAt }: Pick<Written, 'updatedAt'>, now: number): number {
  return Math.min(Math.max(now, updatedAt + 1), LAST_INSTANT);
}

/** The first field that a form must ask for and that holds nothing, or holds what can't be read. */
function missingIn<T extends object>(
  of: Shape<T>,
  given: Given<T>
): (keyof T & string) | undefined {
  const values = given as Readonly<Record<string, unknown>>;
  const all = of.all.flatMap((fields) => Object.entries(fields));
  const found = all.find(([key, { isRequired, read }]) => {
    const value = values[key];
    const held = value === undefined ? '' : read(value, mend, '');
    return held === undefined || (isRequired && held === '');
  });
  return found?.[0] as (keyof T & string) | undefined;
}

/**
 * Whether an instant can fall on a day in some zone: it is that day in UTC, or one beside it. The
 * day is not worked out from the zone, for its rules may have changed since.
 */
function isNear({ day, at }: Pick<Moment, 'day' | 'at'>): boolean {
  return Math.abs(dayNumber(day) - Math.floor(at / DAY_MS)) <= 1;
}
