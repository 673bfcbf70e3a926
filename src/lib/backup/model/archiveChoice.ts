import type { Account } from './account.ts';
import type { Day } from '#lib/time/day.ts';
import type { Entry } from '#lib/account/model/entry.ts';
import { termOf } from '#lib/account/model/tally.ts';
import { isWithdrawal } from '#lib/account/model/terms.ts';
import {
  noPractices,
  practiceTables,
  type PracticeTable,
  type Practices
} from '#lib/practices/registry.ts';

/*
 * What goes into a page to be read by someone else, or by oneself. Nothing is in it that was not
 * ticked.
 */

/** What was ticked. */
export interface ArchiveChoice {
  /** Both ends are included. */
  readonly from: Day;
  readonly to: Day;
  /** The weeks, in numbers. */
  readonly statement: boolean;
  /** The entries, day by day. */
  readonly log: boolean;
  /** What takes from the account: of the entries and of the numbers. */
  readonly withdrawals: boolean;
  /** The notes of the entries. */
  readonly notes: boolean;
  readonly practices: readonly PracticeTable[];
}

/** Entries and records as chosen, and nothing else. */
interface Chosen {
  /** In the order in which they happened. */
  readonly entries: readonly Entry[];
  readonly practices: Practices;
}

/** What of the account was chosen. */
export function chosenOf({ entries, practices }: Account, choice: ArchiveChoice): Chosen {
  const isIn = ({ day }: { readonly day: Day }) => day >= choice.from && day <= choice.to;
  const log = choice.log ? entries.filter(isIn) : [];
  const tables = practiceTables().filter((table) => choice.practices.includes(table));
  const rows = tables.map((table) => [table, practices[table].filter(isIn)]);
  return {
    entries: log
      .filter((entry) => choice.withdrawals || !isWithdrawal(termOf(entry)))
      .map((entry) => (choice.notes ? entry : withoutNote(entry)))
      .toSorted((a, b) => a.at - b.at),
    practices: { ...noPractices(), ...Object.fromEntries(rows) }
  };
}

/** The first day on which anything was logged or written; undefined where nothing was. */
export function firstDayOf({ entries, practices }: Account): Day | undefined {
  const rows: { readonly day: Day }[] = practiceTables().flatMap((table) => [...practices[table]]);
  return [...entries, ...rows]
    .map(({ day }) => day)
    .reduce<Day | undefined>((first, day) => (first && first < day ? first : day), undefined);
}

function withoutNote(entry: Entry): Entry {
  const rest: Entry & { note?: string } = { ...entry };
  delete rest.note;
  return rest;
}
