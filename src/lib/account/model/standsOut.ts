import { wilson } from './rate.ts';

/*
 * Patterns, with manners. Many groups are looked at, so some stand out by chance alone; a group is
 * told of only where chance would do as much in few logs. See docs/balance.md, 9.
 */

/** How many patterns are looked for. Together they may show in 5 of 100 logs that hold none. */
const PATTERNS = 4;

/** So many hits a group must have at least. */
const ENOUGH_HITS = 5;

/** Some trials that have something in common, and how many of them were hits. */
interface Group<K> {
  readonly key: K;
  readonly hits: number;
  readonly trials: number;
}

/** A group with a larger share of hits than chance explains. Shares are 0 to 1. */
export interface Outstanding<K> extends Group<K> {
  /** The 95 % interval of its share of hits. */
  readonly low: number;
  readonly high: number;
}

/**
 * Counts the trials of each group, and those that were hits, in the order in which groups come.
 *
 * @param keyOf plain data; of the same data is the same group
 */
export function groupBy<T, K>(
  trials: readonly T[],
  keyOf: (trial: T) => K,
  isHit: (trial: T) => boolean
): Group<K>[] {
  const groups = new Map<string, { key: K; hits: number; trials: number }>();
  for (const trial of trials) {
    const key = keyOf(trial);
    const name = JSON.stringify(key);
    const group = groups.get(name) ?? { key, hits: 0, trials: 0 };
    groups.set(name, group);
    group.trials += 1;
    if (isHit(trial)) group.hits += 1;
  }
  return [...groups.values()];
}

/**
 * The group whose share of hits is larger than that of all other trials beyond what chance
 * explains: by Fisher's exact test (Fisher 1935), one-sided, at a level that is shared among all
 * groups (Bonferroni). Of several the one with most hits.
 */
export function standsOut<K>(groups: readonly Group<K>[]): Outstanding<K> | undefined {
  const all = { trials: sum(groups, 'trials'), hits: sum(groups, 'hits') };
  return mostHits(groups, (group) => chanceAmong(group, all));
}

/**
 * The group that has more of all hits than an even share among the groups, beyond what chance
 * explains: by the exact binomial test, at a level that is shared among all groups.
 *
 * @param groups each trial of which is a hit
 */
export function isNamedMost<K>(groups: readonly Group<K>[]): Outstanding<K> | undefined {
  const trials = sum(groups, 'hits');
  const share = 1 / groups.length;
  const most = mostHits(groups, ({ hits }) => chanceOf(hits, trials, share));
  return most && { ...most, trials, ...wilson(most.hits, trials) };
}

function mostHits<K>(
  groups: readonly Group<K>[],
  chance: (group: Group<K>) => number
): Outstanding<K> | undefined {
  const [most] = groups
    .filter(({ hits }) => hits >= ENOUGH_HITS)
    .filter((group) => chance(group) <= levelAmong(groups.length))
    .sort((one, other) => other.hits - one.hits);
  return most && { ...most, ...wilson(most.hits, most.trials) };
}

/** How likely at most what a group shows may be by chance, for it to be told of. */
export function levelAmong(groups: number): number {
  return 0.05 / PATTERNS / groups;
}

/** How likely a group drawn at random from all trials has as many hits as this one, or more. */
export function chanceAmong(
  { hits, trials }: Omit<Group<unknown>, 'key'>,
  all: Omit<Group<unknown>, 'key'>
): number {
  const ways = logChoose(all.trials, trials);
  return tail(
    hits,
    Math.min(trials, all.hits),
    (hits) => logChoose(all.hits, hits) + logChoose(all.trials - all.hits, trials - hits) - ways
  );
}

/** How likely so many hits or more are in so many trials, each a hit with this probability. */
export function chanceOf(hits: number, trials: number, probability: number): number {
  const [log, logNot] = [Math.log(probability), Math.log1p(-probability)];
  return tail(
    hits,
    trials,
    (hits) => logChoose(trials, hits) + hits * log + (hits < trials ? (trials - hits) * logNot : 0)
  );
}

function tail(from: number, to: number, log: (hits: number) => number): number {
  let chance = 0;
  for (let hits = from; hits <= to; hits += 1) chance += Math.exp(log(hits));
  return Math.min(1, chance);
}

function logChoose(from: number, chosen: number): number {
  if (chosen < 0 || chosen > from) return -Infinity;
  return logFactorial(from) - logFactorial(chosen) - logFactorial(from - chosen);
}

/** Those worked out so far, from 0! on. */
const LOG_FACTORIALS = [0];

function logFactorial(of: number): number {
  for (let n = LOG_FACTORIALS.length; n <= of; n += 1) {
    LOG_FACTORIALS.push((LOG_FACTORIALS[n - 1] ?? 0) + Math.log(n));
  }
  return LOG_FACTORIALS[of] ?? 0;
}

function sum(groups: readonly Group<unknown>[], what: 'hits' | 'trials'): number {
  return groups.reduce((total, group) => total + group[what], 0);
}
