import type { Facts as EntryFacts, Kind as EntryKind } from '#lib/account/model/entry.ts';
import type { Facts, Fields } from '#lib/record/field.ts';
import { record, type Kind, type Rules } from '#lib/record/record.ts';

/** What of an entry follows from the record that put it on the log. */
export type Told = { readonly kind: EntryKind } & Partial<EntryFacts>;

/** What a practice knows of its records beyond their fields. */
interface PracticeRules<T> extends Rules<T> {
  /** What a record has to say on the log; undefined where it has nothing to say there. */
  readonly tells?: (facts: T) => Told | undefined;
}

/** A kind of record that a practice keeps. Its entry on the log, if any, bears the record's own id. */
export interface Practice<Table extends string, T extends object> extends Kind<Table, T> {
  tells(facts: T): Told | undefined;
}

/** Declares the records of a practice by their fields. */
export function practice<const Table extends string, const F extends Fields>(
  table: Table,
  fields: F,
  { tells = () => undefined, ...rules }: PracticeRules<Facts<F>> = {}
): Practice<Table, Facts<F>> {
  return { ...record(table, fields, rules), tells };
}
