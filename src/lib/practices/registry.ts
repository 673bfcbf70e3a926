import type { Tell } from '#lib/record/field.ts';
import type { RowOf } from '#lib/record/record.ts';
import { agreementRecord } from './agreement/record.ts';
import { checkInRecord } from './checkIn/record.ts';
import { fearRecord } from './fear/record.ts';
import { requestRecord } from './gently/record.ts';
import { goalRecord, sentenceRecord, winRecord } from './ground/record.ts';
import { disclosureRecord } from './openness/record.ts';
import { pauseRecord } from './pause/record.ts';
import type { Practice } from './record.ts';
import { promiseRecord } from './promise/record.ts';
import { apologyRecord } from './makingUp/record.ts';
import { questionsRecord } from './questions/record.ts';
import { thoughtRecord } from './thought/record.ts';
import { sharedTimeRecord } from './together/record.ts';

/**
 * All that the practices keep, in the order of an archive. The database, the backup, the second copy,
 * the search and the archive have no other list.
 */
export const PRACTICES = [
  pauseRecord,
  questionsRecord,
  thoughtRecord,
  fearRecord,
  requestRecord,
  apologyRecord,
  promiseRecord,
  agreementRecord,
  disclosureRecord,
  sharedTimeRecord,
  checkInRecord,
  goalRecord,
  winRecord,
  sentenceRecord
] as const;

type Listed = (typeof PRACTICES)[number];

/** The name of a table of records. */
export type PracticeTable = Listed['table'];

/** What a page is told of a record: its entry is on the log. It is never stored. */
export interface OnLog {
  readonly isOnLog?: true;
}

/** The records of all practices, by the table that holds them. */
export type PracticeRows = {
  [Table in PracticeTable]: RowOf<Extract<Listed, { table: Table }>> & OnLog;
};

/** A record of any practice. */
export type PracticeRow = PracticeRows[PracticeTable];

/** A record of a practice, and where it is kept. */
export interface PracticeRecord {
  readonly table: PracticeTable;
  readonly row: PracticeRow;
  /** What it's to take the place of, as it was read; left out for a new one. */
  readonly before?: PracticeRow | undefined;
  /** The key of its half-written form, which goes with the same write. */
  readonly draft?: string;
}

/** Everything that the practices have kept. */
export type Practices = {
  readonly [Table in PracticeTable]: readonly PracticeRows[Table][];
};

/** What reads the records of one table, whichever it is. */
type Reader<Table extends PracticeTable> = Pick<
  Practice<Table, object>,
  'table' | 'words' | 'tells' | 'others'
> & {
  read(stored: unknown, tell?: Tell): PracticeRows[Table] | undefined;
  follow(before: PracticeRows[Table], after: PracticeRows[Table]): PracticeRows[Table];
  join(one: PracticeRows[Table], other: PracticeRows[Table]): PracticeRows[Table];
};

/** How the records of a table behave. */
export function practiceOf<Table extends PracticeTable>(table: Table): Reader<Table> {
  const found = PRACTICES.find((practice) => practice.table === table);
  if (!found) throw new RangeError(`no practice keeps ${table}`);
  return found as unknown as Reader<Table>;
}

/** Something for each table of records. */
export function eachPractice<T>(make: (practice: Listed) => T): Record<PracticeTable, T> {
  const made = PRACTICES.map((practice) => [practice.table, make(practice)]);
  return Object.fromEntries(made) as Record<PracticeTable, T>;
}

/** The names of their tables. */
export function practiceTables(): PracticeTable[] {
  return PRACTICES.map(({ table }) => table);
}

/** As on a new device. */
export function noPractices(): Practices {
  return eachPractice(() => []);
}
