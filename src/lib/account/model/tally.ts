import type { Day } from '#lib/time/day.ts';
import type { Entry, Facts, Who } from './entry.ts';
import { isWithdrawal, type TermName, type Terms } from './terms.ts';

/*
 * log (entries, facts)  ──►  tallies (one a day, counts)  ──►  balance, statements, rate
 *
 * A tally holds counts and no worth, so it outlives a change of terms. It is derived from the log
 * and can always be made again from it.
 */

/** A kind of entry, told apart as far as any reader of tallies needs. */
export type CountKey =
  | `bid:${Who}:${'toward' | 'warm' | 'away' | 'against'}`
  | 'act'
  | 'repair'
  | 'promise:kept'
  | 'promise:broken'
  | 'experience';

/** How many entries there are of each kind. One that there is none of is left out. */
export type Counts = Readonly<Partial<Record<CountKey, number>>>;

/** One local day's counts by kind. A count of zero is left out. */
export interface Tally {
  readonly day: Day;
  readonly counts: Counts;
}

const TERM_OF: Readonly<Record<CountKey, TermName>> = {
  'bid:partner:toward': 'toward',
  'bid:partner:warm': 'warm',
  'bid:partner:away': 'away',
  'bid:partner:against': 'against',
  'bid:me:toward': 'toward',
  'bid:me:warm': 'warm',
  'bid:me:away': 'away',
  'bid:me:against': 'against',
  act: 'act',
  repair: 'repair',
  'promise:kept': 'kept',
  'promise:broken': 'broken',
  experience: 'experience'
};

/** All count keys. */
export const COUNT_KEYS = Object.keys(TERM_OF) as CountKey[];

/** Under which key an entry is counted. A warm toward has a key of its own. */
export function countKey(facts: Facts): CountKey {
  if (facts.kind === 'bid') return `bid:${facts.by}:${facts.warm ? 'warm' : facts.response}`;
  if (facts.kind === 'promise') return `promise:${facts.outcome}`;
  return facts.kind;
}

/** What an entry is called in the terms. */
export function termOf(facts: Facts): TermName {
  return TERM_OF[countKey(facts)];
}

/** Whether what is counted under a key is a missed or a hard moment, whatever the terms make of it. */
export function isHardKey(key: CountKey): boolean {
  return isWithdrawal(TERM_OF[key]);
}

/** Whether something good was noticed, whatever the terms make of it. */
export function isGood(facts: Facts): boolean {
  return !isHardKey(countKey(facts));
}

/** How many moments were good, and how many were missed or hard. */
export function countMoments(tallies: Iterable<Tally>): { good: number; hard: number } {
  const moments = { good: 0, hard: 0 };
  const counts = sumCounts(tallies);
  for (const key of COUNT_KEYS) moments[isHardKey(key) ? 'hard' : 'good'] += counts[key] ?? 0;
  return moments;
}

/** What one entry counted under a key is worth. */
export function worthOfKey(key: CountKey, terms: Terms): number {
  return terms.worth[TERM_OF[key]];
}

/** What an entry is worth under the terms: a deposit above zero, a withdrawal below. */
export function worthOf(facts: Facts, terms: Terms): number {
  return terms.worth[termOf(facts)];
}

/** A day on which nothing was logged. */
export function emptyTally(day: Day): Tally {
  return { day, counts: {} };
}

/** The tally with one entry more. */
export function addToTally(tally: Tally, facts: Facts): Tally {
  return withCount(tally, countKey(facts), 1);
}

/** The tally with one entry fewer. */
export function takeFromTally(tally: Tally, facts: Facts): Tally {
  return withCount(tally, countKey(facts), -1);
}

function withCount({ day, counts }: Tally, key: CountKey, change: number): Tally {
  const { [key]: before = 0, ...others } = counts;
  const count = before + change;
  return { day, counts: count > 0 ? { ...others, [key]: count } : others };
}

/** The tallies of a log, by day, made from nothing but its entries. */
export function tallyLog(entries: Iterable<Entry>): Map<Day, Tally> {
  const tallies = new Map<Day, Tally>();
  for (const entry of entries) {
    tallies.set(entry.day, addToTally(tallies.get(entry.day) ?? emptyTally(entry.day), entry));
  }
  return tallies;
}

/** The tallies of a span of days, both ends included. */
export function talliesBetween(tallies: readonly Tally[], from: Day, to: Day): Tally[] {
  return tallies.filter(({ day }) => day >= from && day <= to);
}

/**
 * The tallies up to a day, this one among them.
 *
 * @param tallies in the order of their days, one a day
 */
export function talliesUntil(tallies: readonly Tally[], last: Day): readonly Tally[] {
  const end = tallies.findLastIndex(({ day }) => day <= last) + 1;
  return end === tallies.length ? tallies : tallies.slice(0, end);
}

/** How many entries tallies stand for. */
export function countEntries(tallies: Iterable<Tally>): number {
  let sum = 0;
  for (const { counts } of tallies) for (const count of Object.values(counts)) sum += count;
  return sum;
}

/** The counts of many tallies in one. */
export function sumCounts(tallies: Iterable<Tally>): Counts {
  const sum: Partial<Record<CountKey, number>> = {};
  for (const { counts } of tallies) {
    for (const key of COUNT_KEYS) {
      const count = counts[key];
      if (count) sum[key] = (sum[key] ?? 0) + count;
    }
  }
  return sum;
}

/** Whether two tallies count the same; a missing one counts nothing. */
export function sameCounts(one: Tally | undefined, other: Tally | undefined): boolean {
  // The keys as they are, not COUNT_KEYS: one that this version does not know is a difference too.
  const keys = Object.keys({ ...one?.counts, ...other?.counts }) as CountKey[];
  // A damaged row may have no counts at all.
  return keys.every((key) => (one?.counts?.[key] ?? 0) === (other?.counts?.[key] ?? 0));
}
