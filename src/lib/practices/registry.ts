import type { RowOf } from '#lib/record/record.ts';
import { checkIn } from './checkIn/record.ts';
import { fear } from './fear/record.ts';
import { request } from './gently/record.ts';
import { goal, sentence, win } from './ground/record.ts';
import { disclosure } from './openness/record.ts';
import { pause } from './pause/record.ts';
import { promise } from './promise/record.ts';
import { questions } from './questions/record.ts';
import { thought } from './thought/record.ts';
import { sharedTime } from './together/record.ts';

/**
 * All that the practices keep, in the order of an archive. The database, the backup, the second copy,
 * the search and the archive have no other list.
 */
export const PRACTICES = [
  pause,
  questions,
  thought,
  fear,
  request,
  promise,
  disclosure,
  sharedTime,
  checkIn,
  goal,
  win,
  sentence
] as const;

type Listed = (typeof PRACTICES)[number];

/** The name of a table of records. */
export type PracticeTable = Listed['table'];

/** The records of all practices, by the table that holds them. */
export type PracticeRows = {
  [Table in PracticeTable]: RowOf<Extract<Listed, { table: Table }>>;
};

/** A record of any practice. */
export type PracticeRow = PracticeRows[PracticeTable];

/** Everything that the practices have kept. */
export type Practices = {
  readonly [Table in PracticeTable]: readonly PracticeRows[Table][];
};

/** How the records of a table behave. */
export function practiceOf(table: PracticeTable): Listed {
  const found = PRACTICES.find((practice) => practice.table === table);
  if (!found) throw new RangeError(`no practice keeps ${table}`);
  return found;
}

/** Something for each table of records. */
export function eachPractice<T>(make: (practice: Listed) => T): Record<PracticeTable, T> {
  const made = PRACTICES.map((practice) => [practice.table, make(practice)]);
  return Object.fromEntries(made) as Record<PracticeTable, T>;
}
