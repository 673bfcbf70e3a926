import type { Entry } from '#lib/account/model/entry.ts';
import type { Tally } from '#lib/account/model/tally.ts';
import type { Day } from '#lib/time/day.ts';
import { monthOf } from '#lib/time/month.ts';
import { countGoodOf } from './calendar.ts';

/** Something that went well and isn't on the log, in the user's own words. */
export interface Win {
  readonly id: string;
  readonly at: number;
  readonly day: Day;
  readonly text: string;
}

/** A month of good moments. */
interface MonthOfMoments {
  /** Its first day. */
  readonly month: Day;
  /** All that was good on the log, hidden ones too, and the wins. */
  readonly count: number;
  /** What is told in own words, newest first. */
  readonly told: readonly (Entry | Win)[];
  /** The rest, newest first. */
  readonly others: readonly Entry[];
}

/**
 * Good moments by months, the newest first.
 *
 * @param tallies of the same days
 */
export function byMonth(
  entries: readonly Entry[],
  wins: readonly Win[],
  tallies: readonly Tally[]
): MonthOfMoments[] {
  const months = [...entries, ...wins, ...tallies].map(({ day }) => monthOf(day));
  const newestFirst = [...new Set(months)].sort().reverse();
  return newestFirst.map((month) => {
    const isIn = ({ day }: { readonly day: Day }) => monthOf(day) === month;
    const own = entries.filter(isIn);
    const won = wins.filter(isIn);
    const told = [...own.filter(({ note }) => note), ...won];
    return {
      month,
      count: countGoodOf(tallies.filter(isIn), won),
      told: told.toSorted((one, other) => other.at - one.at),
      others: own.filter(({ note }) => !note).toReversed()
    };
  });
}

/** Entries that are told in the same words, the most frequent first. */
export function bySame(
  entries: readonly Entry[],
  wordsOf: (entry: Entry) => string
): { words: string; entries: readonly Entry[] }[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const words = wordsOf(entry);
    groups.set(words, [...(groups.get(words) ?? []), entry]);
  }
  return [...groups]
    .map(([words, entries]) => ({ words, entries }))
    .toSorted((one, other) => other.entries.length - one.entries.length);
}
